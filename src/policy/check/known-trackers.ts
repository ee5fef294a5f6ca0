/**
 * Names by which common measuring and advertising trackers are known, and whose they are. Written
 * from the vendors' own public lists; a name that is missing here is still not functional.
 */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/^_ga(_.*|\*)?$/, 'Google Analytics'],
  [/^_gid$|^_gat(_.*|\*)?$|^__utm.*$|^AMP_TOKEN$/, 'Google Analytics'],
  [/^_gcl_.*$|^_gac_.*$|^IDE$|^DSID$|^__gads$|^__gpi$|^test_cookie$/, 'Google Ads'],
  [/^_fbp$|^_fbc$|^fr$/, 'Meta'],
  [/^_tt_enable_cookie$|^_ttp$/, 'TikTok'],
  [/^_uet(sid|vid).*$|^MUID$/, 'Microsoft Advertising'],
  [/^_cl(ck|sk)$|^CLID$/, 'Microsoft Clarity'],
  [/^_hj.*$/, 'Hotjar'],
  [/^_pk_.*$|^mtm_.*$/, 'Matomo'],
  [/^__hs(tc|sc|src)$|^hubspotutk$/, 'HubSpot'],
  [/^li_(fat_id|sugr|gc)$|^bcookie$|^AnalyticsSyncHistory$|^UserMatchHistory$/, 'LinkedIn'],
  [/^_pin_unauth$|^_pinterest_.*$/, 'Pinterest'],
  [/^_scid.*$|^_schn1?$/, 'Snapchat'],
  [/^mp_.*_mixpanel$|^mixpanel.*$/, 'Mixpanel'],
  [/^ajs_(anonymous|user)_id$/, 'Segment'],
  [/^amp_.*$|^amplitude.*$/i, 'Amplitude'],
  [/^cto_bundle$|^uid_criteo$/, 'Criteo'],
  [/^s_(cc|sq|vi|fid)$|^AMCV(S)?_.*$/, 'Adobe Analytics'],
  [/^optimizely.*$/, 'Optimizely'],
  [/^_vwo.*$|^_vis_opt_.*$/, 'VWO'],
  [/^personalization_id$|^guest_id.*$|^muc_ads$/, 'X'],
  [/^VISITOR_INFO1_LIVE$|^YSC$/, 'YouTube'],
  [/^giosg.*$|^frosmo.*$/i, 'a site-personalisation service'],
]

/** Whose measuring or advertising tracker goes by this name, if any. */
export function knownAs(name: string): string | undefined {
  return KNOWN.find(([pattern]) => pattern.test(name))?.[1]
}

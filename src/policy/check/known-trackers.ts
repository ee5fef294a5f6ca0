import { overlaps } from './pattern.ts'

/**
 * Names by which common measuring and advertising trackers are known, and whose they are. A name
 * that is missing here is still not functional: the list only catches the commonest mistakes.
 */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  'Google Analytics': ['_ga', '_ga_*', '_gid', '_gat', '_gat_*', '__utm*', 'AMP_TOKEN'],
  'Google Ads': ['_gcl_*', '_gac_*', 'IDE', 'DSID', '__gads', '__gpi', 'test_cookie'],
  Meta: ['_fbp', '_fbc', 'fr'],
  TikTok: ['_ttp', '_tt_enable_cookie'],
  'Microsoft Advertising': ['_uetsid*', '_uetvid*', 'MUID'],
  'Microsoft Clarity': ['_clck', '_clsk', 'CLID'],
  Hotjar: ['_hj*'],
  Matomo: ['_pk_*', 'mtm_*'],
  HubSpot: ['__hstc', '__hssc', '__hssrc', 'hubspotutk'],
  LinkedIn: ['li_fat_id', 'li_sugr', 'bcookie', 'AnalyticsSyncHistory', 'UserMatchHistory'],
  Pinterest: ['_pin_unauth', '_pinterest_*'],
  Snapchat: ['_scid*', '_schn', '_schn1'],
  Mixpanel: ['mp_*', 'mixpanel*'],
  Segment: ['ajs_anonymous_id', 'ajs_user_id'],
  Amplitude: ['amp_*', 'AMP_*', 'amplitude*'],
  Criteo: ['cto_bundle', 'uid_criteo'],
  'Adobe Analytics': ['s_cc', 's_sq', 's_vi', 's_fid', 'AMCV_*', 'AMCVS_*'],
  Optimizely: ['optimizely*'],
  VWO: ['_vwo*', '_vis_opt_*'],
  X: ['personalization_id', 'guest_id*', 'muc_ads'],
  YouTube: ['VISITOR_INFO1_LIVE', 'YSC'],
}

/** Whose measuring or advertising tracker a name, or a pattern of names, may mean. */
export function knownAs(name: string): string | undefined {
  const owners = Object.entries(KNOWN)
  return owners.find(([, names]) => names.some(known => overlaps(known, name)))?.[0]
}

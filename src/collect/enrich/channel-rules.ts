import { type Channel, CLICK_IDS, MEDIUM_WORDS, type SiteKind } from './channels-data.ts'

/** An arrival as the rules see it. */
export type Read = {
  readonly isInternal: boolean
  readonly source: string
  readonly medium: string
  readonly campaign: string
  readonly kind: SiteKind | undefined
  readonly isPaid: boolean
  readonly click: (typeof CLICK_IDS)[string] | undefined
  readonly hasReferrer: boolean
}

const ADS = {
  'paid-search': 'search advertisements',
  display: 'display advertisements',
  'paid-social': 'advertisements in social networks',
} as const
const SHOP_CAMPAIGN = /(?:^|[^a-df-z])shop|shopping/

/** The rules, in the order they are asked; the first that holds is the answer. */
export const RULES: readonly {
  readonly channel: Channel
  /** The rule in words, as `docs/reference/channels.md` has it. */
  readonly when: string
  readonly holds: (read: Read) => boolean
}[] = [
  {
    channel: 'internal',
    when: 'the referrer is a host of the policy’s own sites: no new source, whatever the link says',
    holds: read => read.isInternal,
  },
  {
    channel: 'cross-network',
    when: 'the campaign’s name contains `cross-network`',
    holds: read => read.campaign.includes('cross-network'),
  },
  {
    channel: 'paid-shopping',
    when: 'the medium is paid, and the source is a shopping site, or the campaign or medium says shop',
    holds: read => read.isPaid && (isA(read, 'shopping') || saysShop(read)),
  },
  {
    channel: 'paid-search',
    when: 'the medium is paid, and the source is a search engine, or the medium says search',
    holds: read => read.isPaid && (isA(read, 'search') || says(read, 'search', 'sem')),
  },
  {
    channel: 'paid-social',
    when: 'the medium is paid, and the source is a social network, or the medium says social',
    holds: read => read.isPaid && (isA(read, 'social') || says(read, 'social', 'paidsocial')),
  },
  {
    channel: 'paid-video',
    when: 'the medium is paid, and the source is a video site, or the medium says video',
    holds: read => read.isPaid && (isA(read, 'video') || says(read, 'video', 'paidvideo')),
  },
  {
    channel: 'display',
    when: 'the medium is display, banner, expandable, interstitial, cpm or programmatic',
    holds: read => is(MEDIUM_WORDS.display, read.medium) || says(read, 'display', 'banner'),
  },
  {
    channel: 'paid',
    when: 'the medium is paid in any other way',
    holds: read => read.isPaid,
  },
  {
    channel: 'email',
    when: 'the medium is e-mail or a newsletter in English, Finnish or Swedish',
    holds: read => is(MEDIUM_WORDS.email, read.medium),
  },
  {
    channel: 'sms',
    when: 'the source or medium is sms',
    holds: read => is(MEDIUM_WORDS.sms, read.medium) || is(MEDIUM_WORDS.sms, read.source),
  },
  {
    channel: 'push',
    when: 'the medium ends in push or says notification, or the source is firebase',
    holds: read => isPush(read),
  },
  {
    channel: 'affiliate',
    when: 'the medium is affiliate',
    holds: read => is(MEDIUM_WORDS.affiliate, read.medium),
  },
  {
    channel: 'audio',
    when: 'the medium is audio, podcast or radio',
    holds: read => is(MEDIUM_WORDS.audio, read.medium),
  },
  ...(['paid-search', 'display', 'paid-social'] as const).map(channel => ({
    channel,
    when: `a click id that only ${ADS[channel]} carry: ${idsOf(channel)}`,
    holds: (read: Read) => read.click?.channel === channel,
  })),
  {
    channel: 'email',
    when: `the source is e-mail or a newsletter, or web mail; or a click id of a letter: ${idsOf('email')}`,
    holds: read =>
      is(MEDIUM_WORDS.email, read.source) || isA(read, 'mail') || read.click?.channel === 'email',
  },
  {
    channel: 'ai',
    when: 'the source is an AI assistant',
    holds: read => isA(read, 'ai') || is(['ai', 'llm', 'ai-assistant'], read.medium),
  },
  {
    channel: 'shopping',
    when: `the source is a shopping site, the campaign says shop, or the click id is ${idsOf('shopping')}`,
    holds: read => isA(read, 'shopping') || saysShop(read) || read.click?.channel === 'shopping',
  },
  {
    channel: 'social',
    when: `the source is a social network, the medium says so, or the click id is ${idsOf('social')}`,
    holds: read =>
      isA(read, 'social') ||
      is(MEDIUM_WORDS.social, read.medium) ||
      read.click?.channel === 'social',
  },
  {
    channel: 'video',
    when: 'the source is a video site, or the medium says video',
    holds: read => isA(read, 'video') || read.medium.includes('video'),
  },
  {
    channel: 'search',
    when: 'the source is a search engine, or the medium is organic or seo',
    holds: read => isA(read, 'search') || is(MEDIUM_WORDS.search, read.medium),
  },
  {
    channel: 'referral',
    when: 'the medium is referral, app, link or partner',
    holds: read => is(MEDIUM_WORDS.referral, read.medium),
  },
  {
    channel: 'campaign',
    when: 'the link names a source, medium or campaign that no rule above knows',
    holds: read => read.medium !== '' || read.campaign !== '' || read.source !== '',
  },
  {
    channel: 'referral',
    when: 'there is a referrer',
    holds: read => read.hasReferrer,
  },
  {
    channel: 'direct',
    when: 'nothing of all this',
    holds: () => true,
  },
]

function idsOf(channel: Channel): string {
  return Object.entries(CLICK_IDS)
    .filter(([, click]) => click.channel === channel)
    .map(([name]) => `\`${name}\``)
    .join(', ')
}

function is(words: readonly string[], word: string): boolean {
  return word !== '' && words.includes(word)
}

function isA(read: Read, kind: SiteKind): boolean {
  return read.kind === kind
}

/** Whether one of the medium's words is this one: `paid_social` says social, `antisocial` does not. */
function says(read: Read, ...words: readonly string[]): boolean {
  return read.medium.split(/[^a-z0-9]+/).some(word => words.includes(word))
}

function saysShop(read: Read): boolean {
  return SHOP_CAMPAIGN.test(read.campaign) || says(read, 'shopping', 'paidshopping')
}

function isPush({ medium, source }: Read): boolean {
  return medium.endsWith('push') || medium.includes('notification') || source === 'firebase'
}

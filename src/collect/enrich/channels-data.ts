/**
 * Raise it whenever a rule or a list here or in `channels.ts` changes what an arrival comes to: it
 * stands beside what was classified, so that history can be classified anew.
 */
export const RULES_VERSION = 1

/** What a site is that people come from. */
export type SiteKind = 'search' | 'social' | 'video' | 'mail' | 'ai' | 'shopping' | 'referral'

/**
 * A site's name, then its hosts. `google.*` is that name under any country's ending (`google.fi`,
 * `google.co.uk`); any other host counts with all below it (`m.facebook.com`), and the longest that
 * fits is the one (`mail.google.com` before `google.*`).
 */
export const SITES: Readonly<Record<SiteKind, readonly string[]>> = {
  search: [
    ...['google google.* com.google.android.googlequicksearchbox', 'bing bing.com'],
    ...['yahoo yahoo.* yahoo.co.jp', 'yandex yandex.* ya.ru', 'duckduckgo duckduckgo.com ddg.gg'],
    ...['ecosia ecosia.org', 'qwant qwant.com', 'startpage startpage.com startpage.nl ixquick.com'],
    ...['brave search.brave.com', 'kagi kagi.com', 'mojeek mojeek.*', 'swisscows swisscows.*'],
    ...['metager metager.*', 'baidu baidu.com', 'naver naver.com', 'daum daum.net', 'so so.com'],
    ...['sogou sogou.com', 'seznam seznam.cz', 'aol aol.*', 'ask ask.com', 'lycos lycos.*'],
    ...['dogpile dogpile.com', 'presearch presearch.com presearch.org', 'excite excite.*'],
    ...['webcrawler webcrawler.com', 'petalsearch petalsearch.com', 'coccoc coccoc.com'],
    ...['rambler rambler.ru', 'mail.ru go.mail.ru', 'onet onet.pl', 'virgilio virgilio.it'],
    ...['t-online suche.t-online.de', 'gmx suche.gmx.net suche.gmx.at', 'web.de suche.web.de'],
    ...['search.ch search.ch', 'lilo lilo.org', 'oceanhero oceanhero.today'],
    ...['ekoru ekoru.org', 'givero givero.com', 'avast search.avast.com', 'yep yep.com'],
    ...[
      'msn msn.com',
      'centrum centrum.cz',
      'atlas atlas.cz',
      'sapo sapo.pt',
      'delfi otsing.delfi.ee',
    ],
    ...['eniro eniro.fi eniro.se eniro.com', 'fonecta fonecta.fi finder.fi', 'hitta hitta.se'],
    ...['020202 020202.fi', 'info info.com', 'infospace infospace.com', 'gibiru gibiru.com'],
    ...['searx searx.be searx.me searxng.org', 'peekier peekier.com', 'marginalia marginalia.nu'],
  ],
  social: [
    ...['facebook facebook.com fb.com fb.me fb.watch com.facebook.katana com.facebook.lite'],
    ...['messenger messenger.com m.me com.facebook.orca', 'instagram instagram.com ig.me'],
    ...[
      'instagram com.instagram.android',
      'threads threads.net threads.com',
      'x x.com twitter.com',
    ],
    ...['x t.co com.twitter.android', 'linkedin linkedin.com lnkd.in com.linkedin.android'],
    ...[
      'pinterest pinterest.* pin.it com.pinterest',
      'reddit reddit.com redd.it com.reddit.frontpage',
    ],
    ...['tiktok tiktok.com com.zhiliaoapp.musically', 'snapchat snapchat.com com.snapchat.android'],
    ...[
      'whatsapp whatsapp.com wa.me com.whatsapp',
      'telegram telegram.org t.me org.telegram.messenger',
    ],
    ...['discord discord.com discord.gg discordapp.com', 'tumblr tumblr.com', 'vk vk.com vk.ru'],
    ...[
      'ok.ru ok.ru',
      'weibo weibo.com weibo.cn',
      'wechat weixin.qq.com wechat.com',
      'line line.me',
    ],
    ...['viber viber.com', 'kakao kakao.com', 'quora quora.com', 'bluesky bsky.app bsky.social'],
    ...['mastodon mastodon.social mastodon.online mas.to mstdn.social joinmastodon.org'],
    ...['mastodon mastodontti.fi some.kapsi.fi', 'lemmy lemmy.world lemmy.ml', 'xing xing.com'],
    ...['nextdoor nextdoor.com nextdoor.*', 'meetup meetup.com', 'hackernews news.ycombinator.com'],
    ...['flickr flickr.com', 'livejournal livejournal.com', 'goodreads goodreads.com'],
    ...['ravelry ravelry.com', 'suomi24 suomi24.fi', 'vauva vauva.fi', 'ylilauta ylilauta.org'],
    ...[
      'jodel jodel.com',
      'flashback flashback.org',
      'familjeliv familjeliv.se',
      'slack com.slack',
    ],
  ],
  video: [
    ...['youtube youtube.com youtu.be youtube-nocookie.com com.google.android.youtube'],
    ...[
      'vimeo vimeo.com',
      'twitch twitch.tv',
      'dailymotion dailymotion.com dai.ly',
      'wistia wistia.com',
    ],
    ...['bilibili bilibili.com', 'rumble rumble.com', 'odysee odysee.com', 'kick kick.com'],
    ...[
      'nicovideo nicovideo.jp',
      'netflix netflix.com',
      'yle-areena areena.yle.fi',
      'ruutu ruutu.fi',
    ],
    ...['katsomo katsomo.fi', 'svtplay svtplay.se', 'viaplay viaplay.* viaplay.com'],
  ],
  mail: [
    ...['gmail mail.google.com gmail.com googlemail.com inbox.google.com com.google.android.gm'],
    ...[
      'outlook outlook.live.com outlook.office.com outlook.office365.com outlook.com hotmail.com',
    ],
    ...['outlook com.microsoft.office.outlook', 'yahoo-mail mail.yahoo.com mail.yahoo.co.jp'],
    ...[
      'aol-mail mail.aol.com',
      'proton-mail mail.proton.me mail.protonmail.com',
      'mail.ru e.mail.ru',
    ],
    ...['yandex-mail mail.yandex.ru mail.yandex.com', 'icloud-mail mail.icloud.com www.icloud.com'],
    ...[
      'fastmail fastmail.com',
      'hey app.hey.com',
      'tuta app.tuta.com mail.tutanota.com',
      'zoho mail.zoho.com',
    ],
    ...['mail.com mail.com', 'gmx gmx.net gmx.com gmx.de', 'web.de web.de'],
    ...[
      'luukku luukku.com',
      'elisa webmail.elisa.fi',
      'telia webmail.telia.fi',
      'orange mail01.orange.fr',
    ],
  ],
  ai: [
    ...['chatgpt chatgpt.com openai.com com.openai.chatgpt', 'claude claude.ai'],
    ...['gemini gemini.google.com bard.google.com', 'copilot copilot.microsoft.com copilot.com'],
    ...['copilot copilot.cloud.microsoft m365.cloud.microsoft', 'perplexity perplexity.ai'],
    ...['deepseek deepseek.com', 'grok grok.com x.ai grok.x.com', 'meta-ai meta.ai'],
    ...['mistral chat.mistral.ai', 'poe poe.com', 'you you.com', 'phind phind.com', 'pi pi.ai'],
    ...['character character.ai', 'kimi kimi.com kimi.moonshot.cn kimi.ai', 'doubao doubao.com'],
    ...['qwen qwen.ai chat.qwenlm.ai tongyi.aliyun.com', 'ernie yiyan.baidu.com ernie.baidu.com'],
    ...['duck-ai duck.ai', 'iask iask.ai', 'felo felo.ai', 'genspark genspark.ai', 'komo komo.ai'],
    ...['notebooklm notebooklm.google.com', 'lumo lumo.proton.me', 'andi andisearch.com'],
    ...['huggingchat huggingface.co', 'manus manus.im', 'exa exa.ai'],
  ],
  shopping: [
    ...['amazon amazon.* amzn.to amzn.eu', 'ebay ebay.*', 'etsy etsy.com', 'walmart walmart.com'],
    ...['aliexpress aliexpress.*', 'alibaba alibaba.com', 'temu temu.com', 'shein shein.*'],
    ...['rakuten rakuten.*', 'zalando zalando.*', 'wish wish.com', 'shop-app shop.app'],
    ...['google-shopping shopping.google.com', 'idealo idealo.*', 'kelkoo kelkoo.*'],
    ...['pricerunner pricerunner.*', 'prisjakt prisjakt.nu prisjakt.no hintaopas.fi'],
    ...[
      'hinta hinta.fi',
      'vertaa vertaa.fi',
      'tori tori.fi',
      'huuto huuto.net',
      'blocket blocket.se',
    ],
    ...[
      'tradera tradera.com',
      'nettikone nettikone.com',
      'nettiauto nettiauto.com',
      'mascus mascus.*',
    ],
    ...['cdon cdon.*', 'fruugo fruugo.*', 'bol bol.com', 'allegro allegro.pl', 'klarna klarna.com'],
    ...['tise tise.com', 'vinted vinted.*', 'ricardo ricardo.ch', 'mercadolibre mercadolibre.*'],
  ],
  // Of a company above, but no place to search or meet in.
  referral: [
    ...['docs.google.com docs.google.com', 'drive.google.com drive.google.com'],
    ...['sites.google.com sites.google.com', 'groups.google.com groups.google.com'],
    ...['accounts.google.com accounts.google.com', 'classroom.google.com classroom.google.com'],
    ...['translate.google.com translate.google.com', 'calendar.google.com calendar.google.com'],
    ...['meet.google.com meet.google.com', 'chat.google.com chat.google.com', 'aws aws.amazon.com'],
    ...['tagassistant.google.com tagassistant.google.com', 'teams teams.microsoft.com'],
    ...['finance.yahoo.com finance.yahoo.com', 'pay.google.com pay.google.com'],
    ...['login.yahoo.com login.yahoo.com', 'pay.amazon.com pay.amazon.com'],
  ],
}

/** Names above that are common words: a campaign's source is a site by them only with its ending. */
export const COMMON_WORDS: readonly string[] = [
  ...['so', 'ask', 'info', 'yep', 'atlas', 'line', 'kick', 'hey', 'poe', 'you', 'pi', 'character'],
  ...['andi', 'exa', 'wish', 'hinta', 'bol', 'brave', 'delfi', 'manus', 'felo', 'orange', 'elisa'],
  ...['telia', 'messenger', 'avast', 'fonecta', 'tori', 'klarna', 'excite', 'rumble', 'msn'],
]

/** Other spellings of a source in campaign links. */
export const ALIASES: Readonly<Record<string, string>> = {
  ...{ fb: 'facebook', meta: 'facebook', fbads: 'facebook', ig: 'instagram', insta: 'instagram' },
  ...{ igshopping: 'instagram', twitter: 'x', yt: 'youtube', li: 'linkedin', tt: 'tiktok' },
  ...{ adwords: 'google', googleads: 'google', gads: 'google', bingads: 'bing', ddg: 'duckduckgo' },
  ...{
    openai: 'chatgpt',
    'chat-gpt': 'chatgpt',
    'microsoft-copilot': 'copilot',
    reddit_ads: 'reddit',
  },
  ...{ 'facebook.com_ads': 'facebook', wa: 'whatsapp', snap: 'snapchat', pin: 'pinterest' },
}

/** Click ids that links carry: whose they are, and whether only an advertisement has them. */
export const CLICK_IDS: Readonly<
  Record<string, { readonly source: string; readonly channel: Channel }>
> = {
  gclid: { source: 'google', channel: 'paid-search' },
  wbraid: { source: 'google', channel: 'paid-search' },
  gbraid: { source: 'google', channel: 'paid-search' },
  dclid: { source: 'google', channel: 'display' },
  srsltid: { source: 'google', channel: 'shopping' },
  msclkid: { source: 'bing', channel: 'paid-search' },
  yclid: { source: 'yandex', channel: 'paid-search' },
  // Facebook and Instagram put these on every link out, paid for or not.
  fbclid: { source: 'facebook', channel: 'social' },
  igshid: { source: 'instagram', channel: 'social' },
  igsh: { source: 'instagram', channel: 'social' },
  ttclid: { source: 'tiktok', channel: 'paid-social' },
  twclid: { source: 'x', channel: 'paid-social' },
  li_fat_id: { source: 'linkedin', channel: 'paid-social' },
  epik: { source: 'pinterest', channel: 'paid-social' },
  sccid: { source: 'snapchat', channel: 'paid-social' },
  rdt_cid: { source: 'reddit', channel: 'paid-social' },
  mc_eid: { source: 'mailchimp', channel: 'email' },
  mc_cid: { source: 'mailchimp', channel: 'email' },
  _kx: { source: 'klaviyo', channel: 'email' },
  vero_id: { source: 'vero', channel: 'email' },
}

/** Parameters of links that are click ids, the ones that say most first. */
export const CLICK_NAMES = Object.keys(CLICK_IDS)

/** Whether anybody pays for the click is said by one of these words in the medium. */
export const PAID_WORDS: readonly string[] = [
  ...['cpc', 'ppc', 'cpm', 'cpv', 'cpa', 'cpp', 'cpl', 'cpe', 'cpi', 'cp', 'sem'],
  ...['retargeting', 'remarketing', 'maksettu', 'betald', 'betalt', 'sponsored'],
]

/** Words of the medium, and for e-mail, SMS and push of the source too. */
export const MEDIUM_WORDS = {
  display: ['display', 'banner', 'expandable', 'interstitial', 'cpm', 'programmatic'],
  email: [
    ...['email', 'e-mail', 'e_mail', 'e mail', 'mail', 'newsletter', 'uutiskirje', 'nyhetsbrev'],
    ...['sahkoposti', 'sähköposti', 'e-post', 'epost'],
  ],
  sms: ['sms', 'tekstiviesti', 'mms'],
  affiliate: ['affiliate', 'affiliates', 'kumppanuus'],
  audio: ['audio', 'podcast', 'radio', 'spotify'],
  social: [
    ...['social', 'social-network', 'social-media', 'sm', 'social network', 'social media'],
    ...['social_network', 'social_media', 'some', 'sosiaalinen-media', 'organic-social'],
    ...['organic_social', 'sociala-medier'],
  ],
  search: ['organic', 'seo', 'organic-search', 'organic_search'],
  referral: ['referral', 'app', 'link', 'partner'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** What a campaign's writer left unfilled, or a tool filled in with nothing. */
export const EMPTY_WORDS: readonly string[] = [
  ...[
    '',
    '-',
    '--',
    'null',
    'undefined',
    'none',
    '(none)',
    '(not set)',
    'not set',
    'notset',
    'n/a',
  ],
  ...['nan', '[object object]', '(direct)', 'direct', '(not provided)', 'test', 'false', 'true'],
]

/** Every way in there is. */
export const CHANNELS = [
  ...['internal', 'cross-network', 'paid-shopping', 'paid-search', 'paid-social', 'paid-video'],
  ...['display', 'paid', 'email', 'sms', 'push', 'affiliate', 'audio', 'ai', 'shopping', 'social'],
  ...['video', 'search', 'referral', 'campaign', 'direct'],
] as const
export type Channel = (typeof CHANNELS)[number]

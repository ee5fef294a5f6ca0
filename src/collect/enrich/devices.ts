import { parse } from 'bowser'

/** What a User-Agent header says of a device, in the few words that a report needs. */
export type Device = {
  /** One of `KINDS`; empty when it is not known. */
  readonly device: string
  readonly browser: string
  readonly os: string
  /** The major version alone: finer ones tell people apart. */
  readonly os_version: string
}

/** Kinds of device there are. */
export const KINDS = ['phone', 'tablet', 'computer', 'tv', 'console', 'watch', 'headset'] as const
type Kind = (typeof KINDS)[number]

const NAME_MAX = 32
const NONE: Device = { device: '', browser: '', os: '', os_version: '' }

/** Asked before the parser, which knows phones, tablets, computers and some televisions. */
const KIND_RULES: readonly (readonly [RegExp, Kind])[] = [
  [/PlayStation|Xbox|Nintendo/i, 'console'],
  [
    /Smart-?TV|Web0S|webOS\.TV|HbbTV|NetCast|BRAVIA|AFT[A-Z]|GoogleTV|Google TV|Android ?TV|AppleTV|Apple TV|CrKey|Roku|VIDAA|Tizen.*\bTV\b|\bTV\b.*Tizen|DTV|MiTV|MIBOX|SHIELD Android/i,
    'tv',
  ],
  [/OculusBrowser|\bQuest\b|VisionOS|PicoBrowser|Pacific Build/i, 'headset'],
  [/Watch ?OS|Apple Watch|\bWatch\b|SM-R\d{3}/i, 'watch'],
  [/iPad|Tablet|PlayBook|Silk(?!.*Mobile)|Kindle/i, 'tablet'],
  [/iPhone|iPod|Windows Phone|IEMobile/i, 'phone'],
]
const PARSED_KINDS: Readonly<Record<string, Kind>> = {
  mobile: 'phone',
  tablet: 'tablet',
  desktop: 'computer',
  tv: 'tv',
}
/** Apps with a browser inside, which the parser takes for the browser they are made of. */
const APPS: readonly (readonly [RegExp, string])[] = [
  [/\bInstagram\b/, 'Instagram'],
  [/\bFBAN|\bFBAV|\bFB_IAB/, 'Facebook'],
  [/musical_ly|BytedanceWebview|TikTok/i, 'TikTok'],
  [/\bSnapchat\b/, 'Snapchat'],
  [/\bPinterest\b/, 'Pinterest'],
  [/LinkedInApp/, 'LinkedIn'],
  [/\bTwitter\b/, 'X'],
  [/MicroMessenger/, 'WeChat'],
  [/\bLine\//, 'Line'],
  [/\bGSA\//, 'Google app'],
  [/OculusBrowser/, 'Meta Quest Browser'],
  [/\bDuckDuckGo\//, 'DuckDuckGo'],
  [/HuaweiBrowser/, 'Huawei Browser'],
  [/MiuiBrowser/, 'Mi Browser'],
]
const BROWSERS: Readonly<Record<string, string>> = {
  'Microsoft Edge': 'Edge',
  'Samsung Internet for Android': 'Samsung Internet',
  'Opera Touch': 'Opera',
  'Google Search': 'Google app',
}
/** Brands that say more than the User-Agent header does, which calls all of these Chrome. */
const BRANDS: Readonly<Record<string, string>> = {
  Brave: 'Brave',
  'Microsoft Edge': 'Edge',
  Opera: 'Opera',
  'Opera GX': 'Opera',
  Vivaldi: 'Vivaldi',
  'Samsung Internet': 'Samsung Internet',
  DuckDuckGo: 'DuckDuckGo',
  YaBrowser: 'Yandex Browser',
  Yandex: 'Yandex Browser',
  Whale: 'Whale',
  Ecosia: 'Ecosia',
}

/** Reads a User-Agent header, helped by the brands of `Sec-CH-UA`. */
export function deviceOf(userAgent: string, brands: string): Device {
  if (userAgent === '') return NONE
  const { browser, os, platform } = parse(userAgent)
  const app = APPS.find(([pattern]) => pattern.test(userAgent))?.[1]
  const name = app ?? brandIn(brands) ?? BROWSERS[browser.name ?? ''] ?? browser.name ?? ''
  const system = systemOf(userAgent, os.name ?? '')
  return {
    device: kindOf(userAgent, platform.type ?? '', system),
    browser: name.slice(0, NAME_MAX),
    os: system.slice(0, NAME_MAX),
    os_version: majorOf(os.name === 'Windows' ? os.versionName : os.version),
  }
}

function kindOf(text: string, parsed: string, system: string): Kind | '' {
  const ruled = KIND_RULES.find(([pattern]) => pattern.test(text))?.[1]
  if (ruled !== undefined) return ruled
  // Android without `Mobile` is a tablet by Google's own rule.
  if (system === 'Android') return /Mobile/.test(text) || parsed === 'mobile' ? 'phone' : 'tablet'
  return system === 'ChromeOS' ? 'computer' : (PARSED_KINDS[parsed] ?? '')
}

function systemOf(text: string, parsed: string): string {
  if (/\bCrOS\b/.test(text)) return 'ChromeOS'
  if (/iPad|iPhone|iPod/.test(text)) return 'iOS'
  return parsed === 'Chrome OS' ? 'ChromeOS' : parsed
}

function majorOf(version: string | undefined): string {
  return /^(?:\d{1,4}|XP|Vista)/.exec(version ?? '')?.[0] ?? ''
}

function brandIn(brands: string): string | undefined {
  if (brands === '') return undefined
  for (const [, brand = ''] of brands.matchAll(/"([^"]{1,64})";v=/g)) {
    if (Object.hasOwn(BRANDS, brand)) return BRANDS[brand]
  }
  return undefined
}

import { createIsbotFromList, list } from 'isbot'
import type { Signs } from '../intake.ts'

/** Raise it whenever a signal below is found in another way, or the verdict weighs them differently. */
export const BOT_RULES_VERSION = 1

/** Signals that no human made an event, each a bit of what is kept. */
export const BOT = {
  /** The User-Agent header says so itself. */
  declared: 1,
  /** Says it is a browser, and does not send what that browser sends. */
  headers: 2,
  /** Headless, or driven by a program, by its own word. */
  driven: 4,
  /** Faster than anyone reads. */
  rate: 8,
  /** A User-Agent header that nobody's browser has had for years, or never. */
  impossible: 16,
} as const

/** The verdict, in words; views apply it to the bits, so history is judged by the rule of today. */
export const BOT_RULE =
  'a robot is what says so itself (1), or has at least two of the other signals (2, 4, 8, 16)'

/** The verdict over the bits of one event. */
export function isRobot(bits: number): boolean {
  if ((bits & BOT.declared) !== 0) return true
  const others = bits & (BOT.headers | BOT.driven | BOT.rate | BOT.impossible)
  return (others & (others - 1)) !== 0
}

const HEADLESS = /headless/i
/** Headless browsers obey the same choices as any, and what proves this system is one: a signal apart. */
const declaresItself = createIsbotFromList(list.filter(pattern => !HEADLESS.test(pattern)))
/** Our additions: AI crawlers and link previews that name themselves without the usual words. */
const DECLARED =
  /GPTBot|ChatGPT-User|OAI-SearchBot|ClaudeBot|Claude-(?:User|Web|SearchBot)|anthropic-ai|PerplexityBot|Perplexity-User|Google-Extended|GoogleOther|CCBot|Bytespider|cohere-ai|Diffbot|meta-externalagent|MistralAI-User|Amazonbot|Applebot|YouBot|DuckAssistBot/i

const OLD_CHROME = 50
const OLD_FIREFOX = 45
const VERSION_MAX = 400
const ANCIENT =
  /MSIE [1-9]\.|Trident\/[3-6]\.|Windows (?:95|98|CE|NT [34]\.|NT 5\.0)|Mozilla\/[1-4]\.|Netscape|iPhone OS [1-8]_|Android [1-3]\.|Mac OS X 10_[0-6](?!\d)|PPC Mac|Presto\//
const MALFORMED = /[{}<>$`]|undefined|\bnull\b|^["']|["']$|^\s|select |\.\.\/|[^\x20-\x7e]/i
const TELEVISION = /TV|Web0S|Tizen|PlayStation|Nintendo|Xbox|CrKey|Roku|BRAVIA|HbbTV/i

/** The signals in the User-Agent header alone, so that they can be remembered with it. */
export function signalsOfAgent(userAgent: string): number {
  if (userAgent === '') return 0
  const says = declaresItself(userAgent) || DECLARED.test(userAgent)
  return (
    (says ? BOT.declared : 0) |
    (HEADLESS.test(userAgent) ? BOT.driven : 0) |
    (isImpossible(userAgent) ? BOT.impossible : 0)
  )
}

/** The signals in what came with it. Only what claims to be a browser owes what browsers send. */
export function signalsOfRequest(userAgent: string, signs: Signs): number {
  const driven = signs.driven === true ? BOT.driven : 0
  // A server speaks for its visitors here, and has none of their headers.
  if (!('acceptLanguage' in signs)) return driven
  if (userAgent === '') return driven | BOT.headers
  if (!userAgent.startsWith('Mozilla/5.0 (')) return driven
  const isSilent = (signs.acceptLanguage ?? '') === ''
  return driven | (isSilent || contradicts(userAgent, signs.brands ?? '') ? BOT.headers : 0)
}

/** Brands come only from Chromium, in the very version that the User-Agent header tells. */
function contradicts(userAgent: string, brands: string): boolean {
  if (brands === '') return false
  const claimed = /Chrom(?:e|ium)\/(\d{1,4})/.exec(userAgent)?.[1]
  if (claimed === undefined) return !/OculusBrowser|GSA\/|WebView|wv\)/.test(userAgent)
  const version = /"(?:Chromium|HeadlessChrome|Google Chrome)";v="(\d{1,4})/.exec(brands)?.[1]
  return version !== undefined && version !== claimed
}

function isImpossible(userAgent: string): boolean {
  if (ANCIENT.test(userAgent) || MALFORMED.test(userAgent)) return true
  if (/^Mozilla\/5\.0(?: \([^)]*)?$/.test(userAgent)) return true
  const version = (name: string) =>
    Number(new RegExp(`${name}/(\\d{1,6})`).exec(userAgent)?.[1] ?? Number.NaN)
  const [chrome, firefox] = [version('Chrome'), version('Firefox')]
  if (chrome > VERSION_MAX || firefox > VERSION_MAX) return true
  // Televisions keep the browser they were made with.
  return !TELEVISION.test(userAgent) && (chrome < OLD_CHROME || firefox < OLD_FIREFOX)
}

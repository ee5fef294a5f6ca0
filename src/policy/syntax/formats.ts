import { spanOf } from '../lifetime.ts'
import { isoOf, moment } from '../../base/time.ts'
import type { Code } from '../diagnostic.ts'

/** A kind of text the language knows, beyond its letters: what it must be and what to write. */
export type Format = {
  /** What an editor can check. */
  readonly pattern: string
  readonly maxLength: number
  /** What is wrong with a text, or undefined when it is well. */
  wrong(text: string): { readonly code: Code; readonly what: string } | undefined
  readonly help: string
}

// No control characters and no marks that turn the direction: names are printed everywhere.
const LETTERS =
  '[^\\u0000-\\u0020\\u007F-\\u00A0\\u061C\\u2000-\\u200F\\u2028-\\u202F\\u2060-\\u206F\\uFEFF<>]+'
const LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?'
const HOST = `${LABEL}(\\.${LABEL})*(:[1-9][0-9]{0,4})?`
const SPAN = '[1-9][0-9]{0,9} (second|minute|hour|day|month|year)s?'

/** Every format by the name the schema calls it (`x-kind`). */
export const FORMATS = {
  id: plain('^[a-z][a-z0-9-]{0,63}$', 'an id', 'use lower-case letters, digits and `-`'),
  name: plain(
    `^${LETTERS}( ${LETTERS})*$`,
    'a name',
    'write a short name on one line, at most 80 characters',
    80,
  ),
  'business-id': {
    pattern: '^[0-9]{7}-[0-9]$',
    maxLength: 9,
    wrong: businessIdFault,
    help: 'seven digits, `-` and the check digit: `1234567-1`',
  },
  'postal-code': plain('^[0-9A-Z][0-9A-Z -]{2,9}$', 'a postal code', 'for example `"00100"`'),
  country: plain('^[A-Z]{2}$', 'a country code', 'two capital letters of ISO 3166-1: `FI`'),
  host: plain(`^${HOST}$`, 'a host name', 'only the host, in lower case: `shop.example`'),
  'tracker-name': plain(
    "^[!#$%&'*+.^_`|~0-9A-Za-z:/@-]{1,128}$",
    'a name that a browser can store',
    'letters, digits and signs without spaces; one `*` may stand for any characters',
  ),
  email: plain(
    '^[A-Za-z0-9.!#$%&*+/=?^_{|}~-]{1,64}@[a-z0-9.-]+\\.[a-z]{2,}$',
    'an e-mail address',
    'for example `privacy@shop.example`',
  ),
  url: {
    pattern: `^https://${HOST}(/[!#-;=?-~]*)?$`,
    maxLength: 2048,
    wrong: text => (isHttps(text) ? undefined : malformed(text, 'a web address with https')),
    help: 'write the whole address: `https://shop.example/page`',
  },
  'source-key': plain(
    '^([a-z0-9][a-z0-9-]{5,47}|sha256:[0-9a-f]{64})$',
    'the key of a source',
    'a word of 6 to 48 lower-case letters, digits and `-`; for a secret `sha256:` and its hash (`lupaus sources --new`)',
    71,
  ),
  sentence: plain(
    '^[0-9]{3}(\\.[0-9]{2})?( [0-9]{3}(\\.[0-9]{2})?)*$',
    'the number of a sentence',
    'write document and sentence: `004.12`; the whole document: `004`',
  ),
  act: plain('^[0-9]{1,4}/[0-9]{4}$', 'the number of an act', 'for example `1050/2018`', 9),
  phone: plain(
    '^[+][0-9]{2,3}( [0-9]{1,9}){1,6}$',
    'a phone number',
    'for example `+358 40 123456`',
    32,
  ),
  'app-id': plain(
    '^[A-Za-z][A-Za-z0-9_]*([.][A-Za-z0-9_]+)+$',
    'a package of an app',
    '`fi.company.app`',
  ),
  document: plain(
    '^[A-Z][A-Z0-9]*([-/.][A-Z0-9]+)*$',
    'the number of a document',
    'capital letters, digits, `-`, `/` and `.`: `LIA-2026-04`',
    64,
  ),
  count: plain('^[1-9][0-9]{0,5} people$', 'a number of people', 'for example `50 people`', 16),
  age: plain('^[1-9][0-9]? years$', 'an age', 'for example `13 years`', 8),
  date: {
    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
    maxLength: 10,
    wrong: text => (isDate(text) ? undefined : malformed(text, 'a date of the calendar')),
    help: 'write year, month and day: `2026-11-22`',
  },
  span: {
    pattern: `^${SPAN}$`,
    maxLength: 32,
    wrong: spanFault,
    help: 'write a number and `seconds`, `minutes`, `hours`, `days`, `months` or `years`, at most 100 years',
  },
  lifetime: {
    pattern: `^(session|${SPAN})$`,
    maxLength: 32,
    wrong: text => (text === 'session' ? undefined : spanFault(text)),
    help: 'write a time such as `30 minutes` or `26 months`, or `session`',
  },
} as const satisfies Record<string, Format>

export type FormatName = keyof typeof FORMATS

export function isFormatName(name: unknown): name is FormatName {
  return typeof name === 'string' && Object.hasOwn(FORMATS, name)
}

function plain(pattern: string, what: string, help: string, maxLength = 254): Format {
  const shape = new RegExp(pattern, 'u')
  return {
    pattern,
    maxLength,
    wrong: text =>
      text.length <= maxLength && shape.test(text) ? undefined : malformed(text, what),
    help,
  }
}

function malformed(text: string, what: string) {
  return { code: 'L0106', what: `\`${brief(text)}\` is not ${what}` } as const
}

function spanFault(text: string) {
  const span = spanOf(text)
  if (!span) return { code: 'L0201', what: `\`${brief(text)}\` is not a length of time` } as const
  if (span.count > 0) return undefined
  return { code: 'L0202', what: `\`${text}\` is no time at all` } as const
}

const BUSINESS_ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2]

function businessIdFault(text: string) {
  if (!/^[0-9]{7}-[0-9]$/.test(text)) return malformed(text, 'a Finnish business id')
  const sum = BUSINESS_ID_WEIGHTS.reduce((all, weight, at) => all + weight * Number(text[at]), 0)
  // A remainder of one would need a check digit of ten: such numbers are not given to anybody.
  const isRight = (sum + Number(text[8])) % 11 === 0
  return isRight ? undefined : malformed(text, 'a Finnish business id: its check digit is wrong')
}

function isHttps(text: string): boolean {
  return new RegExp(FORMATS.url.pattern, 'u').test(text) && URL.canParse(text)
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) return false
  return isoOf(moment(text)).startsWith(text)
}

/** What the user wrote, short enough for one line of a message. */
export function brief(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 57)}...` : line
}

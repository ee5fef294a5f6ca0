import { Fault } from '../base/fault.ts'
import { isPostable } from '../platform/egress.ts'

/** What an interface can ask for, by the vendors' own names. */
export const SETTING_NAMES = [
  'URL',
  'MEASUREMENT_ID',
  'API_SECRET',
  'PIXEL_ID',
  'ACCESS_TOKEN',
  'CONVERSION_ID',
  'EVENT_PREFIX',
] as const
export type SettingName = (typeof SETTING_NAMES)[number]

/** One vendor's settings. Some are secrets, so none is ever repeated in a message. */
export type VendorSettings = Readonly<Partial<Record<SettingName, string>>>

/** Settings by vendor; empty for one that has none. */
export type SettingsOf = (vendor: string) => VendorSettings

const PREFIX = 'LUPAUS_VENDOR_'
const NAME = new RegExp(`^${PREFIX}([A-Z0-9_]+?)_(${SETTING_NAMES.join('|')})$`)
/** Printable, without spaces, so that none can bend an address or a header. */
const VALUE = /^[\x21-\x7e]{1,512}$/
/** They stand in an address or an event's name. */
const WORD = /^[\w.-]{1,64}$/

/** Reads `LUPAUS_VENDOR_<ID>_<NAME>`; one `Fault` tells all problems, and no value. */
export function readVendorSettings(given: Readonly<Record<string, string>>): SettingsOf {
  const known = new Map<string, Record<string, string>>()
  const problems: string[] = []
  for (const [variable, value] of Object.entries(given)) {
    if (value === '') continue
    const [, vendor, name] = NAME.exec(variable) ?? []
    const problem = name === undefined ? noSuch() : problemOf(name, value)
    if (problem !== undefined) problems.push(`\`${variable}\` ${problem}`)
    if (vendor === undefined || name === undefined) continue
    known.set(vendor, { ...known.get(vendor), [name]: value })
  }
  if (problems.length > 0) {
    const help = `the README of the slice \`vendors\` tells what each vendor needs`
    throw new Fault('config.invalid', problems.join('\n'), help)
  }
  return vendor => known.get(vendor.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')) ?? {}
}

function noSuch(): string {
  return `is no setting of a vendor: it must end in ${SETTING_NAMES.map(name => `\`_${name}\``).join(', ')}`
}

function problemOf(name: string, value: string): string | undefined {
  if (name === 'URL') {
    return isPostable(value) && new URL(value).search === ''
      ? undefined
      : 'must be an address that begins with `https://`, or one of this machine'
  }
  if (name === 'API_SECRET' || name === 'ACCESS_TOKEN') {
    return VALUE.test(value) ? undefined : 'must be printable characters without spaces'
  }
  return WORD.test(value) ? undefined : 'must be letters, digits, `_`, `.` and `-`'
}

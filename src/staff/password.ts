import { hash, verify } from '@node-rs/argon2'
import { COMMON } from './common-passwords.ts'
import { PASSWORD_MIN, type ProblemCode } from './wire.ts'

// argon2id with OWASP's second setting: 19 MiB, two passes; a hash carries its own settings.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The argon2id hash of a password, with its salt and settings. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

/** Whether the password is the one that was hashed. Takes the same work for a yes and a no. */
export function isPassword(hashed: string, password: string): Promise<boolean> {
  return verify(hashed, password)
}

/** What is wrong with a new password, if anything: too short, guessed first, or made of the owner. */
export function passwordFault(
  password: string,
  owner: { readonly email: string; readonly name: string },
): ProblemCode | undefined {
  const plain = password.toLowerCase()
  if (lengthOf(password) < PASSWORD_MIN) return 'staff.password-short'
  if (isGuessedFirst(plain)) return 'staff.password-common'
  const [mailbox = ''] = owner.email.toLowerCase().split('@')
  const personal = [owner.email.toLowerCase(), mailbox, owner.name.toLowerCase()]
  return personal.some(part => part.length >= 4 && rest(plain, part) < 6)
    ? 'staff.password-personal'
    : undefined
}

/** Among the most used ones, one short piece over and over, or a run such as 123456789012. */
function isGuessedFirst(plain: string): boolean {
  if (COMMON.has(plain) || COMMON.has(plain.replaceAll(/[\d!.?*]+$/g, ''))) return true
  return /^(.{1,4})\1+.{0,3}$/.test(plain) || isRun(plain)
}

function isRun(plain: string): boolean {
  const codes = Array.from(plain, sign => sign.charCodeAt(0))
  const steps = codes.slice(1).map((code, i) => code - (codes[i] ?? 0))
  return (
    steps.filter(step => step === 1).length >= steps.length - 2 ||
    steps.filter(step => step === -1).length >= steps.length - 2
  )
}

/** How many characters are left when the owner's own words are taken out. */
function rest(plain: string, part: string): number {
  return plain.includes(part) ? plain.replaceAll(part, '').length : plain.length
}

/** Characters as a person counts them: code points, not halves of them. */
function lengthOf(text: string): number {
  return Array.from(text).length
}

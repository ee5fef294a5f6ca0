import type { Claims } from '../intake.ts'
import { type Context, isObject } from './message.ts'

const CHOICES_MAX = 64

/** A no to everything: what is said of consent and cannot be read. */
export const ALL_REFUSED: Claims = { granted: [], refused: ['*'] }

/**
 * What the client says was chosen: Segment's `consent.categoryPreferences`, RudderStack's
 * `consentManagement`. Undefined when it says nothing. Whatever is said and cannot be read refuses
 * everything; what is both granted and refused is refused.
 */
export function claimsIn({ consent, consentManagement }: Context): Claims | undefined {
  if (consent === undefined && consentManagement === undefined) return undefined
  const granted = new Set<string>()
  const refused = new Set<string>()
  const isRead =
    (consent === undefined || readPreferences(consent, granted, refused)) &&
    (consentManagement === undefined || readIds(consentManagement, granted, refused))
  if (!isRead || granted.has('*')) return ALL_REFUSED
  return { granted: [...granted].filter(id => !refused.has(id)), refused: [...refused] }
}

/** `{ categoryPreferences: { id: true } }` */
function readPreferences(consent: unknown, granted: Set<string>, refused: Set<string>): boolean {
  if (!isObject<'categoryPreferences'>(consent)) return false
  const { categoryPreferences } = consent
  if (!isObject<never>(categoryPreferences)) return false
  const choices = Object.entries<unknown>(categoryPreferences)
  for (const [id, choice] of choices) {
    if (typeof choice !== 'boolean') return false
    const side = choice ? granted : refused
    side.add(id)
  }
  return choices.length <= CHOICES_MAX
}

/** `{ allowedConsentIds: [], deniedConsentIds: [] }`; how they are weighed there is not our rule. */
function readIds(management: unknown, granted: Set<string>, refused: Set<string>): boolean {
  if (!isObject<'allowedConsentIds' | 'deniedConsentIds'>(management)) return false
  const { allowedConsentIds: allowed, deniedConsentIds: denied } = management
  if (allowed === undefined && denied === undefined) return false
  return addAll(allowed, granted) && addAll(denied, refused)
}

function addAll(ids: unknown, side: Set<string>): boolean {
  if (ids === undefined) return true
  if (!Array.isArray(ids) || ids.length > CHOICES_MAX) return false
  for (const id of ids) {
    if (typeof id !== 'string') return false
    side.add(id)
  }
  return true
}

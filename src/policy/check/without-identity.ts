import type { FieldName } from '../vocabulary.ts'
import type { Draft, PurposeText } from './place.ts'

/** Fields too coarse to tell one visitor from another; nothing else is kept of whoever has no identity. */
export const COARSE_FIELDS: readonly FieldName[] = [
  'path',
  'title',
  'referrer',
  'language',
  'device',
  'browser',
  'os',
  'country',
  'channel',
  'source',
  'visible_seconds',
  'results',
  'link_kind',
]

/** What is counted without identity has none: nothing on the device, nothing fine, and it is told. */
export function checkWithoutIdentity(draft: Draft): void {
  for (const [index, purpose] of draft.text.purposes.entries()) {
    if (purpose.visitors !== 'without-identity') continue
    checkUse(draft, purpose, index)
    checkTrackers(draft, purpose)
    checkFields(draft, purpose, index)
    checkTold(draft, purpose, index)
  }
}

function checkUse(draft: Draft, { id, category, collects, form }: PurposeText, index: number) {
  const at = ['purposes', index, 'visitors']
  if (category !== 'analytics') {
    const message = `\`${id}\` is no \`analytics\`, and only counting goes without identity`
    draft.wrong('L1006', at, message, 'write `category: analytics`, or take `visitors` away')
  } else if (!collects) {
    const message = `\`${id}\` counts nothing: it collects no events`
    draft.wrong('L1006', at, message, 'add `collects`, or take `visitors` away')
  }
  if (!form?.identifying) return
  const message = `\`${id}\` counts without identity, and names data that tells who it is`
  const help = 'take `identifying` away, or `visitors`'
  draft.wrong('L1006', ['purposes', index, 'form', 'identifying'], message, help)
}

function checkTrackers(draft: Draft, { id }: PurposeText): void {
  for (const [index, tracker] of draft.text.trackers.entries()) {
    if (tracker.purpose !== id) continue
    const message = `\`${tracker.name}\` is kept on the device, but \`${id}\` counts without identity`
    const help = 'give the tracker to a purpose that asks for consent, or remove it'
    draft.wrong('L1007', ['trackers', index, 'purpose'], message, help)
  }
}

function checkFields(draft: Draft, { id, collects }: PurposeText, index: number): void {
  for (const [at, { fields }] of (collects ?? []).entries())
    for (const [which, field] of fields.entries()) {
      if (COARSE_FIELDS.includes(field)) continue
      const message = `\`${field}\` tells too much for \`${id}\`, which counts without identity`
      const help = `keep it under a purpose that asks for consent; here only ${COARSE_FIELDS.map(one => `\`${one}\``).join(', ')}`
      draft.wrong('L1008', ['purposes', index, 'collects', at, 'fields', which], message, help)
    }
}

/** Who counts people that were not asked says so, and destroys the salt each day. */
function checkTold(draft: Draft, { id, basis }: PurposeText, index: number): void {
  const { measurement } = draft.text
  if (basis.web !== 'legitimate-interest' && basis.app !== 'legitimate-interest') return
  if (measurement?.['without-consent'] === 'aggregate') return
  const message = measurement
    ? `\`${id}\` counts without consent, but the policy says that nothing is counted`
    : `\`${id}\` counts without consent, and the policy does not say so`
  const help = 'write `measurement: { without-consent: aggregate, salt: destroyed-daily }`'
  draft.wrong('L1009', ['purposes', index, 'visitors'], message, help)
}

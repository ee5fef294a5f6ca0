import type { Draft, PurposeText } from './place.ts'

/** Each purpose stands on a basis that its category allows. */
export function checkPurposes(draft: Draft): void {
  for (const [index, purpose] of draft.text.purposes.entries()) {
    checkBasis(draft, purpose, index)
    checkCollects(draft, purpose, index)
    warnUnused(draft, purpose, index)
  }
  checkSignals(draft)
  warnIdleVendors(draft)
}

// § 205 of Act 917/2014: only what the visitor asked for goes without consent.
function checkBasis(draft: Draft, purpose: PurposeText, index: number): void {
  const { category, basis, services } = purpose
  if (category === undefined) return checkOffDevice(draft, purpose, index)
  const needed = category === 'functional' ? 'service-requested' : 'consent'
  const unfit = DEVICE_CHANNELS.filter(channel => !isFit(purpose, basis[channel], needed))
  if (basis.web === undefined && basis.app === undefined) {
    const message = `\`${purpose.id}\` takes part on devices, but names no basis for the web or the app`
    draft.wrong('L0102', ['purposes', index, 'basis'], message, `add \`web: ${needed}\``)
  } else if (unfit.length > 0) {
    for (const channel of unfit) {
      const message = `\`${category}\` cannot rest on \`${basis[channel]}\``
      const help = `write \`${channel}: ${needed}\`; only \`functional\` goes without consent, and counting without identity`
      draft.wrong('L0401', ['purposes', index, 'basis', channel], message, help)
    }
  } else if (category === 'functional' && !services) {
    const message = 'a purpose without consent names the services that visitors ask for'
    draft.wrong('L0302', ['purposes', index, 'basis'], message, 'add `services: [...]`')
  }
  if (category !== 'functional' && services) {
    const message = `a purpose that asks for consent is no service the visitor asked for`
    draft.wrong('L0305', ['purposes', index, 'services'], message, 'take `services` away')
  }
}

const DEVICE_CHANNELS = ['web', 'app'] as const

/** Counting touches no device where nobody has an identity, so it may rest on an interest as well. */
function isFit(
  { category, visitors }: PurposeText,
  held: PurposeText['basis']['web'],
  needed: 'service-requested' | 'consent',
): boolean {
  if (held === undefined || held === needed) return true
  const counts = category === 'analytics' && visitors === 'without-identity'
  return counts && held === 'legitimate-interest'
}

// What has no category stays off the device: nothing of § 205 applies, and nothing is stored there.
function checkOffDevice(draft: Draft, { id, basis, collects }: PurposeText, index: number): void {
  if (collects) {
    const message = `\`${id}\` collects events of visits, but has no category`
    draft.wrong('L0314', ['purposes', index, 'collects'], message, 'add `category`')
  }
  if (Object.values(basis).length > 0) return
  const message = `\`${id}\` names no basis at all`
  draft.wrong('L0102', ['purposes', index, 'basis'], message, 'name one for each channel')
}

function checkCollects(draft: Draft, { category, collects }: PurposeText, index: number): void {
  if (category === 'functional' && collects) {
    const message = 'a functional purpose keeps no events'
    const help = 'move `collects` to a purpose that asks for consent'
    draft.wrong('L0402', ['purposes', index, 'collects'], message, help)
  }
  const seen = new Set<string>()
  for (const [at, { event }] of (collects ?? []).entries()) {
    if (seen.has(event)) {
      const message = `\`${event}\` is already collected above`
      const path = ['purposes', index, 'collects', at, 'event']
      draft.wrong('L0109', path, message, 'put all its fields into one list')
    }
    seen.add(event)
  }
}

function checkSignals(draft: Draft): void {
  const functional = draft.text.purposes.filter(({ category }) => category === 'functional')
  for (const [index, { signal, refuses }] of (draft.text.signals ?? []).entries())
    for (const [at, id] of refuses.entries()) {
      if (!functional.some(purpose => purpose.id === id)) continue
      const message = `\`${signal}\` cannot refuse \`${id}\`, which the visitor asks for by using it`
      const help = 'name only purposes that ask for consent'
      draft.wrong('L0403', ['signals', index, 'refuses', at], message, help)
    }
}

function warnUnused(draft: Draft, { id, category }: PurposeText, index: number): void {
  if (category !== 'functional') return
  if (draft.text.trackers.some(({ purpose }) => purpose === id)) return
  const message = `no tracker serves the functional purpose \`${id}\``
  draft.wrong('L0503', ['purposes', index, 'id'], message, 'declare its trackers, or remove it')
}

function warnIdleVendors(draft: Draft): void {
  const { purposes, trackers, vendors } = draft.text
  for (const [index, { id }] of (vendors ?? []).entries()) {
    const isUsed =
      trackers.some(({ vendor }) => vendor === id) ||
      purposes.some(purpose => purpose.vendors?.includes(id))
    if (isUsed) continue
    const message = `nothing in the policy uses the vendor \`${id}\``
    draft.wrong('L0504', ['vendors', index, 'id'], message, 'remove it, or name it in a purpose')
  }
}

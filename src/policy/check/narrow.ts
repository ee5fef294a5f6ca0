import { knownAs } from './known-trackers.ts'
import { SELF } from './names.ts'
import type { Draft, PurposeText, TrackerText } from './place.ts'

/** What needs no consent stays narrow, and each tracker says honestly whose it is. */
export function checkNarrow(draft: Draft): void {
  const purposes = new Map(draft.text.purposes.map(purpose => [purpose.id, purpose]))
  for (const [index, tracker] of draft.text.trackers.entries()) {
    const purpose = purposes.get(tracker.purpose)
    checkParty(draft, tracker, index)
    if (!purpose) continue
    checkVendor(draft, tracker, index, purpose)
    if (purpose.category === undefined) checkOnDevice(draft, tracker, index, purpose)
    else if (purpose.basis.web === undefined) checkOnWeb(draft, tracker, index, purpose)
    else if (purpose.category === 'functional') checkFunctional(draft, tracker, index, purpose)
    else checkAsked(draft, tracker, index)
  }
}

function checkFunctional(
  draft: Draft,
  tracker: TrackerText,
  index: number,
  purpose: PurposeText,
): void {
  const known = knownAs(tracker.name)
  if (known) {
    const message = `\`${tracker.name}\` is known as a tracker of ${known}: it is not functional`
    const help = 'give it a purpose that asks for consent'
    draft.wrong('L0303', ['trackers', index, 'name'], message, help)
  }
  if (tracker.party === 'third') {
    const message = `\`${tracker.name}\` of a third party cannot go without consent`
    const help = 'give it a purpose that asks for consent'
    draft.wrong('L0301', ['trackers', index, 'party'], message, help)
  }
  if (!tracker.service) {
    const message = `\`${tracker.name}\` needs no consent but serves no service a visitor asked for`
    const help = 'add `service`, or give it a purpose that asks for consent'
    draft.wrong('L0302', ['trackers', index, 'id'], message, help)
  } else if (purpose.services && !purpose.services.includes(tracker.service)) {
    const message = `the purpose \`${purpose.id}\` does not name the service \`${tracker.service}\``
    const help = `add it to \`services\` of \`${purpose.id}\``
    draft.wrong('L0312', ['trackers', index, 'service'], message, help)
  }
}

function checkOnDevice(
  draft: Draft,
  tracker: TrackerText,
  index: number,
  { id }: PurposeText,
): void {
  const message = `\`${tracker.name}\` is kept on the device, but \`${id}\` has no category`
  const help = `add \`category\` to \`${id}\`, or choose another purpose`
  draft.wrong('L0314', ['trackers', index, 'purpose'], message, help)
}

function checkOnWeb(draft: Draft, tracker: TrackerText, index: number, { id }: PurposeText): void {
  const message = `\`${tracker.name}\` is kept in browsers, but \`${id}\` has no basis for the web`
  draft.wrong('L0102', ['trackers', index, 'purpose'], message, `add \`web\` to its \`basis\``)
}

function checkAsked(draft: Draft, tracker: TrackerText, index: number): void {
  if (!tracker.service) return
  const message = `\`${tracker.name}\` asks for consent, so it is no service the visitor asked for`
  draft.wrong('L0305', ['trackers', index, 'service'], message, 'take `service` away')
}

function checkParty(draft: Draft, tracker: TrackerText, index: number): void {
  if (tracker.party !== 'third' || tracker.vendor !== SELF) return
  const message = `\`${tracker.name}\` comes from a third party, but no vendor is named`
  const help = 'name the vendor, or write `party: first` if your own address sets it'
  draft.wrong('L0309', ['trackers', index, 'vendor'], message, help)
}

function checkVendor(
  draft: Draft,
  { vendor, name }: TrackerText,
  index: number,
  purpose: PurposeText,
): void {
  if (vendor === SELF || purpose.vendors?.includes(vendor)) return
  if (!draft.text.vendors?.some(({ id }) => id === vendor)) return
  const message = `\`${name}\` belongs to \`${vendor}\`, which the purpose \`${purpose.id}\` does not name`
  const help = `add \`${vendor}\` to \`vendors\` of \`${purpose.id}\``
  draft.wrong('L0311', ['trackers', index, 'vendor'], message, help)
}

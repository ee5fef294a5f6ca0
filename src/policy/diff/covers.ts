import { aloneIn, goesTo, usedBy } from '../compile/terms.ts'
import { fitsIn } from '../lifetime.ts'
import type { Policy, Tracker } from '../policy.ts'
import type { PolicyText } from '../syntax/schema/policy.ts'
import { DATA_FORMS } from '../vocabulary-parties.ts'

type PurposeText = PolicyText['purposes'][number]

/**
 * Has whoever agreed to a purpose of the old policy agreed to all that the next one does under it,
 * on the device and beyond? False when either does not have the purpose.
 */
export function covers(old: Policy, next: Policy, id: string): boolean {
  const [before, after] = [purposeOf(old, id), purposeOf(next, id)]
  if (!before || !after) return false
  return (
    before.category === after.category &&
    within(after.aims, before.aims) &&
    within(after.services, before.services) &&
    within(eventsOf(after), eventsOf(before)) &&
    // What needed a consent of its own was not agreed to with the rest.
    within(
      aloneIn(before).filter(field => eventsOf(after).includes(field)),
      aloneIn(after),
    ) &&
    within(vendorsOf(next, after), vendorsOf(old, before)) &&
    within(usedBy(next.said, after), usedBy(old.said, before)) &&
    coversForm(before, after) &&
    coversProfiling(before, after) &&
    // Whoever agreed to be counted without an identity has not agreed to one.
    (before.visitors === undefined || before.visitors === after.visitors) &&
    within(signalsOf(old, id), signalsOf(next, id)) &&
    trackersOf(next, id).every(one => trackersOf(old, id).some(held => holds(old, held, next, one)))
  )
}

/** Is what needs the second lifetime never longer than the first, renewals included? */
function holds(old: Policy, held: Tracker, next: Policy, one: Tracker): boolean {
  const isSame =
    held.name === one.name &&
    held.store === one.store &&
    held.party === one.party &&
    held.use === one.use &&
    held.service === one.service &&
    makerOf(old, held.vendor) === makerOf(next, one.vendor)
  return isSame && isNoLonger(one, held)
}

function isNoLonger(one: Tracker, held: Tracker): boolean {
  if (one.lifetime === 'session')
    return held.lifetime === 'session' || one.rollingUpTo === undefined
  if (held.lifetime === 'session' || !fitsIn(one.lifetime, held.lifetime)) return false
  if (!one.rollingUpTo) return true
  return held.rollingUpTo !== undefined && fitsIn(one.rollingUpTo, held.rollingUpTo)
}

// A purpose that says nothing of its form is as near to a person as can be.
function coversForm(before: PurposeText, after: PurposeText): boolean {
  return nearness(after.form?.is) <= nearness(before.form?.is)
}

function nearness(form: (typeof DATA_FORMS)[number] = 'personal'): number {
  return DATA_FORMS.indexOf(form)
}

function coversProfiling(before: PurposeText, after: PurposeText): boolean {
  const made = (purpose: PurposeText) => purpose.profiling?.by ?? 'none'
  return made(after) === 'none' || made(after) === made(before)
}

function eventsOf(purpose: PurposeText): readonly string[] {
  return (purpose.collects ?? []).flatMap(({ event, fields }) => [
    event,
    ...fields.map(field => `${event}.${field}`),
  ])
}

/** Who takes part, and each place and way in which they get more than they would otherwise. */
function vendorsOf(policy: Policy, purpose: PurposeText): readonly string[] {
  return (purpose.vendors ?? []).flatMap(id => {
    const maker = makerOf(policy, id)
    const vendor = policy.vendors.find(one => one.id === id)
    const away = goesTo(policy.said, id).map(country => `${maker} in ${country}`)
    return [maker, ...away, ...(vendor?.through === 'browser' ? [`${maker} in the browser`] : [])]
  })
}

/** Who stands behind a vendor: another company, or another country, is another one. */
function makerOf(policy: Policy, id: string | undefined): string {
  const vendor = policy.vendors.find(one => one.id === id)
  return vendor ? `${vendor.company} (${vendor.country})` : (id ?? '')
}

function signalsOf(policy: Policy, id: string): readonly string[] {
  return policy.signals.filter(({ refuses }) => refuses.includes(id)).map(({ signal }) => signal)
}

function trackersOf(policy: Policy, id: string): readonly Tracker[] {
  return policy.trackers.filter(({ purpose }) => purpose === id)
}

function purposeOf({ said }: Policy, id: string): PurposeText | undefined {
  return said.purposes.find(purpose => purpose.id === id)
}

function within(these: readonly string[] = [], those: readonly string[] = []): boolean {
  return these.every(one => those.includes(one))
}

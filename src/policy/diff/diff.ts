import type { Words } from '../../base/lang.ts'
import type { Policy, Purpose } from '../policy.ts'
import type { Change, ChangeKind, Consequence } from './change.ts'

/** What changed from one policy to the next, purpose by purpose; empty only when nothing did. */
export function diffPolicies(old: Policy, next: Policy): readonly Change[] {
  if (old.version === next.version) return []
  const removed = old.purposes.filter(({ id }) => !find(next, id)).map(({ id }) => gone(id))
  const others = next.purposes.flatMap(purpose => purposeChanges(old, next, purpose))
  const changes = [...removed, ...others]
  return changes.length > 0 ? changes : [wording()]
}

function purposeChanges(old: Policy, next: Policy, purpose: Purpose): readonly Change[] {
  const { id } = purpose
  const asked: Consequence = purpose.basis === 'consent' ? 'ask-again' : 'inform'
  const before = find(old, id)
  if (!before) return [change('new-purpose', id, asked)]
  if (old.rules.purposes[id]?.terms === next.rules.purposes[id]?.terms) return []
  if (before.basis !== purpose.basis) return [change('basis', id, asked)]
  return isNarrower(before, old, purpose, next)
    ? [change('narrower', id, 'nothing')]
    : [change('wider', id, asked)]
}

/** True only when every list is part of what it was, and every tracker stands as it stood. */
function isNarrower(before: Purpose, old: Policy, after: Purpose, next: Policy): boolean {
  const within = (now: readonly string[], then: readonly string[]) =>
    now.every(one => then.includes(one))
  const collected = (purpose: Purpose) =>
    purpose.collects.flatMap(({ event, fields }) => [event, ...fields.map(f => `${event}.${f}`)])
  const trackers = (policy: Policy, id: string) =>
    policy.trackers
      .filter(({ purpose }) => purpose === id)
      .map(({ line: _, ...tracker }) => JSON.stringify(tracker))
  const signals = (policy: Policy, id: string) => policy.rules.purposes[id]?.refusedBy ?? []
  return (
    before.category === after.category &&
    within(after.aims, before.aims) &&
    within(after.services, before.services) &&
    within(after.vendors, before.vendors) &&
    within(collected(after), collected(before)) &&
    within(trackers(next, after.id), trackers(old, before.id)) &&
    within(signals(old, before.id), signals(next, after.id))
  )
}

function find(policy: Policy, id: string): Purpose | undefined {
  return policy.purposes.find(purpose => purpose.id === id)
}

function gone(id: string): Change {
  return change('removed-purpose', id, 'nothing')
}

function change(kind: keyof typeof WORDS, id: string, consequence: Consequence): Change {
  return { kind, path: `purposes.${id}`, consequence, purposes: [id], words: WORDS[kind](id) }
}

function wording(): Change {
  const words = {
    fi: 'Sanamuotoja on muutettu.',
    sv: 'Ordalydelsen har ändrats.',
    en: 'The wording has changed.',
  }
  return { kind: 'wording', path: 'policy', consequence: 'nothing', purposes: [], words }
}

const WORDS = {
  'new-purpose': id => ({
    fi: `Uusi käyttötarkoitus: ${id}.`,
    sv: `Nytt ändamål: ${id}.`,
    en: `New purpose: ${id}.`,
  }),
  'removed-purpose': id => ({
    fi: `Käyttötarkoitus on poistettu: ${id}.`,
    sv: `Ändamålet har tagits bort: ${id}.`,
    en: `Purpose removed: ${id}.`,
  }),
  basis: id => ({
    fi: `Käyttötarkoituksen oikeusperuste on vaihtunut: ${id}.`,
    sv: `Ändamålets rättsliga grund har bytts: ${id}.`,
    en: `Legal basis changed: ${id}.`,
  }),
  narrower: id => ({
    fi: `Tietoja käytetään aiempaa vähemmän: ${id}.`,
    sv: `Uppgifter används mindre än förut: ${id}.`,
    en: `Less data is used than before: ${id}.`,
  }),
  wider: id => ({
    fi: `Tietoja käytetään aiempaa laajemmin: ${id}.`,
    sv: `Uppgifter används mer än förut: ${id}.`,
    en: `Data is used more widely than before: ${id}.`,
  }),
} as const satisfies Partial<Record<ChangeKind, (id: string) => Words>>

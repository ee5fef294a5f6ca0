import type { Probe, Sighting } from '../audit/index.ts'
import { after, momentOf } from '../base/time.ts'
import { decide, type Policy } from '../policy/index.ts'
import type { Consent, ConsentParts } from './consent.ts'
import { clientProbes } from './probes-clients.ts'
import { grantsWithoutWords } from './proof/store.ts'
import { refusalFigures } from './store.ts'

type Live = Pick<Consent, 'factsOf' | 'factsFor'>

/** What this slice can show of a running system. Each looks at real rows or at the policy in force. */
export function openProbes(parts: ConsentParts, consent: Live): readonly Probe[] {
  const { policy } = parts
  return [
    { promise: 'consent.refuse-nonessential', run: () => refusals(parts) },
    { promise: 'consent.withdraw', run: () => withdrawals(parts) },
    { promise: 'consent.categories', run: () => here(categories(policy())) },
    { promise: 'device.lifetime-defined', run: () => here(lifetimes(policy())) },
    { promise: 'device.functional-range', run: () => here(range(policy(), ['functional'])) },
    {
      promise: 'device.personalisation-range',
      run: () => here(range(policy(), ['personalisation'])),
    },
    {
      promise: 'device.marketing-range',
      run: () => here(range(policy(), ['analytics', 'marketing'])),
    },
    { promise: 'device.necessary-is-narrow', run: () => here(narrow(policy())) },
    { promise: 'basis.default-deny', run: () => here(unasked(policy(), consent)) },
    { promise: 'signal.dnt-stops-partner-tags', run: () => here(signals(policy(), consent)) },
    ...clientProbes(parts, consent),
  ]
}

function here(sighting: Sighting): Promise<Sighting> {
  return Promise.resolve(sighting)
}

async function refusals(parts: ConsentParts): Promise<Sighting> {
  const { choices, refusals: said, identified } = await refusalFigures(parts.platform.db)
  return {
    kept: identified === 0,
    saw: {
      fi: `Kirjattuja valintoja ${choices}, niistä pelkkiä kieltäytymisiä ${said}; tunniste on ${identified} kieltäytymisellä.`,
      sv: `Antal registrerade val: ${choices}, varav ${said} nekar allt; ${identified} nekanden bär en identifierare.`,
      en: `Choices on record: ${choices}, of which ${said} refuse everything; refusals that carry an identifier: ${identified}.`,
    },
  }
}

async function withdrawals(parts: ConsentParts): Promise<Sighting> {
  const lost = await grantsWithoutWords(parts.platform.db)
  return {
    kept: lost === 0,
    saw: {
      fi: `Suostumuksia, joiden sanamuotoa ei enää voida lukea: ${lost}.`,
      sv: `Samtycken vars ordalydelse inte längre kan läsas: ${lost}.`,
      en: `Consents whose wording can no longer be read: ${lost}.`,
    },
  }
}

function categories(policy: Policy): Sighting {
  const homeless = policy.trackers.filter(
    tracker =>
      policy.purposes.filter(
        purpose => purpose.id === tracker.purpose && purpose.category === tracker.category,
      ).length !== 1,
  ).length
  const { length } = policy.trackers
  return {
    kept: homeless === 0,
    saw: {
      fi: `Seurantatekniikoita ${length}; ilman yhtä ainoaa käyttötarkoitusta ${homeless}.`,
      sv: `Tekniker i policyn: ${length}; utan exakt ett ändamål: ${homeless}.`,
      en: `Trackers in the policy: ${length}; without exactly one purpose: ${homeless}.`,
    },
  }
}

function lifetimes(policy: Policy): Sighting {
  const endless = policy.rules.trackers.filter(
    rule =>
      rule.seconds <= 0 && policy.trackers.find(t => t.id === rule.id)?.lifetime !== 'session',
  ).length
  return {
    kept: endless === 0,
    saw: {
      fi: `Tunnisteita ${policy.rules.trackers.length}; ilman voimassaoloaikaa ${endless}.`,
      sv: `Identifierare: ${policy.rules.trackers.length}; utan giltighetstid: ${endless}.`,
      en: `Identifiers: ${policy.rules.trackers.length}; without a lifetime: ${endless}.`,
    },
  }
}

function range(policy: Policy, names: readonly string[]): Sighting {
  const from = momentOf(Date.UTC(2025, 0, 1))
  const outside = policy.trackers.filter(tracker => {
    const allowed = policy.categories.find(one => one.category === tracker.category)
    if (!names.includes(tracker.category) || tracker.lifetime === 'session') return false
    if (!allowed) return true
    const end = after(from, tracker.lifetime)
    return end < after(from, allowed.shortest) || end > after(from, allowed.longest)
  }).length
  const all = policy.trackers.filter(tracker => names.includes(tracker.category)).length
  return {
    kept: outside === 0 && all > 0,
    saw: {
      fi: `Tunnisteita tässä ryhmässä ${all}; luvattujen rajojen ulkopuolella ${outside}.`,
      sv: `Identifierare i gruppen: ${all}; utanför de utlovade gränserna: ${outside}.`,
      en: `Identifiers in this group: ${all}; outside the promised limits: ${outside}.`,
    },
  }
}

function narrow(policy: Policy): Sighting {
  const functional = policy.trackers.filter(tracker => tracker.category === 'functional')
  const unexplained = functional.filter(
    tracker => tracker.service === undefined || tracker.party === 'third',
  ).length
  return {
    kept: unexplained === 0,
    saw: {
      fi: `Välttämättömiä tunnisteita ${functional.length}; ilman pyydettyä palvelua ${unexplained}.`,
      sv: `Nödvändiga identifierare: ${functional.length}; utan en begärd tjänst: ${unexplained}.`,
      en: `Necessary identifiers: ${functional.length}; without a service that was asked for: ${unexplained}.`,
    },
  }
}

function unasked(policy: Policy, consent: Live): Sighting {
  const facts = consent.factsOf(undefined, [])
  const asked = policy.purposes.filter(purpose => purpose.basis === 'consent')
  const names = [...asked.map(purpose => purpose.id), 'not-in-any-policy']
  const open = names.filter(name => !('refused' in decide(policy.rules, name, facts))).length
  return {
    kept: open === 0,
    saw: {
      fi: `Ilman valintaa kysyttiin ${names.length} käyttötarkoitusta; sallittiin ${open}.`,
      sv: `Utan något val frågades om ${names.length} ändamål; tillåtna: ${open}.`,
      en: `Without any choice, ${names.length} purposes were tried; permitted: ${open}.`,
    },
  }
}

function signals(policy: Policy, consent: Live): Sighting {
  const tried = policy.signals.flatMap(rule =>
    rule.refuses.map(purpose => ({ purpose, signal: rule.signal })),
  )
  const open = tried.filter(({ purpose, signal }) => {
    const none = consent.factsOf(undefined, [signal])
    const terms = policy.rules.purposes[purpose]?.terms ?? ''
    const consented = { ...none, granted: { [purpose]: terms }, until: momentOf(none.now + 1000) }
    return !('refused' in decide(policy.rules, purpose, consented))
  }).length
  return {
    kept: open === 0 && tried.length > 0,
    saw: {
      fi: `Selaimen kieltosignaalia kokeiltiin ${tried.length} tapauksessa aiempaa suostumusta vastaan; läpi pääsi ${open}.`,
      sv: `Webbläsarens signal prövades i ${tried.length} fall mot ett äldre samtycke; igenom kom ${open}.`,
      en: `The browser’s signal was tried in ${tried.length} cases against an older consent; let through: ${open}.`,
    },
  }
}

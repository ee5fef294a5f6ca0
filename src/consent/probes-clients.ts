import type { Probe, Sighting } from '../audit/index.ts'
import { momentOf } from '../base/time.ts'
import { decide, type Policy } from '../policy/index.ts'
import type { Consent, ConsentParts } from './consent.ts'
import { policyFor, rulesFor } from './source.ts'
import { lapsedHandOvers } from './store.ts'

type Live = Pick<Consent, 'factsFor'>

/** What this slice can show of partners, apps and links between own sites. */
export function clientProbes(parts: ConsentParts, consent: Live): readonly Probe[] {
  const { policy } = parts
  return [
    { promise: 'partner.site-data', run: () => partners(policy(), consent) },
    { promise: 'analytics.mobile-parity', run: () => apps(policy(), consent) },
    { promise: 'analytics.between-own-sites', run: () => handOvers(parts) },
  ]
}

/** Sends, as every partner, everything a partner might claim, but no receipt. */
async function partners(policy: Policy, consent: Live): Promise<Sighting> {
  const names = policy.purposes.map(({ id }) => id)
  const sources = policy.sources.filter(({ kind }) => kind === 'partner')
  let open = 0
  for (const source of sources) {
    const claims = { granted: names, refused: [] }
    const facts = await consent.factsFor({ receipt: undefined, signals: [], source, claims })
    open += permitted(policy.rules, asked(policy), facts)
  }
  return {
    kept: open === 0,
    saw: {
      fi: `Kumppaneita ${sources.length}; ilman kuittia sallittiin ${open} käyttötarkoitusta.`,
      sv: `Partner: ${sources.length}; ändamål som tilläts utan kvitto: ${open}.`,
      en: `Partners: ${sources.length}; purposes permitted without a receipt: ${open}.`,
    },
  }
}

/** Asks, as every app, for what needs a consent, before anybody has chosen anything. */
async function apps(policy: Policy, consent: Live): Promise<Sighting> {
  const inApps = policyFor(policy, 'app')
  const sources = policy.sources.filter(({ channel }) => channel === 'app')
  let open = 0
  for (const source of sources) {
    const facts = await consent.factsFor({ receipt: undefined, signals: [], source })
    open += permitted(rulesFor(policy, source), asked(inApps), facts)
  }
  const [tried, apart] = [asked(inApps).length, differing(policy, inApps)]
  return {
    kept: open === 0 && apart === 0,
    saw: {
      fi: `Sovelluksessa kysytään ${tried} käyttötarkoitusta; ilman valintaa sallittiin ${open}, muin perustein kuin sivustolla ${apart}.`,
      sv: `Ändamål som appen frågar om: ${tried}; tillåtna utan val: ${open}; på annan grund än på webbplatsen: ${apart}.`,
      en: `Purposes the app asks for: ${tried}; permitted without a choice: ${open}; on another basis than on the site: ${apart}.`,
    },
  }
}

/** Purposes that are on sites and in apps, but on two different bases. */
function differing(policy: Policy, inApps: Policy): number {
  return inApps.purposes.filter(({ id, basis }) => {
    const onWeb = policy.purposes.find(purpose => purpose.id === id)
    return onWeb !== undefined && onWeb.basis !== basis
  }).length
}

async function handOvers({ platform: { db, clock } }: ConsentParts): Promise<Sighting> {
  const anHourAgo = clock.now() - 3_600_000
  const old = (await lapsedHandOvers(db, momentOf(anHourAgo))).length
  return {
    kept: old === 0,
    saw: {
      fi: `Sivustolta toiselle siirtyviä valintoja, jotka vanhenivat yli tunti sitten: ${old}.`,
      sv: `Val på väg mellan webbplatserna som löpte ut för över en timme sedan: ${old}.`,
      en: `Choices on their way between sites that ran out over an hour ago: ${old}.`,
    },
  }
}

function asked(policy: Policy): readonly string[] {
  return policy.purposes.filter(({ basis }) => basis === 'consent').map(({ id }) => id)
}

function permitted(
  rules: Policy['rules'],
  purposes: readonly string[],
  facts: Parameters<typeof decide>[2],
): number {
  return purposes.filter(id => !('refused' in decide(rules, id, facts))).length
}

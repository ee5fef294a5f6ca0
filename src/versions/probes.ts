import type { Probe, Sighting } from '../audit/index.ts'
import { canonical, type Json } from '../base/json.ts'
import { LANGS } from '../base/lang.ts'
import { isoOf } from '../base/time.ts'
import type { Db } from '../platform/postgres.ts'
import type { Policy } from '../policy/index.ts'
import { finnishDay } from './begins.ts'
import { fingerprint, isGenuine } from './seal.ts'
import { type KeptNotices, noticesOf, type Term, terms, textOf } from './store.ts'

type ProbeParts = {
  readonly db: Db
  readonly publicKey: string
  readonly policy: () => Policy
}

/** What this slice can show of a running system: real rows, hashes and signatures. */
export function openProbes(parts: ProbeParts): readonly Probe[] {
  return [
    { promise: 'notice.versioned-and-dated', run: () => everyVersionWhole(parts) },
    { promise: 'policy.change', run: () => changesWereTold(parts) },
    { promise: 'policy.current-published', run: () => databaseIsObeyed(parts) },
  ]
}

async function everyVersionWhole({ db, publicKey }: ProbeParts): Promise<Sighting> {
  const all = await terms(db)
  let whole = 0
  let notices = 0
  for (const term of all) {
    const kept = await noticesOf(db, term.version)
    const text = await textOf(db, term.version)
    if (text !== undefined && fingerprint(text) === term.version && isSigned(term, kept, publicKey))
      whole += 1
    if (kept) notices += LANGS.filter(lang => isWhole(kept, lang)).length
  }
  const [count, wanted] = [all.length, all.length * LANGS.length]
  return {
    kept: count > 0 && whole === count && notices === wanted,
    saw: {
      fi: `Julkaisuja on ${count}; teksti vastaa tiivistettä ja allekirjoitus on aito ${whole} julkaisussa. Selosteita on tallessa ${notices}/${wanted}.`,
      sv: `Antal publiceringar: ${count}; i ${whole} stämmer texten med kontrollsumman och underskriften är äkta. Av beskrivningarna finns ${notices} av ${wanted} bevarade.`,
      en: `Publications: ${count}; text, fingerprint and signature agree in ${whole}. Notices kept: ${notices} of ${wanted}.`,
    },
  }
}

/** No term with news for people began before they had been told. */
async function changesWereTold({ db }: ProbeParts): Promise<Sighting> {
  const news = (await terms(db)).filter(({ changes }) =>
    changes?.some(({ consequence }) => consequence === 'inform'),
  )
  const untold = news.filter(
    ({ informed, inForceFrom }) => !informed || informed.on >= finnishDay(inForceFrom),
  ).length
  return {
    kept: untold === 0,
    saw: {
      fi: `Muutoksia, joista oli kerrottava etukäteen: ${news.length}; niistä kertomatta jäi ${untold}.`,
      sv: `Ändringar som måste berättas om i förväg: ${news.length}; av dem berättades inte ${untold}.`,
      en: `Changes that people had to be told of first: ${news.length}; of these not told: ${untold}.`,
    },
  }
}

/** What this process obeys is what the database says is in force. */
async function databaseIsObeyed({ db, policy }: ProbeParts): Promise<Sighting> {
  const { version } = policy()
  const text = await textOf(db, version)
  const published = text === undefined ? '' : fingerprint(text)
  return {
    kept: published === version,
    saw: {
      fi: `Järjestelmä noudattaa versiota ${version.slice(0, 12)}…, ja tietokannassa olevan tekstin tiiviste on ${published.slice(0, 12)}….`,
      sv: `Systemet följer version ${version.slice(0, 12)}…, och texten i databasen har kontrollsumman ${published.slice(0, 12)}….`,
      en: `The system obeys version ${version.slice(0, 12)}…; the text in the database has the fingerprint ${published.slice(0, 12)}….`,
    },
  }
}

function isSigned(term: Term, kept: KeptNotices | undefined, publicKey: string): boolean {
  const { seal, version, label } = term
  if (!seal || seal.publicKey !== publicKey || !isGenuine(seal)) return false
  const said: Json = JSON.parse(seal.statement)
  if (typeof said !== 'object' || said === null) return false
  const notices =
    kept && Object.fromEntries(LANGS.map(lang => [lang, fingerprint(kept[lang].html)]))
  const wanted = { version, label, inForceFrom: isoOf(term.inForceFrom), notices }
  return canonical(said) === canonical({ ...Object.fromEntries(Object.entries(said)), ...wanted })
}

function isWhole(kept: KeptNotices, lang: (typeof LANGS)[number]): boolean {
  return fingerprint(kept[lang].html) === kept[lang].sha256
}

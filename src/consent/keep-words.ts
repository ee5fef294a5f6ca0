import { type Lang, LANGS } from '../base/lang.ts'
import type { Db } from '../platform/postgres.ts'
import type { Policy } from '../policy/index.ts'
import { type Shown, shownWhole } from './proof/shown.ts'
import { keepWords } from './proof/store.ts'
import { policyFor } from './source.ts'

/** Keeps what a policy has people shown, on sites and in apps, so that it can be proven later. */
export async function keepAllWords(db: Db, policy: Policy): Promise<void> {
  const channels = [policy, policyFor(policy, 'app')].filter(one => one.purposes.length > 0)
  for (const asked of channels) {
    for (const lang of LANGS) await keepShown(db, policy, lang, shownWhole(asked, lang))
  }
}

/** Keeps words that are shown in one language. */
export async function keepShown(
  db: Db,
  { version }: Policy,
  lang: Lang,
  { sha256, words }: Shown,
): Promise<void> {
  await keepWords(db, { sha256, version, lang, words })
}

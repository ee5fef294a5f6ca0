import type { Json } from '../base/json.ts'
import { type Lang, LANGS } from '../base/lang.ts'
import type { Db } from '../platform/postgres.ts'
import { bannerWords, type BannerWords, type Policy } from '../policy/index.ts'
import { policyFor } from './source.ts'
import { keepWords } from './store.ts'

/** Keeps what a policy has people shown, on sites and in apps, so that it can be proven later. */
export async function keepAllWords(db: Db, policy: Policy): Promise<void> {
  const channels = [policy, policyFor(policy, 'app')].filter(one => one.purposes.length > 0)
  for (const asked of channels) {
    for (const lang of LANGS) await keepShown(db, policy, lang, bannerWords(asked, lang))
  }
}

/** Keeps the words of both layers in one language. */
export async function keepShown(
  db: Db,
  { version }: Policy,
  lang: Lang,
  words: BannerWords,
): Promise<void> {
  const { sha256, ...first } = words.first
  const shown: Json = JSON.parse(JSON.stringify({ first, details: words.details }))
  await keepWords(db, { sha256, version, lang, words: shown })
}

import type { Json } from '../base/json.ts'
import { LANGS } from '../base/lang.ts'
import type { Versions } from '../versions/index.ts'

/**
 * Every publication, oldest first, as lines that `verify` reads: one for the term with its seal, then
 * one for the text and one for each notice, so that no line grows too long.
 */
export async function* versionLines(
  versions: Pick<Versions, 'list' | 'text' | 'kept'>,
): AsyncGenerator<Json> {
  for (const { term, version, inForceFrom, seal } of (await versions.list()).toReversed()) {
    yield {
      ...{ line: 'term', term, version, inForceFrom: new Date(inForceFrom).toISOString() },
      ...(seal ? { ...seal } : {}),
    }
    const text = await versions.text(version)
    if (text !== undefined) yield { line: 'text', term, text }
    const kept = await versions.kept(version)
    if (!kept) continue
    for (const lang of LANGS) yield { line: 'notice', term, lang, html: kept[lang].html }
  }
}

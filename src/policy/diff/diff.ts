import { Value } from 'typebox/value'
import type { Policy } from '../policy.ts'
import { policySchema, type PolicyText } from '../syntax/schema/policy.ts'
import { askedAgain, restsOnMore } from './asked.ts'
import type { Change, Consequence } from './change.ts'
import { type Difference, differences, type Held } from './differences.ts'
import type { Verdict } from './judge.ts'
import { type Rename, withNewNames } from './renames.ts'
import { lookUpIn, purposesOf, type Scene } from './scene.ts'
import { grownWords, renamedWords, wordsOf } from './sentence.ts'
import { judgeOf } from './table.ts'

/** What says which version a policy is, and nothing of what it does. */
const LABELS: readonly string[] = ['lupaus', 'policy.version', 'policy.in-force-from']

/**
 * What changed from one policy to the next, whatever the order of either: every place at which they
 * differ, what that is, what follows and for which purposes. Empty when both say the same.
 */
export function diffPolicies(old: Policy, next: Policy): readonly Change[] {
  if (old.version === next.version) return []
  const { old: said, renames } = withNewNames(plain(old.said), plain(next.said))
  const again = askedAgain(old, next)
  const scene = { old: { ...old, said: asText(said) ?? old.said }, next }
  const found = differences(said, plain(next.said)).filter(({ at }) => !LABELS.includes(at))
  const changes = [
    ...renames.map(rename => renamed(rename, again)),
    ...found.flatMap(difference => changesOf(scene, difference, again)),
  ]
  return [...changes, ...unsaid(scene, changes, again)]
}

function changesOf(
  scene: Scene,
  difference: Difference,
  again: readonly string[],
): readonly Change[] {
  const verdict = judgeOf(difference.at)(difference, lookUpIn(scene))
  const words = wordsOf(scene, difference, verdict)
  const path = difference.path.join('.')
  const purposes = purposesOf(scene, difference)
  const { kind } = verdict
  const change = (consequence: Consequence, of: readonly string[]): Change => {
    return { kind, path, consequence, purposes: of, words }
  }
  if (verdict.follows !== 'grows') return [change(verdict.follows, purposes)]
  const asked = purposes.filter(id => again.includes(id))
  const informed = purposes.filter(id => isInformed(scene, id, asked, verdict))
  return [
    ...(asked.length > 0 ? [change('ask-again', asked)] : []),
    ...(informed.length > 0 || purposes.length === 0 ? [change('inform', informed)] : []),
  ]
}

// Where a purpose rests on consent and on more, those who were never asked are told.
function isInformed(
  { next }: Scene,
  id: string,
  asked: readonly string[],
  { kind }: Verdict,
): boolean {
  if (!asked.includes(id)) return true
  return kind !== 'basis' && restsOnMore(next, id)
}

// A consent is kept under the id of its purpose: under another id there is none.
function renamed(rename: Rename, again: readonly string[]): Change {
  const isPurpose = rename.list === 'purposes'
  const purposes = isPurpose ? [rename.is] : []
  const consequence = isPurpose && again.includes(rename.is) ? 'ask-again' : 'nothing'
  const path = `${rename.list}.${rename.is}`
  return { kind: 'wording', path, consequence, purposes, words: renamedWords(rename) }
}

/** Whoever has to be asked again is asked again, even where no single difference says why. */
function unsaid(
  scene: Scene,
  changes: readonly Change[],
  again: readonly string[],
): readonly Change[] {
  const said = changes.filter(({ consequence }) => consequence === 'ask-again')
  return again
    .filter(id => !said.some(({ purposes }) => purposes.includes(id)))
    .map(id => {
      const path = `purposes.${id}`
      const words = grownWords(scene, id)
      return { kind: 'wider', path, consequence: 'ask-again', purposes: [id], words }
    })
}

function plain(text: PolicyText): Held {
  return JSON.parse(JSON.stringify(text))
}

function asText(said: Held): PolicyText | undefined {
  const text: unknown = said
  return Value.Check(policySchema, text) ? text : undefined
}

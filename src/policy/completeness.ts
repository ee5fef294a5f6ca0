import type { Words } from '../base/lang.ts'
import { completenessIn, type ListedItem } from './check/complete.ts'
import { lawOn } from './law/index.ts'
import type { Policy } from './policy.ts'
import { Report } from './syntax/report.ts'
import { Said } from './syntax/said.ts'
import { policySchema } from './syntax/schema/policy.ts'
import { checkShape } from './syntax/shape.ts'
import { readTree } from './syntax/tree.ts'

/** One item that the law asks of a document, and whether a policy has it. */
export type Completeness = {
  /** Article of the GDPR with the list it belongs to. */
  readonly checklist: '13' | '14' | '30'
  /** Number of the item, `13.2.e`. */
  readonly item: string
  /** As people cite it, `GDPR 13(2)(e)`. */
  readonly article: string
  readonly name: Words
  readonly state: 'present' | 'not-applicable' | 'missing'
  /** Why it does not apply, where the file says so; otherwise its own facts do. */
  readonly because?: string
  /** What is missing in particular, by the keys of the language. */
  readonly lacks?: string
  /** Line that tells it, or says why not. */
  readonly where?: number
}

/** What a policy that compiled tells of all that the law of a day asks for, in its order. */
export function completeness(policy: Policy, on: string): readonly Completeness[] {
  return completenessIn(new Said(policy.said), lawOn(on)).map(listed => rowOf(listed))
}

/** The same for any text whose words are known, with lines; nothing when they are not. */
export function readCompleteness(text: string, file: string, on: string): readonly Completeness[] {
  const report = new Report(file, text)
  const tree = readTree(text, report)
  if (!tree) return []
  checkShape(policySchema, tree, report)
  if (report.hasErrors) return []
  return completenessIn(new Said(tree.value), lawOn(on)).map(listed => {
    const { line } = report.place(tree.range(listed.at.path))
    return { ...rowOf(listed), ...(listed.at.isThere ? { where: line } : {}) }
  })
}

function rowOf({ checklist, item, state, because, lacks }: ListedItem): Completeness {
  return {
    checklist,
    item: item.id,
    article: item.article,
    name: item.names,
    state,
    ...(because === undefined ? {} : { because }),
    ...(lacks === undefined ? {} : { lacks }),
  }
}

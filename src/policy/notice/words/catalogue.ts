import type { Lang } from '../../../base/lang.ts'
import { en as enWords } from './en.ts'
import { enLists } from './en-lists.ts'
import { fi as fiWords } from './fi.ts'
import { fiLists } from './fi-lists.ts'
import { sv as svWords } from './sv.ts'
import { svLists } from './sv-lists.ts'

const en = { ...enWords, ...enLists }
const fi = { ...fiWords, ...fiLists }
const sv = { ...svWords, ...svLists }

/** Name of a message; every language has every one. */
export type Key = keyof typeof en

/** All words people read about the policy: ICU MessageFormat by language and key. */
export const CATALOGUE: Readonly<Record<Lang, Readonly<Record<Key, string>>>> = { fi, sv, en }

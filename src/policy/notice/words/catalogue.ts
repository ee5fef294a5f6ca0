import type { Lang } from '../../../base/lang.ts'
import { en as enWords } from './en.ts'
import { enLists } from './en-lists.ts'
import { enNotice } from './en-notice.ts'
import { fi as fiWords } from './fi.ts'
import { fiLists } from './fi-lists.ts'
import { fiNotice } from './fi-notice.ts'
import { sv as svWords } from './sv.ts'
import { svLists } from './sv-lists.ts'
import { svNotice } from './sv-notice.ts'

const en = { ...enWords, ...enLists, ...enNotice }
const fi = { ...fiWords, ...fiLists, ...fiNotice }
const sv = { ...svWords, ...svLists, ...svNotice }

/** Name of a message; every language has every one. */
export type Key = keyof typeof en

/** All words people read about the policy: ICU MessageFormat by language and key. */
export const CATALOGUE: Readonly<Record<Lang, Readonly<Record<Key, string>>>> = { fi, sv, en }

import type { Lang } from '../../../base/lang.ts'
import { en as enWords } from './en.ts'
import { enKeeping } from './en-keeping.ts'
import { enLists } from './en-lists.ts'
import { enNotice } from './en-notice.ts'
import { enParties } from './en-parties.ts'
import { enPeople } from './en-people.ts'
import { fi as fiWords } from './fi.ts'
import { fiKeeping } from './fi-keeping.ts'
import { fiLists } from './fi-lists.ts'
import { fiNotice } from './fi-notice.ts'
import { fiParties } from './fi-parties.ts'
import { fiPeople } from './fi-people.ts'
import { sv as svWords } from './sv.ts'
import { svKeeping } from './sv-keeping.ts'
import { svLists } from './sv-lists.ts'
import { svNotice } from './sv-notice.ts'
import { svParties } from './sv-parties.ts'
import { svPeople } from './sv-people.ts'

const en = {
  ...enWords,
  ...enLists,
  ...enPeople,
  ...enParties,
  ...enKeeping,
  ...enNotice,
}

const fi = {
  ...fiWords,
  ...fiLists,
  ...fiPeople,
  ...fiParties,
  ...fiKeeping,
  ...fiNotice,
}

const sv = {
  ...svWords,
  ...svLists,
  ...svPeople,
  ...svParties,
  ...svKeeping,
  ...svNotice,
}

/** Name of a message; every language has every one. */
export type Key = keyof typeof en

/** All words people read about the policy: ICU MessageFormat by language and key. */
export const CATALOGUE: Readonly<Record<Lang, Readonly<Record<Key, string>>>> = { fi, sv, en }

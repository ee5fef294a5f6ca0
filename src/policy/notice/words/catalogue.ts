import type { Lang } from '../../../base/lang.ts'
import { en as enWords } from './en.ts'
import { enKeeping } from './en-keeping.ts'
import { enLists } from './en-lists.ts'
import { enNotice } from './en-notice.ts'
import { enNoticeAims } from './en-notice-aims.ts'
import { enNoticeKeeping } from './en-notice-keeping.ts'
import { enNoticeParties } from './en-notice-parties.ts'
import { enNoticePeople } from './en-notice-people.ts'
import { enNoticeReaching } from './en-notice-reaching.ts'
import { enNoticeRecord } from './en-notice-record.ts'
import { enNoticeSources } from './en-notice-sources.ts'
import { enParties } from './en-parties.ts'
import { enPeople } from './en-people.ts'
import { fi as fiWords } from './fi.ts'
import { fiKeeping } from './fi-keeping.ts'
import { fiLists } from './fi-lists.ts'
import { fiNotice } from './fi-notice.ts'
import { fiNoticeAims } from './fi-notice-aims.ts'
import { fiNoticeKeeping } from './fi-notice-keeping.ts'
import { fiNoticeParties } from './fi-notice-parties.ts'
import { fiNoticePeople } from './fi-notice-people.ts'
import { fiNoticeReaching } from './fi-notice-reaching.ts'
import { fiNoticeRecord } from './fi-notice-record.ts'
import { fiNoticeSources } from './fi-notice-sources.ts'
import { fiParties } from './fi-parties.ts'
import { fiPeople } from './fi-people.ts'
import { sv as svWords } from './sv.ts'
import { svKeeping } from './sv-keeping.ts'
import { svLists } from './sv-lists.ts'
import { svNotice } from './sv-notice.ts'
import { svNoticeAims } from './sv-notice-aims.ts'
import { svNoticeKeeping } from './sv-notice-keeping.ts'
import { svNoticeParties } from './sv-notice-parties.ts'
import { svNoticePeople } from './sv-notice-people.ts'
import { svNoticeReaching } from './sv-notice-reaching.ts'
import { svNoticeRecord } from './sv-notice-record.ts'
import { svNoticeSources } from './sv-notice-sources.ts'
import { svParties } from './sv-parties.ts'
import { svPeople } from './sv-people.ts'

const en = {
  ...enWords,
  ...enLists,
  ...enPeople,
  ...enParties,
  ...enKeeping,
  ...enNotice,
  ...enNoticePeople,
  ...enNoticeParties,
  ...enNoticeReaching,
  ...enNoticeKeeping,
  ...enNoticeAims,
  ...enNoticeRecord,
  ...enNoticeSources,
}

const fi = {
  ...fiWords,
  ...fiLists,
  ...fiPeople,
  ...fiParties,
  ...fiKeeping,
  ...fiNotice,
  ...fiNoticePeople,
  ...fiNoticeParties,
  ...fiNoticeReaching,
  ...fiNoticeKeeping,
  ...fiNoticeAims,
  ...fiNoticeRecord,
  ...fiNoticeSources,
}

const sv = {
  ...svWords,
  ...svLists,
  ...svPeople,
  ...svParties,
  ...svKeeping,
  ...svNotice,
  ...svNoticePeople,
  ...svNoticeParties,
  ...svNoticeReaching,
  ...svNoticeKeeping,
  ...svNoticeAims,
  ...svNoticeRecord,
  ...svNoticeSources,
}

/** Name of a message; every language has every one. */
export type Key = keyof typeof en

/** All words people read about the policy: ICU MessageFormat by language and key. */
export const CATALOGUE: Readonly<Record<Lang, Readonly<Record<Key, string>>>> = { fi, sv, en }

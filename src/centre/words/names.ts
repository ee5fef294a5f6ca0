import { type CentreKey, en } from './en.ts'

const keys = Object.keys(en).filter((key): key is CentreKey => key in en)

/** Keys of the words for events and for their fields. */
export const EVENT_KEYS = keys.filter(key => key.startsWith('event.'))
export const FIELD_KEYS = keys.filter(key => key.startsWith('field.'))

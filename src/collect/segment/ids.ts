import { createHash } from 'node:crypto'

const ID_MAX = 128
/** What programs write where they have no id; one key for all of them would join strangers. */
const NOBODY =
  /^(?:[0-]*|-1|null|undefined|none|nan|anonymous|guest|true|false|\[object object\])$/i

/** An id as it was sent, or its hash when it is longer than ids are kept. */
export function idOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || text === '') return undefined
  return text.length <= ID_MAX ? text : createHash('sha256').update(text).digest('base64url')
}

/** The id of a device or install; undefined for what stands for nobody. */
export function subjectOf(value: unknown): string | undefined {
  const id = idOf(value)
  return id === undefined || NOBODY.test(id.trim()) ? undefined : id
}

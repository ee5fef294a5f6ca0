import { type Static, Type } from 'typebox'

/** A posted form: any fields; what is read of it is checked field by field. */
export const FormBody = Type.Record(Type.String(), Type.Unknown())
export type FormBody = Static<typeof FormBody>

const TEXT_MAX = 2_000

/** A field's text without space around it; empty when absent, repeated or absurdly long. */
export function textOf(body: FormBody, name: string): string {
  const text = Object.hasOwn(body, name) ? body[name] : undefined
  return typeof text === 'string' && text.length <= TEXT_MAX ? text.trim() : ''
}

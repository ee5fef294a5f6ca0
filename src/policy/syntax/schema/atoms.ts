import { type TProperties, type TSchemaOptions, Type } from 'typebox'
import { FORMATS, type FormatName } from '../formats.ts'

/** Nothing beyond the keys that are named. */
export const closed = { additionalProperties: false }

/** What published policies also say and law-lint then reports: never part of a safe policy. */
export type Faulty = {
  /** Words that are read, reported, and never run. */
  readonly faulty?: readonly string[]
  /** A list is read where one word belongs. */
  readonly many?: true
  /** A list is read even when nothing stands in it. */
  readonly empty?: true
}

/** A text of one of the formats. */
export function text(kind: FormatName, description: string, { faulty }: Faulty = {}) {
  const { pattern, maxLength } = FORMATS[kind]
  const also = faulty ? { 'x-faulty': faulty } : {}
  return Type.String({ pattern, maxLength, description, 'x-kind': kind, ...also })
}

/** One word of a closed list. */
export function word<const Words extends string[]>(
  list: readonly [...Words],
  description: string,
  { faulty, many }: Faulty = {},
) {
  return Type.Enum(list, {
    description,
    ...(faulty ? { 'x-faulty': faulty } : {}),
    ...(many ? { 'x-many': true } : {}),
  })
}

/** Several different words of a closed list. */
export function words<const Words extends string[]>(
  list: readonly [...Words],
  description: string,
  faulty: Faulty = {},
) {
  return Type.Array(word(list, description, faulty), some(description))
}

/** What a group of keys is for, and that it has no others. */
export function said(description: string, more: TSchemaOptions = {}) {
  return { ...closed, ...more, description }
}

/** A list with at least one item, each once. */
export function some(description: string, maxItems = 64) {
  return { description, minItems: 1, maxItems, uniqueItems: true }
}

/** A group of keys that may name the published sentence it comes from and the acts it cites. */
export function node<const Keys extends TProperties>(keys: Keys, description: string) {
  return Type.Object(
    {
      ...keys,
      from: Type.Optional(
        text(
          'sentence',
          'Number of the published sentence this says, `004.12`; more after a space.',
        ),
      ),
      cites: Type.Optional(
        Type.Array(text('act', 'An act by its number.'), some('Acts that the sentence names.', 8)),
      ),
    },
    said(description),
  )
}

/** A text in each of the three languages. */
export function inEach(kind: FormatName, description: string) {
  return Type.Object(
    {
      fi: text(kind, 'In Finnish.'),
      sv: text(kind, 'In Finland-Swedish.'),
      en: text(kind, 'In English.'),
    },
    said(description),
  )
}

/** Ids of things declared elsewhere in the file. */
export function ids(what: string, description: string, { empty }: Faulty = {}) {
  const also = empty ? { 'x-empty': true } : {}
  return Type.Array(text('id', `Id of ${what}.`), { ...some(description), ...also })
}

export const items = (description: string, maxItems: number) => ({ description, maxItems })

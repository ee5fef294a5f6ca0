import {
  IsArray,
  IsBoolean,
  IsEnum,
  IsLiteral,
  IsObject,
  type TArray,
  type TObject,
  type TSchema,
} from 'typebox'
import { nearest } from '../../base/near.ts'
import { AND_OTHERS, OPEN, UNSTATED } from './faulty.ts'
import { brief, FORMATS, isFormatName } from './formats.ts'
import type { Range, Report } from './report.ts'
import { type Path, spotName, type Tree } from './tree.ts'

/** Reports every key, type and word of the tree that the schema does not know. */
export function checkShape(schema: TSchema, tree: Tree, report: Report): void {
  checkValue(schema, tree.value, [], { tree, report })
}

type Walk = { readonly tree: Tree; readonly report: Report }

function checkValue(schema: TSchema, value: unknown, path: Path, walk: Walk): void {
  if (value === UNSTATED && !isOwnWord(schema, value)) return
  if (IsObject(schema)) return checkObject(schema, value, path, walk)
  if (IsArray(schema)) return checkList(schema, value, path, walk)
  if (IsEnum(schema)) return checkWords(schema, value, path, walk)
  if (IsLiteral(schema)) return checkVersion(schema.const, value, path, walk)
  if (IsBoolean(schema)) return checkFlag(value, path, walk)
  return checkText(schema, value, path, walk)
}

// Names and numbers of the file itself are always stated.
function isOwnWord(schema: TSchema, value: string): boolean {
  const kind: unknown = Reflect.get(schema, 'x-kind')
  if (IsLiteral(schema) || kind === 'sentence' || kind === 'act') return true
  return IsEnum(schema) && schema.enum.includes(value)
}

function faultyWords(schema: TSchema): readonly string[] {
  const faulty: unknown = Reflect.get(schema, 'x-faulty')
  return Array.isArray(faulty) ? faulty.map(String) : []
}

function checkWords(
  schema: TSchema & { enum: readonly unknown[] },
  value: unknown,
  path: Path,
  walk: Walk,
): void {
  if (faultyWords(schema).some(word => word === value)) return
  const words = schema.enum.map(String)
  if (!Array.isArray(value) || Reflect.get(schema, 'x-many') !== true)
    return checkWord(words, value, path, walk)
  for (const [index, item] of value.entries()) checkWords(schema, item, [...path, index], walk)
}

function checkFlag(value: unknown, path: Path, walk: Walk): void {
  if (typeof value === 'boolean') return
  wrongType('`true` or `false`', value, path, walk)
}

function checkObject(schema: TObject, value: unknown, path: Path, walk: Walk): void {
  if (!isRecord(value)) return wrongType('a group of keys', value, path, walk)
  const known = Object.keys(schema.properties)
  const meant = new Set<string>()
  for (const [key, held] of Object.entries(value)) {
    if (walk.report.isFull) return
    const within = known.includes(key) ? schema.properties[key] : undefined
    if (key === OPEN && held === true && isItem(path)) continue
    if (within) checkValue(within, held, [...path, key], walk)
    else {
      const free = known.filter(name => !Object.hasOwn(value, name))
      meant.add(unknownKey(key, free, [...path, key], walk) ?? '')
    }
  }
  // A key that was only misspelt is not missing as well.
  const missing = requiredOf(schema).filter(key => !Object.hasOwn(value, key) && !meant.has(key))
  if (missing.length > 0) missingKeys(schema, missing, path, walk)
}

function isItem(path: Path): boolean {
  return typeof path.at(-1) === 'number'
}

// A group in which everything is optional lists nothing, whatever its type says.
function requiredOf(schema: TObject): readonly string[] {
  const required: unknown = Reflect.get(schema, 'required')
  return Array.isArray(required) ? required.map(String) : []
}

/** Reports the key, and answers the one that was probably meant. */
function unknownKey(
  key: string,
  free: readonly string[],
  path: Path,
  walk: Walk,
): string | undefined {
  const near = nearest(key, free)
  const help = near ? `did you mean \`${near}\`?` : `known here: ${listed(free)}`
  walk.report.add('L0101', nameRange(path, walk), `the key \`${brief(key)}\` is not known`, help)
  return near
}

function missingKeys(schema: TObject, keys: readonly string[], path: Path, walk: Walk): void {
  const [first = ''] = keys
  const verb = keys.length === 1 ? 'is' : 'are'
  const message = `${listed(keys)} ${verb} missing${inside(path)}`
  const help = `add \`${first}:\` (${describe(schema.properties[first])})`
  walk.report.add('L0102', nameRange(path, walk), message, help)
}

function checkList(schema: TArray, value: unknown, path: Path, walk: Walk): void {
  if (!Array.isArray(value)) return wrongType('a list', value, path, walk)
  const [min, max] = [numberOf(schema, 'minItems', 0), numberOf(schema, 'maxItems', 1024)]
  if (value.length < min && Reflect.get(schema, 'x-empty') !== true) {
    const message = `the list${inside(path)} is empty`
    walk.report.add('L0107', valueRange(path, walk), message, `it needs at least ${min}`)
  }
  if (value.length > max) {
    const message = `the list${inside(path)} has ${value.length} items`
    walk.report.add('L0107', nameRange(path, walk), message, `at most ${max} are allowed`)
  }
  const seen = new Set<unknown>()
  for (const [index, item] of value.slice(0, max).entries()) {
    const at = [...path, index]
    if (item === AND_OTHERS && IsEnum(schema.items)) continue
    checkValue(schema.items, item, at, walk)
    if (typeof item === 'string' && seen.has(item)) {
      const message = `\`${brief(item)}\` is listed twice`
      walk.report.add('L0109', valueRange(at, walk), message, 'keep one of the two')
    }
    seen.add(item)
  }
}

function checkWord(words: readonly string[], value: unknown, path: Path, walk: Walk): void {
  if (typeof value !== 'string') return wrongType('a word', value, path, walk)
  if (words.includes(value)) return
  const near = nearest(value, words)
  const help = near ? `did you mean \`${near}\`?` : `use one of ${listed(words)}`
  const message = `\`${brief(value)}\` is not a word the language knows${inside(path)}`
  walk.report.add('L0105', valueRange(path, walk), message, help)
}

function checkVersion(only: unknown, value: unknown, path: Path, walk: Walk): void {
  if (value === only) return
  const message = `this version of the language is not known`
  walk.report.add('L0110', valueRange(path, walk), message, `write \`lupaus: ${String(only)}\``)
}

function checkText(schema: TSchema, value: unknown, path: Path, walk: Walk): void {
  const kind: unknown = Reflect.get(schema, 'x-kind')
  if (isRange(value, kind)) return
  // One maker and one name are the rule; a lump of several is read so that it can be reported.
  if (Array.isArray(value) && kind === 'id' && value.every(isId)) return
  if (typeof value !== 'string') return wrongType('a text', value, path, walk)
  if (!isFormatName(kind) || faultyWords(schema).includes(value)) return
  const wrong = FORMATS[kind].wrong(value)
  if (wrong) walk.report.add(wrong.code, valueRange(path, walk), wrong.what, FORMATS[kind].help)
}

/** `{ from: 15 minutes, to: 26 months }` where one time belongs. */
function isRange(value: unknown, kind: unknown): boolean {
  if ((kind !== 'span' && kind !== 'lifetime') || !isRecord(value)) return false
  const { from, to, ...others } = value
  return Object.keys(others).length === 0 && [from, to].every(isSpan)
}

function isSpan(value: unknown): boolean {
  return typeof value === 'string' && FORMATS.span.wrong(value) === undefined
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && FORMATS.id.wrong(value) === undefined
}

function wrongType(wanted: string, value: unknown, path: Path, walk: Walk): void {
  const [found, help] = kindOf(value)
  const message = `${wanted} is expected${inside(path)}, this is ${found}`
  const range =
    isRecord(value) || Array.isArray(value) ? nameRange(path, walk) : valueRange(path, walk)
  walk.report.add('L0104', range, message, help)
}

function kindOf(value: unknown): readonly [string, string] {
  if (Array.isArray(value)) return ['a list', 'write one value, without `-` or `[ ]`']
  if (isRecord(value)) return ['a group of keys', 'write a value, without keys below it']
  const quotes = 'put it in quotes to make it a text'
  if (typeof value === 'number') return [`the number \`${value}\``, quotes]
  if (typeof value === 'boolean') return [`\`${value}\``, quotes]
  if (typeof value !== 'string') return ['nothing', 'write a value, or take the key away']
  return [`the text \`${brief(value)}\``, 'write a list as `[a, b]`, a group as indented keys']
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function describe(schema: TSchema | undefined): string {
  const description: unknown = schema && Reflect.get(schema, 'description')
  return typeof description === 'string' ? description.replace(/\.$/, '') : 'it is needed'
}

function numberOf(schema: TSchema, key: string, otherwise: number): number {
  const found: unknown = Reflect.get(schema, key)
  return typeof found === 'number' ? found : otherwise
}

function inside(path: Path): string {
  const key = path.findLast(part => typeof part === 'string')
  return key === undefined ? '' : ` in \`${key}\``
}

function listed(words: readonly string[]): string {
  return words.map(word => `\`${word}\``).join(', ') || 'no more keys'
}

function nameRange(path: Path, walk: Walk): Range {
  const spot = walk.tree.spots.get(spotName(path))
  return spot?.key ?? spot?.value ?? { start: 0, end: 1 }
}

function valueRange(path: Path, walk: Walk): Range {
  return walk.tree.spots.get(spotName(path))?.value ?? { start: 0, end: 1 }
}

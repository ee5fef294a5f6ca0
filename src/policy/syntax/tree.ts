import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  Parser,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { brief } from './formats.ts'
import type { Range, Report } from './report.ts'

/** Deepest nesting of a policy file; the language itself needs eight. */
const DEPTH_MAX = 32
const YAML_ERRORS_MAX = 20

export type Path = readonly (string | number)[]
type Spot = { readonly key: Range | undefined; readonly value: Range }

/** Plain values of a YAML file, and where each was written. */
export type Tree = {
  readonly value: unknown
  readonly spots: ReadonlyMap<string, Spot>
  /** Where a path is written; at the nearest place around it when it is not. */
  range(path: Path): Range
}

/** The name of a path in `Tree.spots`. */
export function spotName(path: Path): string {
  return path.join('/')
}

/** Reads YAML 1.2 without aliases, anchors, tags or repeated keys; reports what is broken. */
export function readTree(text: string, report: Report): Tree | undefined {
  const tokens = tokensOf(text, report)
  if (!tokens) return undefined
  const document = documentOf(text, tokens, report)
  if (!document) return undefined
  const spots = new Map<string, Spot>()
  const value = plain(document.contents, '', undefined, { report, spots })
  return report.hasErrors ? undefined : { value, spots, range: path => rangeIn(spots, path) }
}

// The composer recurses: nesting is counted while parsing, before anything can overflow.
function tokensOf(text: string, report: Report): CST.Token[] | undefined {
  const parser = new Parser(report.lines.addNewLine)
  report.lines.addNewLine(0)
  const tokens: CST.Token[] = []
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token)
    if (parser.stack.length <= DEPTH_MAX * 2) continue
    const range = { start: parser.offset, end: parser.offset + 1 }
    const help = `a policy needs no more than ${DEPTH_MAX} levels`
    report.add('L0014', range, 'the file is nested too deeply', help)
    return undefined
  }
  for (const token of parser.end()) tokens.push(token)
  return tokens
}

function documentOf(
  text: string,
  tokens: CST.Token[],
  report: Report,
): Document.Parsed | undefined {
  const composer = new Composer({ uniqueKeys: false, version: '1.2', schema: 'core', merge: false })
  const [first, second] = [...composer.compose(tokens, true, text.length)]
  if (second) {
    const [start] = second.range
    const help = 'keep one policy in a file and remove the `---` between them'
    report.add('L0015', { start, end: start + 3 }, 'the file holds more than one document', help)
  }
  for (const error of first?.errors.slice(0, YAML_ERRORS_MAX) ?? []) {
    const [start, end] = error.pos
    const help = yamlHelp(text.slice(start, end), error.code)
    report.add('L0011', { start, end }, `this is not YAML: ${error.message}`, help)
  }
  if (report.hasErrors || !first) return undefined
  if (first.contents && !isEmpty(first.contents)) return first
  const help = 'start with `lupaus: 1`; policies/childrens-shop.yaml shows a whole policy'
  report.add('L0015', { start: 0, end: 1 }, 'the file is empty', help)
  return undefined
}

function rangeIn(spots: ReadonlyMap<string, Spot>, path: Path): Range {
  const spot = spots.get(spotName(path))
  if (spot) return spot.value
  return path.length > 0 ? rangeIn(spots, path.slice(0, -1)) : { start: 0, end: 1 }
}

function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.value === null
}

function yamlHelp(around: string, code: string): string {
  if (around.includes('\t') || code === 'TAB_AS_INDENT') return 'indent with spaces, not with tabs'
  if (code === 'BAD_INDENT' || code === 'BLOCK_AS_IMPLICIT_KEY')
    return 'look at the indentation of this line and of the one before it'
  if (code === 'MISSING_CHAR') return 'look for a quote, bracket or colon that is missing'
  return 'look at this line and the one before it; put texts with `:` or `#` in quotes'
}

type Walk = { readonly report: Report; readonly spots: Map<string, Spot> }

// `at` is the name of the path: joining the path anew for each of thousands of places takes its time.
function plain(node: unknown, at: string, key: Range | undefined, walk: Walk): unknown {
  const value = isNode(node) ? rangeOf(node) : { start: key?.end ?? 0, end: (key?.end ?? 0) + 1 }
  walk.spots.set(at, { key, value })
  if (isNode(node) && hasMagic(node)) {
    const what = 'anchors, aliases and tags do not belong in a policy'
    walk.report.add('L0013', value, what, 'write the value out where it is needed')
    return undefined
  }
  if (isMap(node)) return plainMap(node, at, walk)
  if (isSeq(node)) return plainList(node, at, walk)
  return isScalar(node) ? node.value : null
}

function plainMap(map: YAMLMap, at: string, walk: Walk): unknown {
  const entries: [string, unknown][] = []
  const seen = new Set<string>()
  for (const pair of map.items) {
    const range = isNode(pair.key) ? rangeOf(pair.key) : rangeOf(map)
    const name = isScalar(pair.key) && !hasMagic(pair.key) ? pair.key.value : undefined
    if (typeof name !== 'string') {
      const help = 'write keys as plain words, followed by a colon'
      walk.report.add('L0011', range, 'this key is not a word', help)
    } else if (seen.has(name)) {
      const message = `\`${brief(name)}\` is written twice here`
      walk.report.add('L0012', range, message, 'keep one of the two')
    } else {
      seen.add(name)
      entries.push([name, plain(pair.value, below(at, name), range, walk)])
    }
  }
  return Object.fromEntries(entries)
}

function plainList(list: YAMLSeq, at: string, walk: Walk): unknown[] {
  return list.items.map((item, index) => plain(item, below(at, index), undefined, walk))
}

function below(at: string, key: string | number): string {
  return at === '' ? String(key) : `${at}/${key}`
}

function hasMagic(node: Node): boolean {
  if (isAlias(node)) return true
  return node.tag !== undefined || ('anchor' in node && node.anchor !== undefined)
}

function rangeOf(node: Node): Range {
  const [start, end] = node.range ?? [0, 1]
  return { start, end }
}

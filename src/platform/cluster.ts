import { assert } from '../base/assert.ts'
import type { ChStatement } from './clickhouse.ts'

/** What a table of one shard is called; the name without it is that of all shards together. */
const LOCAL = '_local'
/** Tables in the memory of one server, in which one loader looks at rows before it inserts them. */
const OF_ONE_SERVER = /_loading$/
/** Tokens are remembered as long as events are looked back for, and then some. */
const TOKEN_SECONDS = 7 * 86_400
const NAME = /^[A-Za-z_][A-Za-z0-9_.-]{0,62}$/

/** Given with every statement to a cluster, so that what one replica took is read from all. */
export const CLUSTER_SETTINGS = {
  distributed_foreground_insert: 1,
  insert_quorum: 'auto',
  insert_quorum_parallel: 0,
  select_sequential_consistency: '1',
  distributed_ddl_task_timeout: '180',
} as const

/** Whether this can be the name of a cluster in the configuration of ClickHouse. */
export function isClusterName(name: string): boolean {
  return NAME.test(name)
}

/**
 * The statements that do on a cluster what one statement does on one server: a table becomes a
 * replicated one on each shard and a distributed one over them, sharded by the visitor's key. What
 * only reads or inserts stays as it is. Throws on a statement that it has no form for.
 */
export function clustered(statement: ChStatement, cluster: string): readonly ChStatement[] {
  assert(isClusterName(cluster), 'the name of a cluster is checked before')
  const text = withoutComments(statement.text)
  if (isOfOneServer({ ...statement, text })) return [{ ...statement, text }]
  const [verb = ''] = /^[a-z]+(?: or replace)?(?: [a-z]+)?/i.exec(text) ?? []
  const form = FORMS.find(([words]) => words.test(verb))?.[1]
  assert(form, `\`${verb}\` has no form for a cluster`)
  return form({ ...statement, text }, `on cluster '${cluster}'`, cluster)
}

/**
 * What is looked for by `in (select …)` is asked once, by the server that was asked, and not by each
 * shard of its own rows: a shard does not have the others', nor what is being loaded.
 */
export function everywhere({ text, values }: ChStatement): ChStatement {
  const LOCAL_IN = /(?<!\bglobal )\b(not in|in)(?= ?\(\s*select\b)/gi
  return { text: text.replace(LOCAL_IN, 'global $1'), values }
}

function isOfOneServer(statement: ChStatement): boolean {
  if (!/^(?:create|truncate|drop)(?: or replace)? table\b/i.test(statement.text)) return false
  const { name, hole } = headOf(statement)
  return OF_ONE_SERVER.test(hole === undefined ? name : String(statement.values[hole]))
}

type Form = (statement: ChStatement, on: string, cluster: string) => readonly ChStatement[]

const FORMS: readonly (readonly [RegExp, Form])[] = [
  [/^(?:select|with|insert)\b/i, statement => [everywhere(statement)]],
  [/^create (?:database|or)|^create or replace|^(?:create|drop) view|^drop database/i, named],
  [/^create table/i, created],
  [/^alter table/i, altered],
  [/^(?:drop|truncate|optimize) table/i, onBoth],
  [/^delete from/i, (statement, on) => [onLocal(statement, on)]],
]

const WORDS =
  '(?:create|drop|truncate|optimize|alter|delete)(?: or replace)? (?:table|view|database|from)'
/** The verb, the database with its dot, and the name: a word or a hole for one. */
const HEAD = new RegExp(
  `^(${WORDS}(?: if (?:not )?exists)?) (\\w+\\.)?(\\w+|\\{(\\w+):Identifier\\})`,
  'i',
)

function headOf({ text }: ChStatement) {
  const [whole = '', verb = '', database = '', name = '', hole] = HEAD.exec(text) ?? []
  assert(whole !== '', `\`${text.slice(0, 60)}\` names no table where it should`)
  return { verb, database, name, hole, rest: text.slice(whole.length) }
}

function named(statement: ChStatement, on: string): readonly ChStatement[] {
  const { verb, database, name, rest } = headOf(statement)
  return [{ ...statement, text: `${verb} ${database}${name} ${on}${rest}` }]
}

/** The statement about the table of each shard. */
function onLocal({ text, values }: ChStatement, on: string): ChStatement {
  const { verb, database, name, hole, rest } = headOf({ text, values })
  if (hole === undefined) return { text: `${verb} ${database}${name}${LOCAL} ${on}${rest}`, values }
  const local = { ...values, [hole]: `${String(values[hole])}${LOCAL}` }
  return { text: `${verb} ${database}${name} ${on}${rest}`, values: local }
}

function onBoth(statement: ChStatement, on: string): readonly ChStatement[] {
  const { verb } = headOf(statement)
  const isDrop = /^drop/i.test(verb)
  return isDrop ? [...named(statement, on), onLocal(statement, on)] : [onLocal(statement, on)]
}

/** Columns are those of both tables; all else is of the table that keeps them. */
function altered(statement: ChStatement, on: string): readonly ChStatement[] {
  const local = onLocal(statement, on)
  const columns = /\b(?:add|modify|drop|rename|comment) column\b/i
  if (!columns.test(statement.text)) return [local]
  const shown = statement.text.replace(/ codec\((?:[^()]|\([^()]*\))*\)/gi, '')
  return [local, ...named({ ...statement, text: shown }, on)]
}

function created(statement: ChStatement, on: string, cluster: string): readonly ChStatement[] {
  const { verb, database, name } = headOf(statement)
  const at = /\bengine = (\w*)MergeTree(?:\(([^()]*)\))?/i.exec(statement.text)
  assert(at, `the table \`${name}\` has an engine of the MergeTree family`)
  const [engine, kind = '', args = ''] = at
  const place = `'/clickhouse/tables/{shard}/${database}${name}', '{replica}'`
  const replicated = `engine = Replicated${kind}MergeTree(${place}${args === '' ? '' : `, ${args}`})`
  const text = statement.text
    .replace(engine, replicated)
    .replace(
      /\bnon_replicated_deduplication_window = (\d+)/,
      `replicated_deduplication_window = $1, replicated_deduplication_window_seconds = ${TOKEN_SECONDS}`,
    )
  const shards = `${verb} ${database}${name} ${on} as ${database}${name}${LOCAL}
engine = Distributed('${cluster}', '${database.slice(0, -1)}', '${name}${LOCAL}', ${shardOf(statement.text, name)})`
  return [onLocal({ ...statement, text }, on), { text: shards, values: {} }]
}

/**
 * The visitor's key; for a row without one the event's, so that a repeated message meets its first
 * on one shard; else what the table is sorted by, which a retry does not change.
 */
function shardOf(text: string, table: string): string {
  const has = (column: string) => new RegExp(`\\b${table}_${column} UInt64`).test(text)
  const keys = ['visitor', 'machine', 'event'].filter(has).map(column => `${table}_${column}`)
  const [, order = ''] = /\border by \(?([\w, ]+)\)?/i.exec(text) ?? []
  assert(order !== '', `the table \`${table}\` says what it is sorted by`)
  const last = `sipHash64(${order.trim()})`
  if (keys.length === 0) return last
  return `multiIf(${keys.map(key => `${key} != 0, ${key}`).join(', ')}, ${last})`
}

function withoutComments(text: string): string {
  return text.replace(/^[ \t]*--.*$\n?/gm, '').trim()
}

// Turns law/*.yaml into src/policy/law/ (the policy slice does no I/O) and docs/reference/law.md.
// `--check` writes nothing and fails when what is there differs. Unknown keys and kinds are errors.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format } from 'oxfmt'
import { parse } from 'yaml'

const LINES_MAX = 400
const FOLDER = 'src/policy/law/tables'
const LANGS = ['fi', 'sv', 'en']
const UNITS = { hours: 'hour', days: 'day', months: 'month', years: 'year' }
const EVERY = { needs: ['id', 'is', 'article', 'valid-from', 'source', 'confirmed'] }
const MAY = ['act', 'valid-until', 'note']
/** What a row of each kind needs besides, and may have. */
const KINDS = {
  term: { needs: ['span', 'from'] },
  age: { needs: ['years'], may: ['country'] },
  ground: { needs: ['ground', 'rights', 'allows', 'names'] },
  condition: { needs: ['of', 'names'] },
  item: { needs: ['of', 'about', 'names'] },
  mechanism: { needs: ['names'] },
  countries: { needs: ['countries'] },
  adequacy: { needs: ['country', 'decision'], may: ['only'] },
  act: { needs: ['names'], may: ['also', 'repealed-by', 'replaced-by'] },
  landmark: { needs: ['topics', 'names'] },
  authority: { needs: ['country', 'names', 'sites', 'post', 'phone', 'email'] },
}
const TRILINGUAL = ['names', 'sites', 'post', 'only']
const LISTS = ['rights', 'allows', 'countries', 'also', 'replaced-by', 'topics']

const PAGE_HEAD = `
# Tables of law

This page is generated from \`law/\` by \`node scripts/law.mjs\`. **It is no legal advice.** It is what law-lint, terms and
notices count with, so that a law that changes on a date changes the answer on that date. Whoever relies on a row
should read the act.

A row is *confirmed* when its figure was read in the act, or measured. The others say what is missing. "In force"
gives the first day, and the last one when it is known.
`

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const style = JSON.parse(readFileSync('.oxfmtrc.json', 'utf8'))
const tables = readdirSync('law')
  .filter(name => name.endsWith('.yaml'))
  .toSorted()
  .map(readTable)
holdTogether(tables)

const wanted = new Map()
for (const table of tables) wanted.set(`${FOLDER}/${table.name}.ts`, await tableSource(table))
wanted.set('src/policy/law/tables.ts', await indexSource(tables))
wanted.set('docs/reference/law.md', page(tables))

const stale = present().filter(path => !wanted.has(path))
const differing = [...wanted].filter(([path, text]) => read(path) !== text).map(([path]) => path)
if (process.argv.includes('--check')) {
  for (const path of [...differing, ...stale]) process.stderr.write(`${path} differs from law/\n`)
  if (differing.length + stale.length > 0) {
    process.stderr.write('Run `node scripts/law.mjs`.\n')
    process.exit(1)
  }
} else {
  mkdirSync(FOLDER, { recursive: true })
  for (const path of differing) writeFileSync(path, wanted.get(path))
  for (const path of stale) rmSync(path)
  const rows = tables.flatMap(table => table.rows).length
  process.stdout.write(`law: ${tables.length} tables, ${rows} rows, ${differing.length} written\n`)
}

function readTable(file) {
  const name = file.replace('.yaml', '')
  const text = parse(readFileSync(`law/${file}`, 'utf8'))
  const { owner, 'review-by': reviewBy, about, defaults = {}, rows, ...rest } = text
  must(Object.keys(rest).length === 0, file, `unknown key \`${Object.keys(rest)[0]}\``)
  must(typeof owner === 'string' && typeof about === 'string', file, 'needs `owner` and `about`')
  must(isDay(reviewBy), file, '`review-by` must be a day')
  must(Array.isArray(rows) && rows.length > 0, file, 'needs `rows`')
  const full = rows.map(row => readRow({ ...defaults, ...row }, `${file} \`${row.id}\``))
  return { name, owner, reviewBy, about, rows: full }
}

function readRow(written, where) {
  const row = withSpan(written)
  const kind = KINDS[row.is]
  must(kind !== undefined, where, `unknown kind \`${row.is}\``)
  const needs = [...EVERY.needs, ...kind.needs]
  const known = [...needs, ...MAY, ...(kind.may ?? [])]
  for (const key of needs) must(row[key] !== undefined, where, `needs \`${key}\``)
  for (const key of Object.keys(row)) must(known.includes(key), where, `unknown key \`${key}\``)
  for (const key of TRILINGUAL) {
    if (row[key])
      must(String(Object.keys(row[key])) === String(LANGS), where, `\`${key}\`: fi, sv, en`)
  }
  for (const key of LISTS) must(!row[key] || row[key].length > 0, where, `\`${key}\` is empty`)
  must(isDay(row['valid-from']), where, '`valid-from` must be a day')
  const until = row['valid-until']
  must(until === undefined || (isDay(until) && until >= row['valid-from']), where, '`valid-until`')
  must(typeof row.confirmed === 'boolean', where, '`confirmed` is true or false')
  must(row.confirmed || row.note !== undefined, where, 'is not confirmed: say why in `note`')
  return row
}

/** `months: 2` of a term becomes a span; an age keeps its years. */
function withSpan(row) {
  const unit = Object.keys(UNITS).find(key => row.is === 'term' && key in row)
  if (unit === undefined) return row
  const { [unit]: count, ...rest } = row
  return { ...rest, span: { count, unit: UNITS[unit] } }
}

/** Rows of one id follow one another in time, and every act that is cited has its own row. */
function holdTogether(all) {
  const rows = all.flatMap(table => table.rows)
  const acts = new Set(rows.filter(row => row.is === 'act').map(row => row.id))
  for (const row of rows) {
    const cited = [row.act, row['repealed-by'], ...(row['replaced-by'] ?? [])]
    for (const act of cited) must(!act || acts.has(act), row.id, `cites the unknown act \`${act}\``)
    const others = rows.filter(other => other !== row && other.id === row.id)
    must(!others.some(other => overlap(row, other)), row.id, 'two rows hold on one day')
  }
}

function overlap(a, b) {
  return a['valid-from'] <= lastDay(b) && b['valid-from'] <= lastDay(a)
}

function lastDay(row) {
  return row['valid-until'] ?? '9999-12-31'
}

async function tableSource({ name, owner, reviewBy, rows }) {
  const value = JSON.stringify({ name, owner, reviewBy, rows: rows.map(camelled) })
  const text = await formatted(`${FOLDER}/${name}.ts`, [
    `// Generated from law/${name}.yaml by \`node scripts/law.mjs\`: change it there.`,
    `import type { LawTable } from '../row.ts'\n`,
    `/** The table \`${name}\`. */\nexport const ${constant(name)}: LawTable = ${value}`,
  ])
  const lines = text.split('\n').length - 1
  must(lines <= LINES_MAX, `law/${name}.yaml`, `makes ${lines} lines: split it`)
  return text
}

async function indexSource(all) {
  return formatted('src/policy/law/tables.ts', [
    '// Generated from law/ by `node scripts/law.mjs`: change it there.',
    `import type { LawTable } from './row.ts'`,
    ...all.map(({ name }) => `import { ${constant(name)} } from './tables/${name}.ts'`),
    '\n/** Every table of the law, each with its owner and the day it must be read again. */',
    `export const LAW_TABLES: readonly LawTable[] = [${all.map(t => constant(t.name)).join(', ')}]`,
  ])
}

async function formatted(path, lines) {
  const { code, errors } = await format(path, `${lines.join('\n')}\n`, style)
  must(errors.length === 0, path, JSON.stringify(errors))
  return code
}

function page(all) {
  const parts = all.map(({ name, owner, reviewBy, about, rows }) =>
    [
      `## ${name}`,
      about.trim(),
      `Owner: ${owner}. To be read again by ${reviewBy}. Source: \`law/${name}.yaml\`.`,
      [
        '| row | says | article | in force | confirmed |',
        '|---|---|---|---|---|',
        ...rows.map(pageRow),
      ].join('\n'),
    ].join('\n\n'),
  )
  return `${[PAGE_HEAD.trim(), ...parts].join('\n\n')}\n`
}

function pageRow(row) {
  const until = row['valid-until'] ? ` to ${row['valid-until']}` : ''
  const sure = row.confirmed ? `yes: ${row.source}` : `**no**: ${row.source}`
  const note = row.note ? `. ${row.note}` : ''
  const cells = [
    `\`${row.id}\``,
    says(row),
    row.article,
    `${row['valid-from']}${until}`,
    sure + note,
  ]
  return `| ${cells.map(cell => cell.trim().replaceAll('|', '/').replaceAll('\n', ' ')).join(' | ')} |`
}

function says(row) {
  const { is, span, from, years, country, countries, decision, only, rights, allows } = row
  if (is === 'term') return `${span.count} ${span.unit}${span.count === 1 ? '' : 's'} from ${from}`
  if (is === 'age')
    return `${years} years${country ? ` (${country})` : ', unless a country set less'}`
  if (is === 'countries') return countries.join(' ')
  if (is === 'adequacy') return `${country}, ${decision}${only ? `: only ${only.en}` : ''}`
  if (is === 'ground') return `${allows.join(' or ')} (${rights.join(', ')}): ${row.names.en}`
  if (is === 'landmark') return `${row.topics.join(', ')}: ${row.names.en}`
  if (is === 'act') return `${row.names.en} (${row.names.fi}, ${row.names.sv})${successor(row)}`
  if (is === 'authority') return `${row.names.en}, ${row.sites.en}, ${row.phone}, ${row.email}`
  return `${row.of ? `${row.of}: ` : ''}${row.names.en}`
}

function successor(row) {
  const next = row['replaced-by']
  return next ? `; now ${next.join(' and ')}` : ''
}

function camelled(row) {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [camel(key), value]))
}

function camel(key) {
  return key.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase())
}

function constant(name) {
  return name.toUpperCase().replaceAll('-', '_')
}

function present() {
  const tableFiles = existsSync(FOLDER) ? readdirSync(FOLDER).map(name => `${FOLDER}/${name}`) : []
  return tableFiles.filter(path => path.endsWith('.ts'))
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

function isDay(text) {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false
  return !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
}

function must(holds, where, what) {
  if (holds) return
  process.stderr.write(`law: ${where} ${what}\n`)
  process.exit(2)
}

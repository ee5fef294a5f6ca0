// Turns vendors/*.json into src/policy/catalogue/entries.ts (the policy slice does no I/O).
// `--check` writes nothing and fails when what is there differs. Unknown keys are errors.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format } from 'oxfmt'

const MADE = 'src/policy/catalogue/entries'
const ENTRY = {
  needs: [
    'id',
    'name',
    'gateway',
    'gatewayHosts',
    'hosts',
    'embeds',
    'disclosures',
    'domains',
    'facts',
  ],
  may: ['company', 'country', 'privacy', 'optOut', 'settings', 'optOutSign'],
}
/** IAB Vendor Device Storage & Operational Disclosures 1.1, and where each was read. */
const DISCLOSURE = {
  needs: [
    'identifier',
    'type',
    'maxAgeSeconds',
    'cookieRefresh',
    'domains',
    'purposes',
    'optOut',
    'description',
    'source',
    'confirmed',
  ],
}
const DOMAIN = { needs: ['domain', 'purposes', 'use'] }
const FACT = { needs: ['about', 'source', 'confirmed'] }
const GATEWAYS = [
  'ga4-measurement-protocol',
  'google-ads-conversions',
  'meta-conversions',
  'linkedin-conversions',
  'hubspot-events',
  'x-conversions',
  'none',
]
const LINKS = ['privacy', 'optOut', 'settings']
const HOST = /^([a-z0-9-]+\.)+[a-z]{2,}$/
const SIGN = /^(prop:[\w$-]+\*?|call:[\w$]+\.[\w$]+|cookie:[\w-]+=[\w-]+)( (?!$)|$)/

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const style = JSON.parse(readFileSync('.oxfmtrc.json', 'utf8'))
const entries = readdirSync('vendors')
  .filter(name => name.endsWith('.json'))
  .toSorted()
  .map(readEntry)
const wanted = new Map()
for (const entry of entries) wanted.set(`${MADE}/${entry.id}.ts`, await entrySource(entry))
wanted.set(`${MADE}.ts`, await indexSource())

const differing = [...wanted].filter(
  ([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text,
)
const stale = existsSync(MADE)
  ? readdirSync(MADE).filter(name => !wanted.has(`${MADE}/${name}`))
  : []
if (process.argv.includes('--check')) {
  for (const [path] of differing) process.stderr.write(`${path} differs from vendors/\n`)
  for (const name of stale) process.stderr.write(`${MADE}/${name} has no file in vendors/\n`)
  if (differing.length + stale.length > 0) {
    process.stderr.write('Run `node scripts/vendors.mjs`.\n')
    process.exit(1)
  }
} else {
  mkdirSync(MADE, { recursive: true })
  for (const [path, text] of differing) writeFileSync(path, text)
  for (const name of stale) rmSync(`${MADE}/${name}`)
  process.stdout.write(`vendors: ${entries.length} entries, ${differing.length} files written\n`)
}

function readEntry(file) {
  const entry = JSON.parse(readFileSync(`vendors/${file}`, 'utf8'))
  must(`${entry.id}.json` === file, file, 'its `id` is not the name of the file')
  shaped(entry, ENTRY, file)
  must(GATEWAYS.includes(entry.gateway), file, `unknown gateway \`${entry.gateway}\``)
  must(
    (entry.gateway === 'none') === (entry.gatewayHosts.length === 0),
    file,
    'a gateway has hosts',
  )
  for (const host of [...entry.hosts, ...entry.gatewayHosts])
    must(HOST.test(host), file, `\`${host}\` is no host`)
  for (const url of [...LINKS.flatMap(key => entry[key] ?? []), ...entry.embeds])
    must(url.startsWith('https://'), file, `\`${url}\` is not https`)
  for (const url of entry.embeds)
    must(
      url.endsWith('/') && entry.hosts.includes(new URL(url).host),
      file,
      `\`${url}\` is a prefix of no host`,
    )
  for (const sign of (entry.optOutSign ?? '').split(' ').filter(Boolean))
    must(SIGN.test(sign), file, `\`${sign}\` is no sign`)
  for (const held of entry.disclosures) {
    shaped(held, DISCLOSURE, `${file} \`${held.identifier}\``)
    must(['cookie', 'web', 'app'].includes(held.type), file, `unknown type \`${held.type}\``)
    const age = held.maxAgeSeconds
    must(
      held.type === 'cookie' ? Number.isInteger(age) && age >= 0 : age === null,
      file,
      `\`maxAgeSeconds\` of \`${held.identifier}\`: whole seconds of a cookie, 0 for the session; else null`,
    )
  }
  for (const held of entry.domains) shaped(held, DOMAIN, file)
  for (const held of entry.facts) shaped(held, FACT, file)
  return entry
}

function shaped(value, { needs, may = [] }, where) {
  for (const key of needs) must(value[key] !== undefined, where, `needs \`${key}\``)
  for (const key of Object.keys(value))
    must([...needs, ...may].includes(key), where, `unknown key \`${key}\``)
}

function entrySource(entry) {
  return formatted(`${MADE}/${entry.id}.ts`, [
    `// Generated from vendors/${entry.id}.json by \`node scripts/vendors.mjs\`: change it there.`,
    `import type { CatalogueEntry } from '../entry.ts'\n`,
    `/** The entry \`${entry.id}\`. */\nexport const ${constant(entry.id)}: CatalogueEntry = ${JSON.stringify(entry)}`,
  ])
}

function indexSource() {
  return formatted(`${MADE}.ts`, [
    '// Generated from vendors/ by `node scripts/vendors.mjs`: change it there.',
    `import type { CatalogueEntry } from './entry.ts'`,
    ...entries.map(({ id }) => `import { ${constant(id)} } from './entries/${id}.ts'`),
    '\n/** Every third party that the catalogue describes, in the order of their ids. */',
    `export const CATALOGUE: readonly CatalogueEntry[] = [${entries.map(({ id }) => constant(id)).join(', ')}]`,
  ])
}

async function formatted(path, lines) {
  const { code, errors } = await format(path, `${lines.join('\n')}\n`, style)
  must(errors.length === 0, path, JSON.stringify(errors))
  return code
}

function constant(id) {
  return id.toUpperCase().replaceAll('-', '_')
}

function must(holds, where, what) {
  if (holds) return
  process.stderr.write(`vendors: ${where} ${what}\n`)
  process.exit(2)
}

// Builds the tag: one script without dependencies.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import { minify } from 'vite'

const TARGET = 'es2022'
const here = fileURLToPath(new URL('.', import.meta.url))

/**
 * Writes into the folder, and answers the text of each: `lupaus.js`; `gate.js`, what of it must stand
 * before everything else and may be written into the page; `lupaus-measure.js` and
 * `lupaus-embed.js`, modules that it loads when they are wanted; and the script that hands choices
 * over between own sites.
 */
export async function buildTag(outDir) {
  await mkdir(outDir, { recursive: true })
  const gateEntry = { stdin: { contents: GATE, resolveDir: here, loader: 'ts' } }
  const built = {
    code: await bundle(entry('main.ts')),
    gate: await bundle(gateEntry),
    measure: await bundle(entry('measure-part.ts'), true),
    embed: await bundle(entry('embed-part.ts'), true),
    handOver: await bundle(entry('hand-over.ts')),
  }
  for (const [part, name] of Object.entries(NAMES)) {
    await writeFile(join(outDir, name), built[part])
  }
  return built
}

const NAMES = {
  code: 'lupaus.js',
  gate: 'gate.js',
  measure: 'lupaus-measure.js',
  embed: 'lupaus-embed.js',
  handOver: 'lupaus-hand-over.js',
}

const GATE = `
import { openGate, placeOf } from './gate.ts'
import { factsOf, payloadOf } from './facts.ts'
import { cookies, CHOICE } from './jar.ts'
const { lupausConfig } = self
const facts = () => factsOf(payloadOf(cookies()[CHOICE]), lupausConfig.rules.vendors)
openGate(lupausConfig, placeOf(document.currentScript), facts)`

/** Properties that nobody outside the tag's own files reads: the same short names in each of them. */
const INSIDE = [
  ...[
    'standing',
    'payload',
    'unheard',
    'facts',
    'objected',
    'keepChoice',
    'carried',
    'chosenUnder',
  ],
  ...[
    'withdrawn',
    'revoke',
    'settings',
    'stage',
    'allowed',
    'base',
    'acts',
    'card',
    'chip',
    'less',
  ],
]
const SHORT = Object.fromEntries(INSIDE.map((name, at) => [name, String.fromCharCode(97 + at)]))

function entry(file) {
  return { entryPoints: [join(here, file)] }
}

async function bundle(from, isModule = false) {
  const css = await readFile(join(here, 'look.css'), 'utf8')
  const sheet = await transform(css, { loader: 'css', minify: true })
  const look = sheet.code.trim().replaceAll(/(--\w+): /g, '$1:')
  const { outputFiles } = await build({
    ...from,
    bundle: true,
    minify: true,
    format: 'esm',
    // A browser without constructable style sheets could not show the banner anyway.
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    define: { LOOK: JSON.stringify(look) },
    mangleProps: new RegExp(`^(${INSIDE.join('|')})$`),
    mangleCache: SHORT,
    logLevel: 'error',
    write: false,
  })
  const { code, errors } = await minify('lupaus.js', outputFiles[0].text, {
    compress: { target: TARGET },
    mangle: { toplevel: true },
    module: true,
  })
  if (errors.length > 0) throw new Error(errors[0].message)
  return isModule ? code : `(()=>{${code}})();`
}

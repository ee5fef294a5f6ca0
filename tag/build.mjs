// Builds the tag: one script without dependencies.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import { minify } from 'vite'

const TARGET = 'es2022'
const here = fileURLToPath(new URL('.', import.meta.url))

/**
 * Writes `lupaus.js` into the folder and, to be weighed only, `gate.js`: receipt and signals,
 * `decide`, and the guards before storage, without the rest. Beside it the script that hands choices
 * over between own sites. Answers the text of each.
 */
export async function buildTag(outDir) {
  await mkdir(outDir, { recursive: true })
  const code = await bundle({ entryPoints: [join(here, 'main.ts')] })
  const gate = await bundle({ stdin: { contents: GATE, resolveDir: here, loader: 'ts' } })
  await writeFile(join(outDir, 'lupaus.js'), code)
  await writeFile(join(outDir, 'gate.js'), gate)
  const handOver = await bundle({ entryPoints: [join(here, 'hand-over.ts')] })
  await writeFile(join(outDir, 'lupaus-hand-over.js'), handOver)
  return { code, gate, handOver }
}

const GATE = `
import { openGate } from './gate.ts'
import { factsOf, payloadOf } from './facts.ts'
import { cookies, CHOICE } from './jar.ts'
openGate(self.lupausConfig.rules, () => factsOf(payloadOf(cookies().get(CHOICE) ?? '')))`

async function bundle(entry) {
  const css = await readFile(join(here, 'look.css'), 'utf8')
  const sheet = await transform(css, { loader: 'css', minify: true })
  const look = sheet.code.trim().replaceAll(/(--\w+): /g, '$1:')
  const { outputFiles } = await build({
    ...entry,
    bundle: true,
    minify: true,
    format: 'esm',
    // A browser without constructable style sheets could not show the banner anyway.
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    define: { LOOK: JSON.stringify(look) },
    logLevel: 'error',
    write: false,
  })
  const { code, errors } = await minify('lupaus.js', outputFiles[0].text, {
    compress: { target: TARGET },
    mangle: { toplevel: true },
    module: true,
  })
  if (errors.length > 0) throw new Error(errors[0].message)
  return `(()=>{${code}})();`
}

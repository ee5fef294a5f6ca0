// Builds the tag: one script without dependencies; says what it weighs.
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, transform } from 'esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Writes `lupaus.js` into the folder; answers its text and what the gate alone weighs, gzipped. */
export async function buildTag(outDir) {
  await mkdir(outDir, { recursive: true })
  const code = await bundle({ entryPoints: [join(here, 'main.ts')] }, join(outDir, 'lupaus.js'))
  return { code, gateGzipBytes: await weighGate() }
}

/** Gzipped bytes of the gate alone: receipt and signals, `decide`, and the guards before storage. */
export async function weighGate() {
  const contents = `import { openGate } from './gate.ts'
    import { factsOf, payloadOf } from './facts.ts'
    import { cookies, CHOICE } from './jar.ts'
    openGate(self.lupausConfig.rules, () => factsOf(payloadOf(cookies().get(CHOICE))))`
  const code = await bundle({ stdin: { contents, resolveDir: here, loader: 'ts' } })
  return gzipSync(code, { level: 9 }).length
}

async function bundle(entry, outfile) {
  const css = await readFile(join(here, 'look.css'), 'utf8')
  const { code: look } = await transform(css, { loader: 'css', minify: true })
  const options = {
    ...entry,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    define: { LOOK: JSON.stringify(look.trim()) },
    logLevel: 'error',
  }
  const { outputFiles } = await build({ ...options, write: false })
  if (outfile) await build({ ...options, outfile })
  return outputFiles[0].text
}

import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { readPolicy, tagConfig } from '../src/policy/index.ts'
import { compareVisits, type VisitCost } from './tag-visits.ts'

/** What the tag weighs on the wire, gzipped. */
export type TagWeight = {
  /** Receipt, signals, `decide`, the page's policy and the guards before storage, without the rest. */
  readonly gateGzipBytes: number
  /** All that `/lupaus.js` answers: code, banner, and the config with words in three languages. */
  readonly tagGzipBytes: number
  /** The same without the config. */
  readonly codeGzipBytes: number
  /** What is fetched once something may be measured, and once a visitor presses something. */
  readonly measureGzipBytes: number
  readonly embedGzipBytes: number
  readonly policy: string
}

/** What the tag weighs and what it costs a first visit to the demo shop. */
export type TagBench = { readonly bench: 'tag' } & TagWeight & VisitCost

const POLICY = 'policies/childrens-shop.yaml'

/** Weighs the built tag and visits the demo shop with and without it; needs `npm run build` first. */
export async function run(folder = 'dist/tag'): Promise<TagBench> {
  const { script, ...weight } = await weigh(folder)
  const { gateGzipBytes, tagGzipBytes, ...others } = weight
  const cost = await compareVisits(shopPolicy(), script)
  return { bench: 'tag', gateGzipBytes, tagGzipBytes, ...cost, ...others }
}

/** Weighs the built tag with the config of the children's shop, and answers what it is served as. */
export async function weigh(folder: string): Promise<TagWeight & { readonly script: Buffer }> {
  const policy = shopPolicy()
  const read = (name: string) => readFileSync(`${folder}/${name}`, 'utf8')
  const code = read('lupaus.js')
  const config = { ...tagConfig(policy), tag: '0'.repeat(16) }
  const script = gzipSync(`self.lupausConfig=${JSON.stringify(config)};\n${code}`, { level: 9 })
  return {
    gateGzipBytes: gzipped(read('gate.js')),
    tagGzipBytes: script.length,
    codeGzipBytes: gzipped(code),
    measureGzipBytes: gzipped(read('lupaus-measure.js')),
    embedGzipBytes: gzipped(read('lupaus-embed.js')),
    policy: policy.id,
    script,
  }
}

function shopPolicy() {
  const { policy } = readPolicy(readFileSync(POLICY, 'utf8'), POLICY)
  if (!policy) throw new Error(`\`${POLICY}\` does not compile`)
  return policy
}

function gzipped(text: string): number {
  return gzipSync(text, { level: 9 }).length
}

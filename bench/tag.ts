import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { readPolicy, tagConfig } from '../src/policy/index.ts'

/** What the tag weighs on the wire, gzipped. */
export type TagBench = {
  readonly bench: 'tag'
  /** Receipt, signals, `decide` and the guards before storage, without the rest. */
  readonly gateGzipBytes: number
  /** All that `/lupaus.js` answers: code, banner, and the config with words in three languages. */
  readonly tagGzipBytes: number
  /** The same without the config. */
  readonly codeGzipBytes: number
  readonly policy: string
}

const POLICY = 'policies/childrens-shop.yaml'

/** Weighs the built tag with the config of the children's shop; needs `npm run build` first. */
export async function weigh(folder = 'dist/tag'): Promise<TagBench> {
  const { policy } = readPolicy(readFileSync(POLICY, 'utf8'), POLICY)
  if (!policy) throw new Error(`\`${POLICY}\` does not compile`)
  const code = readFileSync(`${folder}/lupaus.js`, 'utf8')
  const gate = readFileSync(`${folder}/gate.js`, 'utf8')
  const config = `self.lupausConfig=${JSON.stringify({ ...tagConfig(policy), tag: '0'.repeat(16) })};\n`
  return {
    bench: 'tag',
    gateGzipBytes: gzipped(gate),
    tagGzipBytes: gzipped(config + code),
    codeGzipBytes: gzipped(code),
    policy: policy.id,
  }
}

function gzipped(text: string): number {
  return gzipSync(text, { level: 9 }).length
}

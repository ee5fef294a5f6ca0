import { createHash } from 'node:crypto'
import { canonical, type Json } from '../base/json.ts'

/** What `verify` found: the chain whole, or its first broken entry and why. */
export type Finding =
  | { readonly whole: true; readonly entries: number; readonly head: string }
  | { readonly whole: false; readonly entries: number; readonly seq: number; readonly why: string }

const START = '0'.repeat(64)

/**
 * Re-checks an exported audit log, line by line, with no code of the part that wrote it. Each line
 * is one entry as JSON; an empty line is skipped.
 */
export async function verifyChain(lines: AsyncIterable<string>): Promise<Finding> {
  let entries = 0
  let head = START
  for await (const line of lines) {
    if (line.trim() === '') continue
    const seq = entries + 1
    const checked = checkEntry(line, seq, head)
    if ('why' in checked) return { whole: false, entries, seq, why: checked.why }
    head = checked.hash
    entries = seq
  }
  return { whole: true, entries, head }
}

function checkEntry(line: string, seq: number, prev: string): { hash: string } | { why: string } {
  const entry = readEntry(line)
  if (!entry) return { why: 'it is not an entry: one JSON object a line is expected' }
  const { hash, ...rest } = entry
  if (rest['seq'] !== seq)
    return { why: `its number is ${JSON.stringify(rest['seq'])}, expected ${seq}` }
  if (rest['prev'] !== prev) return { why: 'it does not name the hash of the entry before it' }
  const computed = createHash('sha256').update(canonical(rest)).digest('hex')
  if (computed !== hash) return { why: 'its contents do not give the hash that it carries' }
  return { hash: computed }
}

function readEntry(line: string): Record<string, Json> | undefined {
  try {
    const parsed: unknown = JSON.parse(line)
    return isRecord(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonical } from '../base/json.ts'
import { verifyChain } from './verify.ts'

type Act = { at: string; act: string; by: string; details: { i: number } }
type Entry = Act & { seq: number; prev: string; hash: string }

const chain = ['consent.chosen', 'consent.withdrawn', 'policy.in-force', 'probe.saw'].reduce<
  Entry[]
>((entries, act, i) => {
  const at = `2026-11-22T10:00:0${i}.000Z`
  return [...entries, next(entries.at(-1), { at, act, by: 'test', details: { i } })]
}, [])

test('an untouched chain is whole', async () => {
  expect(await verify(chain)).toEqual({ whole: true, entries: 4, head: chain[3]?.hash })
})

test('an empty log is whole', async () => {
  expect(await verify([])).toMatchObject({ whole: true, entries: 0 })
})

test.for([
  ['a changed word', 2, (e: Entry[]) => alter(e, 1, { act: 'consent.chosen' })],
  ['a changed detail', 3, (e: Entry[]) => alter(e, 2, { details: { i: 99 } })],
  ['a changed time', 1, (e: Entry[]) => alter(e, 0, { at: '2026-11-22T09:00:00.000Z' })],
  ['a missing entry', 2, (e: Entry[]) => e.toSpliced(1, 1)],
  ['two entries swapped', 2, (e: Entry[]) => [e[0], e[2], e[1], e[3]]],
  ['an entry twice', 3, (e: Entry[]) => e.toSpliced(1, 0, e[1] as Entry)],
  ['a line that is no entry', 4, (e: Entry[]) => [...e.slice(0, 3), 'not an entry']],
] as const)('%s is found, and entry %i named', async ([, seq, harm]) => {
  expect(await verify(harm([...chain]))).toMatchObject({ whole: false, seq })
})

test('an entry re-hashed after a change breaks the one that follows', async () => {
  const at = '2026-11-23T10:00:00.000Z'
  const forged = next(chain[0], { at, act: 'nothing', by: 'x', details: { i: 0 } })
  const finding = await verify([chain[0], forged, ...chain.slice(2)])
  expect(finding).toMatchObject({ whole: false, seq: 3 })
})

/** The entry after `last`, as the format says and no other code of ours. */
function next(last: Entry | undefined, act: Act): Entry {
  const open = { ...act, seq: (last?.seq ?? 0) + 1, prev: last?.hash ?? '0'.repeat(64) }
  return { ...open, hash: createHash('sha256').update(canonical(open)).digest('hex') }
}

function alter(entries: Entry[], index: number, change: Partial<Entry>): Entry[] {
  return entries.map((entry, i) => (i === index ? { ...entry, ...change } : entry))
}

async function verify(entries: readonly unknown[]) {
  return verifyChain(
    (async function* () {
      for (const entry of entries) yield await Promise.resolve(JSON.stringify(entry))
    })(),
  )
}

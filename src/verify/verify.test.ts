import { expect, test } from 'vitest'
import { type Entry, nextEntry } from '../audit/entry.ts'
import { moment } from '../base/time.ts'
import { verifyChain } from './verify.ts'

const chain = ['consent.chosen', 'consent.withdrawn', 'policy.in-force', 'probe.saw'].reduce<
  Entry[]
>((entries, act, i) => {
  const at = moment(`2026-11-22T10:00:0${i}Z`)
  return [...entries, nextEntry(entries.at(-1), { act, by: 'test', details: { i } }, at)]
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
  const forged = nextEntry(chain[0], { act: 'nothing', by: 'x', details: {} }, moment('2026-11-23'))
  const finding = await verify([chain[0], forged, ...chain.slice(2)])
  expect(finding).toMatchObject({ whole: false, seq: 3 })
})

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

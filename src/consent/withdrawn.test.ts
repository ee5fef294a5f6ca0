import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { moment } from '../base/time.ts'
import { Withdrawn } from './withdrawn.ts'

const now = moment('2026-11-22T10:00:00Z')
const later = moment('2027-05-22T10:00:00Z')
const id = () => randomBytes(16).toString('base64url')

test('every receipt that was taken back is known, and no other', () => {
  const withdrawn = new Withdrawn()
  const taken = Array.from({ length: 20_000 }, id)
  for (const one of taken) withdrawn.add(one, later)
  expect(withdrawn.size).toBe(20_000)
  expect(taken.every(one => withdrawn.has(one))).toBe(true)
  expect(Array.from({ length: 20_000 }, id).some(one => withdrawn.has(one))).toBe(false)
})

test('the same receipt twice is one', () => {
  const withdrawn = new Withdrawn()
  const one = id()
  withdrawn.add(one, later)
  withdrawn.add(one, later)
  expect(withdrawn.size).toBe(1)
})

test('what has lapsed is let go of, and nothing that has not', () => {
  const withdrawn = new Withdrawn()
  const [over, today, standing] = [id(), id(), id()]
  withdrawn.add(over, moment('2026-11-20T10:00:00Z'))
  withdrawn.add(today, moment('2026-11-22T11:00:00Z'))
  withdrawn.add(standing, later)
  for (let i = 0; i < 5_000; i++) withdrawn.add(id(), moment('2026-11-20T10:00:00Z'))
  withdrawn.dropLapsed(now)
  expect(withdrawn.size).toBe(2)
  expect([over, today, standing].map(one => withdrawn.has(one))).toEqual([false, true, true])
})

test('where there is room for no more, every receipt counts as taken back', () => {
  const withdrawn = new Withdrawn(3)
  for (let i = 0; i < 3; i++) withdrawn.add(id(), later)
  expect(withdrawn.isFull).toBe(false)
  expect(withdrawn.has(id())).toBe(false)
  withdrawn.add(id(), later)
  expect(withdrawn.isFull).toBe(true)
  expect(withdrawn.has(id())).toBe(true)
})

import { expect, test } from 'vitest'
import { noArrangement, unnamedPartners } from './together.ts'
import { told } from '../../../test/told.ts'

test('groups from the sites of partners name the partners', () => {
  const group = (keys: object) => ({ audiences: [{ inputs: ['partner-site-visits'], ...keys }] })
  expect(told(unnamedPartners, group({}))).toEqual(['audiences/0'])
  expect(told(unnamedPartners, group({ partners: 'unstated' }))).toHaveLength(1)
  expect(told(unnamedPartners, group({ partners: ['home-portal'] }))).toEqual([])
  expect(told(unnamedPartners, group({ inputs: ['pages-visited'] }))).toEqual([])
})

test('whoever links people together with others has an arrangement', () => {
  const link = (keys: object) => ({ identity: { links: [keys], otherwise: keys } })
  const at = ['identity/links/0', 'identity/otherwise']
  expect(told(noArrangement, link({ by: ['self', 'v'] }))).toEqual(at)
  expect(told(noArrangement, link({ by: ['v'], arrangement: 'unstated' }))).toEqual(at)
  expect(told(noArrangement, link({ by: ['v'], arrangement: 'ART26-1' }))).toEqual([])
  expect(told(noArrangement, link({ by: ['self'] }))).toEqual([])
  expect(told(noArrangement, link({ by: 'unstated' }))).toEqual([])
})

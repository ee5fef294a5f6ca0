import { expect, test } from 'vitest'
import { SMALL_POLICY } from '../../test/promises/small-policy.ts'
import { LANGS } from '../base/lang.ts'
import { bannerWords } from '../policy/index.ts'
import { secondLayer } from './second-layer.ts'
import type { Markup } from './wire.ts'

test.for(LANGS)('the second layer in %s shows every word that is hashed, and no other', lang => {
  const words = bannerWords(SMALL_POLICY, lang)
  const { details, first } = words
  const shown = new Set(secondLayer(words).content.flatMap(textsOf))
  const { back, columns, purposes, title, save, showTrackers, alwaysOn } = details
  const trackers = purposes.flatMap(purpose => purpose.trackers.flatMap(row => Object.values(row)))
  const hashed = [
    ...[title, save, `‹ ${back}`, showTrackers, alwaysOn, first.refuse],
    ...Object.values(columns),
    ...purposes.flatMap(({ name, text }) => [name, text]),
    ...trackers,
  ]
  expect([...shown].toSorted()).toEqual([...new Set(hashed)].toSorted())
})

test('only a purpose that is asked for has a switch, and none is sent as on', () => {
  const { content } = secondLayer(bannerWords(SMALL_POLICY, 'fi'))
  const switches = content.flatMap(elementsOf).filter(([name]) => name === 'input')
  expect(switches.map(([, attributes]) => attributes)).toEqual(
    ['recommendations', 'usage', 'ads'].map(id => ({ type: 'checkbox', role: 'switch', id })),
  )
})

test('no element or attribute comes from the policy’s text', () => {
  const elements = secondLayer(bannerWords(SMALL_POLICY, 'en')).content.flatMap(elementsOf)
  const known = /^(button|h2|h3|div|small|label|input|details|summary|dl|dt|dd)$/
  expect(elements.filter(([name]) => !known.test(name))).toEqual([])
  const attributes = new Set(elements.flatMap(([, given]) => Object.keys(given)))
  expect([...attributes].toSorted()).toEqual(['class', 'for', 'id', 'name', 'role', 'type'])
})

type Element = Exclude<Markup, string>

function elementsOf(markup: Markup): Element[] {
  if (typeof markup === 'string') return []
  const [, , ...children] = markup
  return [markup, ...children.flatMap(elementsOf)]
}

function textsOf(markup: Markup): string[] {
  if (typeof markup === 'string') return [markup]
  const [, , ...children] = markup
  return children.flatMap(textsOf)
}

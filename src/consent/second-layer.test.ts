import { expect, test } from 'vitest'
import { SMALL_POLICY } from '../../test/promises/small-policy.ts'
import { LANGS } from '../base/lang.ts'
import { bannerWords, deltaWords, type Policy } from '../policy/index.ts'
import { ageLayer, deltaLayer, embedLayer, secondLayer } from './second-layer.ts'
import type { Markup } from './wire.ts'

const FOR_CHILDREN: Policy = {
  ...SMALL_POLICY,
  said: {
    ...SMALL_POLICY.said,
    minors: { possible: true, 'age-gate': { asks: 'age-before-profiling', under: '13 years' } },
  },
}

test.for(LANGS)('the layers in %s show every word that is hashed, and no other', lang => {
  const words = bannerWords(FOR_CHILDREN, lang)
  const { details, first } = words
  const layers = [
    secondLayer(words),
    ageLayer(words, ['ads']),
    ...details.embeds.map(({ vendor }) => embedLayer(words, vendor)),
  ]
  const shown = new Set(layers.flatMap(layer => (layer?.content ?? []).flatMap(textsOf)))
  const { back, columns, purposes, title, save, showTrackers, alwaysOn, age, embeds } = details
  const { purposes: _, ...aged } = age ?? { purposes: [] }
  const hashed = [
    ...[title, save, `‹ ${back}`, showTrackers, alwaysOn, first.refuse],
    ...Object.values(columns),
    ...Object.values(aged),
    ...purposes.flatMap(({ name, text, trackers, vendors }) => [
      ...[name, text],
      ...trackers.flatMap(row => Object.values(row)),
      ...vendors.flatMap(vendor => [vendor.name, vendor.text, ...vendor.links.map(l => l.text)]),
    ]),
    ...embeds.flatMap(({ text, grant, show, notice, later, reload }) => [
      ...[text, grant, show, notice, later, reload],
    ]),
  ]
  expect([...shown].toSorted()).toEqual([...new Set(hashed)].toSorted())
  expect(layers.map(layer => layer?.words)).toEqual(layers.map(() => first.sha256.slice(0, 16)))
})

test('only what is asked for has a switch, with one for each of its vendors, and none is sent as on', () => {
  const { content } = secondLayer(bannerWords(SMALL_POLICY, 'fi'))
  const switches = content.flatMap(elementsOf).filter(([name]) => name === 'input')
  const box = { type: 'checkbox', role: 'switch' }
  expect(switches.map(([, attributes]) => attributes)).toEqual([
    { ...box, id: 'recommendations' },
    { ...box, id: 'usage' },
    { ...box, id: 'vendor:count', 'data-purpose': 'usage' },
    { ...box, id: 'ads' },
    { ...box, id: 'vendor:ads', 'data-purpose': 'ads' },
  ])
})

test('beside the switch of a vendor stand the pages where it is refused or set (proves: consent.optout-links-listed, consent.social-controls)', () => {
  const settings = 'https://ads.example/settings'
  const vendors = SMALL_POLICY.vendors.map(one => (one.id === 'ads' ? { ...one, settings } : one))
  const { content } = secondLayer(bannerWords({ ...SMALL_POLICY, vendors }, 'fi'))
  const rows = content.flatMap(elementsOf).filter(([, { class: look }]) => look === 'vendor')
  const pages = rows.map(row => {
    const held = elementsOf(row)
    const [, box] = held.find(([name]) => name === 'input') ?? []
    return [box?.['id'], ...held.flatMap(([name, { href }]) => (name === 'a' ? [href] : []))]
  })
  expect(pages).toEqual([
    ['vendor:count', 'https://count.example/privacy', 'https://count.example/opt-out'],
    ['vendor:ads', 'https://ads.example/privacy', settings],
  ])
})

test('the question of age has two answers of one kind, and is asked only where it must be', () => {
  const words = bannerWords(FOR_CHILDREN, 'en')
  const layer = ageLayer(words, ['recommendations', 'usage', 'ads'])
  const held = (layer?.content ?? []).flatMap(elementsOf)
  const names = held.flatMap(([name, , text]) => (name === 'li' ? [text] : []))
  expect(names).toEqual(['Personalisation', 'Targeted marketing'])
  const buttons = held.filter(([name]) => name === 'button').map(([, given]) => given)
  const kind = { type: 'button', class: 'main' }
  expect(buttons).toEqual([
    { ...kind, name: 'too-young' },
    { ...kind, name: 'of-age' },
  ])
  expect(ageLayer(words, ['usage'])).toBeUndefined()
  expect(ageLayer(bannerWords(SMALL_POLICY, 'en'), ['ads'])).toBeUndefined()
})

test('what is asked anew stands alone, with two answers of one kind', () => {
  const words = deltaWords(SMALL_POLICY, 'en', undefined, ['ads'])
  if (!words) throw new Error('`ads` is asked for')
  const held = deltaLayer(words).content.flatMap(elementsOf)
  expect(held.flatMap(([name, , text]) => (name === 'h3' ? [text] : []))).toEqual([
    'Targeted marketing',
  ])
  const buttons = held.flatMap(([name, { class: look, name: act }]) =>
    name === 'button' ? [[act, look]] : [],
  )
  expect(buttons).toEqual([
    ['refuse', 'main'],
    ['accept', 'main'],
    ['choose', 'more'],
  ])
  expect(held.filter(([name]) => name === 'input')).toEqual([])
})

test('no content is offered from a vendor that the policy does not name', () => {
  expect(embedLayer(bannerWords(SMALL_POLICY, 'en'), 'nobody')).toBeUndefined()
})

test('no element or attribute comes from the policy’s text', () => {
  const words = bannerWords(FOR_CHILDREN, 'en')
  const layers = [secondLayer(words), ageLayer(words, ['ads']), embedLayer(words, 'ads')]
  const elements = layers.flatMap(layer => (layer?.content ?? []).flatMap(elementsOf))
  const known = /^(button|h2|h3|p|a|ul|li|div|small|label|input|details|summary|dl|dt|dd)$/
  expect(elements.filter(([name]) => !known.test(name))).toEqual([])
  const attributes = new Set(elements.flatMap(([, given]) => Object.keys(given)))
  expect([...attributes].toSorted()).toEqual([
    ...[
      'aria-label',
      'class',
      'data-purpose',
      'for',
      'hidden',
      'href',
      'id',
      'name',
      'rel',
      'role',
    ],
    ...['target', 'type'],
  ])
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

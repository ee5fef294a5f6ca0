import { expect, test } from 'vitest'
import { SMALL_POLICY } from '../../../test/promises/small-policy.ts'
import { LANGS } from '../../base/lang.ts'
import type { Policy } from '../policy.ts'
import { bannerWords } from './banner-words.ts'
import { cookieNotice } from './notice.ts'
import { NOTICE_FORMATS, renderNotice } from './render.ts'

const functions = SMALL_POLICY.purposes.filter(({ id }) => id === 'functions')

/** A policy that asks for nothing, promises nothing and works with nobody. */
const BARE: Policy = {
  ...SMALL_POLICY,
  purposes: functions.map(purpose => ({ ...purpose, services: [], aims: [] })),
  trackers: [],
  vendors: [],
  signals: [],
  links: [],
  promises: [],
  said: {
    ...SMALL_POLICY.said,
    purposes: SMALL_POLICY.said.purposes.filter(({ id }) => id === 'functions'),
    trackers: [],
  },
}

const everywhere = LANGS.flatMap(lang => NOTICE_FORMATS.map(format => [lang, format] as const))

test.for(everywhere)('a bare policy has a notice without holes in %s, %s', ([lang, format]) => {
  const text = renderNotice(cookieNotice(BARE, lang), format)
  const said = text.replace(/<span class="mark".*?<\/span>/, '')
  expect(said).not.toMatch(/undefined|NaN|\[object|\{\w+|[:(] *[.)]|<(\w+)[^>]*>\s*<\/\1>/)
  expect(text).toContain(BARE.controller.name)
})

test('what a policy lacks has no section, and what it does not promise is not said', () => {
  const ids = cookieNotice(BARE, 'en').sections.map(({ id }) => id)
  expect(ids).toEqual([
    'who',
    'technology',
    'uses',
    'choices',
    'minors',
    'rights',
    'complaint',
    'about',
  ])
  expect(renderNotice(cookieNotice(SMALL_POLICY, 'en'), 'txt')).toContain('do not store your IP')
  expect(renderNotice(cookieNotice(BARE, 'en'), 'txt')).not.toContain('do not store your IP')
})

test('a policy that asks for nothing says so on the banner', () => {
  const { body } = bannerWords(BARE, 'en').first
  expect(body).toBe(
    'We use cookies and similar techniques only for the site’s own functions, and for nothing else.',
  )
})

test('two purposes of one use are told apart by their aims', () => {
  const second = { ...SMALL_POLICY.purposes[2], id: 'second', aims: ['useful-functions'] as const }
  const said = {
    ...SMALL_POLICY.said,
    purposes: [...SMALL_POLICY.said.purposes, { ...second, basis: { web: 'consent' } }],
  }
  const policy = { ...SMALL_POLICY, said, purposes: [...SMALL_POLICY.purposes, second] } as Policy
  const uses = cookieNotice(policy, 'en').sections.find(({ id }) => id === 'uses')
  const titles = (uses?.parts ?? []).map(({ title }) => title)
  expect(titles[0]).toBe('Functions')
  expect(titles.filter(title => title.startsWith('Analytics: '))).toHaveLength(2)
  expect(new Set(titles).size).toBe(titles.length)
})

test('a vendor’s name can neither end an element nor start one', () => {
  const notice = cookieNotice(SMALL_POLICY, 'fi')
  expect(renderNotice(notice, 'html')).toContain('Ads &#38; &#60;Co&#62;')
  expect(renderNotice(notice, 'md')).toContain('Ads & \\<Co\\>')
  expect(renderNotice(notice, 'txt')).toContain('Ads & <Co>')
})

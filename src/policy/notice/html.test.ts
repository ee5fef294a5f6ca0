import { expect, test } from 'vitest'
import { html, raw } from './html.ts'
import { publicPage } from './page.ts'

test('a value cannot end its element, its attribute or its quotes', () => {
  const evil = `"><script>'\`&amp;`
  expect(html`<a title="${evil}">${evil}</a>`.toString()).toBe(
    '<a title="&#34;&#62;&#60;script&#62;&#39;&#96;&#38;amp;">' +
      '&#34;&#62;&#60;script&#62;&#39;&#96;&#38;amp;</a>',
  )
})

test('made HTML is not escaped again, lists are joined, and nothing prints nothing', () => {
  const items = ['a&b', raw('<hr>')].map(item => html`<li>${item}</li>`)
  const list = html`<p>${items}${undefined}${false}${7}</p>`
  expect(list.toString()).toBe('<p><li>a&#38;b</li><li><hr></li>7</p>')
})

const page = {
  lang: 'sv',
  title: 'Löften & <b>',
  siteName: 'A "shop"',
  path: '/promises',
  languages: { fi: '/promises?lang=fi', sv: '/promises?lang=sv', en: '/promises?lang=en' },
  body: html`<h1>x</h1>`,
} as const

test('a public page says its language, escapes its title, and marks itself as current', () => {
  const served = publicPage(page)
  expect(served).toMatch(/^<!doctype html>\s*<html lang="sv">/)
  expect(served).toContain('<title>Löften &#38; &#60;b&#62; – A &#34;shop&#34;</title>')
  expect(served.match(/aria-current="page"/g)).toHaveLength(1)
  expect(served).toMatch(/href="\/promises\?lang=sv"\s+aria-current="page"/)
  expect(served).toMatch(/href="\/promises\?lang=sv"[^>]*aria-current="true"/)
})

test('a served page carries neither style nor script, a lone one carries its style', () => {
  expect(publicPage(page)).toContain('<link rel="stylesheet" href="/assets/page.css" />')
  expect(publicPage(page)).not.toMatch(/<style|<script| style=| on\w+=/)
  const lone = publicPage({ ...page, style: 'inline', nonce: 'n"1', origin: 'https://a.example' })
  expect(lone).toMatch(/<style nonce="n&#34;1">:root/)
  expect(lone).toContain('href="https://a.example/privacy/versions?lang=sv"')
  expect(lone).not.toContain('stylesheet')
})

import { expect, test } from 'vitest'
import { FORMATS, type FormatName } from './formats.ts'

const TEXTS: Readonly<Record<FormatName, { good: readonly string[]; bad: readonly string[] }>> = {
  id: {
    good: ['a', 'google-analytics', 'x9'],
    bad: ['', 'A', '9x', '-a', '__proto__', 'a b', 'ä'],
  },
  name: {
    good: ['Pikku Nalle Oy', 'Satukuja 3', 'Ä', "L'Été & Cie", '千と'],
    bad: [
      '',
      ' a',
      'a ',
      'a  b',
      'a\nb',
      '<b>',
      'a\u0000',
      'a\u001B[2J',
      'a\u202Eb',
      'x'.repeat(81),
    ],
  },
  'business-id': {
    good: ['1234567-1', '7000140-4', '2345678-0'],
    // The check digit of the last would have to be ten.
    bad: ['123456-1', '12345671', '1234567-x', '1234567-8', '2134567-1', '3456789-0'],
  },
  'postal-code': { good: ['00990', 'SW1A 1AA'], bad: ['', '1', 'ab'] },
  country: { good: ['FI', 'IE'], bad: ['fi', 'FIN', ''] },
  host: {
    good: ['shop.example', 'localhost', '127.0.0.1', 'localhost:4700', 'a-b.example'],
    bad: ['Shop.example', 'https://shop.example', 'shop.example/', '*.example', 'a..b', '-a.b', ''],
  },
  'tracker-name': {
    good: ['_ga', '_ga_*', 'lupaus_choice', 'pixel.example/view.gif'],
    bad: ['', 'a b', 'a;b', 'a=b', 'ä', 'x'.repeat(129)],
  },
  email: {
    good: ['a@b.example', 'first.last+tag@shop.example'],
    bad: ['a', 'a@b', '@b.example', 'a b@c.example', 'a@b.example\n', '<a@b.example>'],
  },
  url: {
    good: ['https://shop.example', 'https://shop.example/a?b=c#d', 'https://localhost:1/'],
    bad: [
      'http://shop.example/',
      'javascript:alert(1)',
      'https://',
      'https://user@shop.example/',
      'https://shop.example/"onclick=',
      'https://shop.example/ a',
      'https://shop.example:99999/',
    ],
  },
  'source-key': {
    good: ['shop-web-7f3a', 'abcdef', '1'.repeat(48), `sha256:${'0a'.repeat(32)}`],
    bad: [
      '',
      'short',
      '1'.repeat(49),
      '-abcdef',
      'Shop-web',
      'shop web',
      'shop_web',
      `sha256:${'0a'.repeat(31)}`,
      `sha256:${'0A'.repeat(32)}`,
      `sha512:${'0a'.repeat(32)}`,
    ],
  },
  sentence: {
    good: ['004.12', '004', '003.08 003.29', '001 001.13'],
    bad: ['', '4.12', '004.1', '004.123', '004,12', '004.12  004.13', ' 004', '004 ', '004.12;'],
  },
  act: {
    good: ['1050/2018', '917/2014', '1/1995'],
    bad: ['', '917', '917/14', '917-2014', '12345/2014', '917/2014 § 205', '2016/679/EU'],
  },
  phone: {
    good: ['+358 40 123456', '+46 8 123 45 67', '+358 9 1234'],
    bad: ['', '040 123456', '00358 40 123456', '+358', '+358401234567', '+358-40-1', '+358 4x 1'],
  },
  'app-id': {
    good: ['fi.company.app', 'example.shop_2', 'A.b'],
    bad: ['', 'app', '.app', 'fi.', 'fi..app', '9fi.app', 'fi.company-x.app', 'fi.company app'],
  },
  document: {
    good: ['LIA-2026-04', 'A', 'SCC/2021.914', `A${'1'.repeat(63)}`],
    bad: ['', 'lia-2026', '2026-LIA', 'LIA--1', 'LIA-', 'LIA 2026', `A${'1'.repeat(64)}`],
  },
  count: {
    good: ['1 people', '50 people', '999999 people'],
    bad: ['', '50', '0 people', '050 people', '1000000 people', '-5 people', '50 persons'],
  },
  age: {
    good: ['1 years', '13 years', '99 years'],
    bad: ['', '13', '0 years', '013 years', '100 years', '13 months', 'thirteen years'],
  },
  date: {
    good: ['2026-11-22', '2028-02-29'],
    bad: ['2026-02-29', '2026-13-01', '2026-1-1', '22.11.2026', '2026-11-22T00:00:00Z', ''],
  },
  span: { good: ['1 day', '26 months', '30 seconds'], bad: ['session', '0 days', '-1 days', '1'] },
  lifetime: { good: ['session', '26 months'], bad: ['Session', 'forever', '0 days', '1 moon'] },
}

for (const [name, { good, bad }] of Object.entries(TEXTS)) {
  const format = FORMATS[name as FormatName]
  test(`what ${name} means to us is what editors are told`, () => {
    const pattern = new RegExp(format.pattern, 'u')
    for (const text of good) {
      expect([text, format.wrong(text)]).toEqual([text, undefined])
      expect([text, pattern.test(text) && text.length <= format.maxLength]).toEqual([text, true])
    }
    for (const text of bad)
      expect([text, format.wrong(text)?.code]).toEqual([text, expect.any(String)])
  })
}

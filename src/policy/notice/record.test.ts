import { expect, test } from 'vitest'
import { policyOf } from '../../../test/promises/all-policies.ts'
import { SMALL_POLICY } from '../../../test/promises/small-policy.ts'
import { LANGS } from '../../base/lang.ts'
import type { Policy } from '../policy.ts'
import { recordOfProcessing } from './record.ts'
import { renderRecord } from './render-record.ts'

const register = policyOf('electricity-marketing-register')

/** The cells of a CSV file as RFC 4180 reads them. */
function cells(csv: string): string[][] {
  const rows: string[][] = [[]]
  const found = csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)
  for (const [, quoted, bare, end] of found) {
    rows.at(-1)?.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

test.for(LANGS)('the record in %s has a row for each purpose, and every column filled', lang => {
  const { columns, rows } = recordOfProcessing(register, lang)
  expect(columns).toHaveLength(12)
  expect(new Set(columns).size).toBe(12)
  expect(rows).toHaveLength(register.said.purposes.length)
  for (const row of rows) {
    expect(row).toHaveLength(12)
    expect(row.slice(0, 7).filter(cell => cell === '')).toEqual([])
    expect(row.join()).not.toMatch(/undefined|\[object|[{}]/)
  }
})

test('a row says what the policy says of its purpose', () => {
  const { columns, rows } = recordOfProcessing(register, 'en')
  const of = (purpose: string, column: string) =>
    rows.find(row => row[3] === purpose)?.[columns.indexOf(column)]
  expect(of('Quotes', 'Recipients')).toContain('Other energy companies')
  expect(of('Quotes', 'Legal basis')).toMatch(/^Preparing a contract/)
  expect(of('Quality of calls', 'Time limits for erasure')).toMatch(/25 months from the end of the/)
  expect(of('Quality of calls', 'Recipients')).not.toContain('energy')
  expect(of('Our pages in social media', 'Transfers outside the EU and the EEA')).toContain(
    'United States: adequacy decision of the European Commission (EU-2023/1795)',
  )
  expect(of('Statistics', 'Security measures')).toContain('firewalls')
  expect(of('Statistics', 'Data protection officer')).toContain('Eero Tunturi')
})

test.for(LANGS)('the CSV in %s reads back as the record, line by line', lang => {
  const { columns, rows } = recordOfProcessing(register, lang)
  const csv = renderRecord(register, lang, 'csv')
  expect(cells(csv)).toEqual([columns, ...rows])
  expect(csv.endsWith('\r\n')).toBe(true)
  expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

test.for(['=1+1', '+358 1', '-2', '@sum'])('no cell begins a formula: %s', evil => {
  const [first, ...rest] = SMALL_POLICY.said.purposes
  const named = { ...first, name: { fi: evil, sv: evil, en: `${evil}, "x"` } }
  const policy = {
    ...SMALL_POLICY,
    said: { ...SMALL_POLICY.said, purposes: [named, ...rest] },
  } as Policy
  expect(cells(renderRecord(policy, 'fi', 'csv'))[1]?.[3]).toBe(`'${evil}`)
  expect(cells(renderRecord(policy, 'en', 'csv'))[1]?.[3]).toBe(`'${evil}, "x"`)
})

test.for(LANGS)('the page of the record in %s stands alone and has a part for each row', lang => {
  const page = renderRecord(register, lang, 'html')
  expect(page).toContain('<style>')
  expect(page).not.toMatch(/<script|undefined/)
  for (const { id } of register.said.purposes) expect(page).toContain(`<h2 id="activity-${id}">`)
  for (const cell of recordOfProcessing(register, lang).rows.flatMap(row => row.slice(3, 4))) {
    expect(page).toContain(cell)
  }
})

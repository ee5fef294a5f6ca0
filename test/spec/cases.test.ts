import { expect, test } from 'vitest'
import { decide, decideEvent, decideTracker } from '../../src/policy/decide.ts'
import { decideField, decidePerson } from '../../src/policy/decide-person.ts'
import { diffPolicies, noticeOf, type Policy, renderNotice } from '../../src/policy/index.ts'
import { type Case, casesOf, personOf, policyOf, readingOf, visitorOf } from './cases.ts'

/** Fewest cases that another implementation is owed. */
const CASES_MIN = 300

test('there are enough cases, each with a name of its own', () => {
  const all = ['parse', 'check', 'decide', 'notice', 'diff'].flatMap(kind =>
    casesOf(kind).flatMap(([file, cases]) => cases.map(({ name }) => `${kind}/${file} ${name}`)),
  )
  expect(all.length).toBeGreaterThanOrEqual(CASES_MIN)
  expect(new Set(all).size).toBe(all.length)
})

for (const kind of ['parse', 'check'])
  for (const [file, cases] of casesOf(kind))
    test.for(cases.map(held => [held.name, held] as const))(`${kind}/${file}: %s`, ([, held]) => {
      const { policy, diagnostics } = readingOf(held)
      const wanted = held.diagnostics ?? []
      const found = diagnostics.map(({ code, line, column, law }, at) => {
        const keys = wanted[at] ?? { code, line, column }
        return {
          code,
          ...('line' in keys ? { line } : {}),
          ...('column' in keys ? { column } : {}),
          ...('from' in keys ? { from: law?.from } : {}),
        }
      })
      expect(found).toEqual(wanted)
      expect(policy === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'))
    })

for (const [file, cases] of casesOf('decide'))
  test.for(cases.map(held => [held.name, held] as const))(`decide/${file}: %s`, ([, held]) => {
    expect(answerTo(policyOf(held), held)).toEqual({
      answer: held.answer,
      ...(held.kept ? { kept: held.kept } : {}),
    })
  })

for (const [file, cases] of casesOf('notice'))
  test.for(cases.map(held => [held.name, held] as const))(`notice/${file}: %s`, ([, held]) => {
    const notice = renderNotice(noticeOf(policyOf(held), held.lang ?? 'en'), held.format ?? 'txt')
    const printed = held.format === 'html' ? notice : notice.replaceAll(/\s+/g, ' ')
    for (const words of held.contains ?? []) expect(printed).toContain(words)
    for (const words of held.lacks ?? []) expect(printed).not.toContain(words)
    expect((held.contains ?? held.lacks ?? []).length).toBeGreaterThan(0)
  })

for (const [file, cases] of casesOf('diff'))
  test.for(cases.map(held => [held.name, held] as const))(`diff/${file}: %s`, ([, held]) => {
    const before = policyOf({ ...held, replace: [] })
    const changes = diffPolicies(before, policyOf(held)).map(({ kind, path, consequence }) => ({
      kind,
      path,
      consequence,
    }))
    expect(changes).toEqual(held.changes ?? [])
  })

type Answer = { readonly answer: string; readonly kept?: readonly string[] }

function answerTo(policy: Policy, held: Case): Answer {
  const ask = held.ask ?? {}
  const text = (key: string) => String(ask[key])
  if ('channel' in ask) return personAnswer(policy, held, text('purpose'), text('channel'))
  const rules = ask['in'] === 'app' ? policy.appRules : policy.rules
  const facts = visitorOf(rules, held.facts)
  if ('tracker' in ask) {
    const verdict = decideTracker(rules, text('store'), text('tracker'), facts)
    return { answer: 'refused' in verdict ? verdict.refused : 'permit' }
  }
  const verdict = decide(rules, text('purpose'), facts)
  if ('refused' in verdict || !('event' in ask))
    return { answer: 'refused' in verdict ? verdict.refused : 'permit' }
  const fields = Array.isArray(ask['fields']) ? ask['fields'].map(String) : []
  const kept = decideEvent(verdict, text('event'), fields)
  return 'kept' in kept ? { answer: 'permit', kept: kept.kept } : { answer: kept.refused }
}

function personAnswer(policy: Policy, held: Case, purpose: string, channel: string): Answer {
  const facts = personOf(policy, held.person ?? {})
  const verdict = decidePerson(policy.personRules, purpose, channel, facts)
  const field = held.ask?.['field']
  if ('refused' in verdict) return { answer: verdict.refused }
  if (field === undefined) return { answer: 'allowed' }
  const used = decideField(verdict, typeof field === 'string' ? field : '')
  return { answer: 'refused' in used ? used.refused : 'allowed' }
}

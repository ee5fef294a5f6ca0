import { expect, test } from 'vitest'
import { pickLang } from './lang.ts'

test.for([
  ['sv-FI,sv;q=0.9,fi;q=0.8', 'sv'],
  ['de-DE,en;q=0.5', 'en'],
  ['de-DE,en;q=0.5,fi;q=0.7', 'fi'],
  ['EN', 'en'],
  ['fi;q=0,sv', 'sv'],
  ['ja', 'fi'],
  ['', 'fi'],
  [undefined, 'fi'],
  [';;q=,,;q=x', 'fi'],
] as const)('for %s we speak %s', ([header, lang]) => {
  expect(pickLang(header)).toBe(lang)
})

import { expect, test } from 'vitest'
import { ALL_REFUSED, claimsIn } from './claims.ts'

test.for([
  [{}, undefined],
  [
    { consent: { categoryPreferences: { analytics: true, marketing: false } } },
    { granted: ['analytics'], refused: ['marketing'] },
  ],
  [{ consent: { categoryPreferences: {} } }, { granted: [], refused: [] }],
  [
    {
      consentManagement: {
        ...{ allowedConsentIds: ['analytics'], deniedConsentIds: ['marketing'] },
        ...{ provider: 'custom', resolutionStrategy: 'or' },
      },
    },
    { granted: ['analytics'], refused: ['marketing'] },
  ],
  [
    { consentManagement: { deniedConsentIds: ['marketing'] } },
    { granted: [], refused: ['marketing'] },
  ],
  [
    { consentManagement: { allowedConsentIds: ['a', 'b'], deniedConsentIds: ['a'] } },
    { granted: ['b'], refused: ['a'] },
  ],
  [
    {
      consent: { categoryPreferences: { a: true, b: true } },
      consentManagement: { deniedConsentIds: ['a'] },
    },
    { granted: ['b'], refused: ['a'] },
  ],
])('%j is read as %j', ([context, claims]) => {
  expect(claimsIn(context ?? {})).toEqual(claims)
})

test.for([
  { consent: null },
  { consent: true },
  { consent: [] },
  { consent: {} },
  { consent: { categoryPreferences: null } },
  { consent: { categoryPreferences: ['analytics'] } },
  { consent: { categoryPreferences: { analytics: 'true' } } },
  { consent: { categoryPreferences: { analytics: true, marketing: 1 } } },
  { consent: { categoryPreferences: { '*': true } } },
  {
    consent: {
      categoryPreferences: Object.fromEntries(Array.from({ length: 65 }, (_, i) => [i, true])),
    },
  },
  { consentManagement: 'all' },
  { consentManagement: {} },
  { consentManagement: { allowedConsentIds: 'analytics' } },
  { consentManagement: { allowedConsentIds: ['analytics', 1] } },
  { consentManagement: { allowedConsentIds: ['analytics'], deniedConsentIds: null } },
  { consent: { categoryPreferences: { analytics: true } }, consentManagement: null },
])('%j cannot be read, so it refuses everything (proves: basis.default-deny)', context => {
  expect(claimsIn(context)).toBe(ALL_REFUSED)
})

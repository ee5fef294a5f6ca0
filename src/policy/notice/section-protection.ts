import { dateWords } from './date.ts'
import type { Section, Text } from './model.ts'
import { groupLinks, purposeTitles } from './names.ts'
import { capital, section, type Writer } from './writer.ts'

/** What protects the data, how that is checked, and by when it is looked at again. */
export function securitySections(w: Writer): Section[] {
  const { security = [] } = w.policy.said
  if (security.length === 0) return []
  const rests = [
    'security.common-measures',
    'security.premises-and-personal-id',
    'security.standard-and-law',
    'security.systematic-monitoring',
    'security.confidentiality',
    'access.rights-granted',
  ]
  const rows = security.map((held): Text[] => [
    [capital(w.lang, w.say(`control.${held.control}`))],
    [capital(w.lang, w.say(`check.${held.check}`))],
    [dateWords(held['review-by'], w.lang)],
  ])
  const columns = [w.say('security.control'), w.say('security.check'), w.say('security.review')]
  return [
    section('security', w.say('security.title'), [
      w.text(rests, w.say('security.text')),
      w.table(rests, { caption: w.say('security.caption'), columns, rows }),
    ]),
  ]
}

/** Who of the staff sees what, and for which purpose. */
export function staffSections(w: Writer): Section[] {
  const { staff = [] } = w.policy.said
  if (staff.length === 0) return []
  const rests = ['access.identified-staff', 'access.rights-granted']
  const rows = staff.map(({ role, purposes, data }): Text[] => [
    [capital(w.lang, w.say(`staff-role.${role}`))],
    [purposeTitles(w, purposes)],
    data === undefined ? [capital(w.lang, w.say('staff.all'))] : groupLinks(w, data),
  ])
  const columns = [w.say('staff.role'), w.say('vendors.for'), w.say('registers.data')]
  return [
    section('staff', w.say('staff.title'), [
      w.text(rests, w.say('staff.text')),
      w.table(rests, { caption: w.say('staff.caption'), columns, rows }),
    ]),
  ]
}

/** What happens when the notice changes: people are told first. */
export function changesSections(w: Writer): Section[] {
  const { changes } = w.policy.said.policy
  if (!changes) return []
  const rests = ['policy.change']
  const items = (changes.by ?? []).map(way =>
    w.item(rests, capital(w.lang, w.say(`told-by.${way}`))),
  )
  return [
    section('changes', w.say('changes.title'), [
      w.text(rests, w.say('changes.text')),
      ...(items.length === 0
        ? []
        : [w.text(rests, w.say('changes.by')), { kind: 'list', items } as const]),
    ]),
  ]
}

/** What the law asks for and this company does not have. */
export function absentSections(w: Writer): Section[] {
  const absent = w.policy.said['not-applicable'] ?? []
  if (absent.length === 0) return []
  const rests = ['notice.complete-for-law', 'purpose.only-as-stated', 'basis.default-deny']
  const items = absent.map(({ item }) => w.item(rests, w.say(`absent.${item}`)))
  return [section('absent', w.say('absent.title'), [{ kind: 'list', items }])]
}

// Generated from law/children.yaml by `node scripts/law.mjs`: change it there.
import type { LawTable } from '../row.ts'

/** The table `children`. */
export const CHILDREN: LawTable = {
  name: 'children',
  owner: 'law editor',
  reviewBy: '2027-05-31',
  rows: [
    {
      is: 'age',
      act: '2016/679',
      id: 'child-consent-age',
      years: 16,
      article: 'GDPR 8(1)',
      validFrom: '2018-05-25',
      source: 'the GDPR, full text',
      confirmed: true,
    },
    {
      is: 'age',
      act: '1050/2018',
      id: 'child-consent-age-fi',
      country: 'FI',
      years: 13,
      article: '1050/2018 § 5',
      validFrom: '2019-01-01',
      source: '1050/2018, consolidated',
      confirmed: true,
    },
    {
      is: 'age',
      act: '2018:218',
      id: 'child-consent-age-se',
      country: 'SE',
      years: 13,
      article: 'lag (2018:218) 2 kap. 4 §',
      validFrom: '2018-05-25',
      source: 'memory',
      confirmed: false,
      note: "Sweden's supplementary act; not read here.",
    },
  ],
}

// Generated from law/authorities.yaml by `node scripts/law.mjs`: change it there.
import type { LawTable } from '../row.ts'

/** The table `authorities`. */
export const AUTHORITIES: LawTable = {
  name: 'authorities',
  owner: 'law editor',
  reviewBy: '2027-05-31',
  rows: [
    {
      id: 'fi-data-protection-ombudsman',
      is: 'authority',
      country: 'FI',
      act: '1050/2018',
      article: 'GDPR 77; 1050/2018 §§ 8, 21',
      validFrom: '2019-01-01',
      source: '1050/2018, consolidated; contact pages of tietosuoja.fi, in a stored copy',
      confirmed: true,
      note: 'The office existed before this act, by 389/1994. Addresses change; look at the site before printing them.',
      names: {
        fi: 'tietosuojavaltuutettu',
        sv: 'dataombudsmannen',
        en: 'the Data Protection Ombudsman',
      },
      sites: {
        fi: 'https://tietosuoja.fi/',
        sv: 'https://tietosuoja.fi/sv/',
        en: 'https://tietosuoja.fi/en/',
      },
      post: {
        fi: 'Tietosuojavaltuutetun toimisto, PL 800, 00531 Helsinki',
        sv: 'Dataombudsmannens byrå, PB 800, 00531 Helsingfors',
        en: 'Office of the Data Protection Ombudsman, PL 800, 00531 Helsinki, Finland',
      },
      phone: '+358 29 566 6700',
      email: 'tietosuoja@om.fi',
    },
  ],
}

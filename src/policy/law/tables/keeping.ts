// Generated from law/keeping.yaml by `node scripts/law.mjs`: change it there.
import type { LawTable } from '../row.ts'

/** The table `keeping`. */
export const KEEPING: LawTable = {
  name: 'keeping',
  owner: 'law editor',
  reviewBy: '2027-05-31',
  rows: [
    {
      is: 'term',
      confirmed: true,
      id: 'keep-books',
      from: 'financial-year-end',
      act: '1336/1997',
      article: '1336/1997 ch. 2 § 10(1)',
      validFrom: '2016-01-01',
      source: '1620/2015 as published',
      note: 'Books, financial statements, annual report, chart of accounts and the list of books and materials.',
      span: { count: 10, unit: 'year' },
    },
    {
      is: 'term',
      confirmed: true,
      id: 'keep-vouchers',
      from: 'calendar-year-of-financial-year-end',
      act: '1336/1997',
      article: '1336/1997 ch. 2 § 10(2)',
      validFrom: '2016-01-01',
      source: '1620/2015 as published',
      note: 'Vouchers, correspondence on transactions and other material, unless another law asks for longer.',
      span: { count: 6, unit: 'year' },
    },
    {
      is: 'term',
      confirmed: false,
      id: 'keep-real-estate-vat',
      from: 'calendar-year-of-adjustment-period-start',
      act: '1501/1993',
      article: '1501/1993 § 209 q',
      validFrom: '2008-01-01',
      source: 'secondary sources',
      note: 'Material on the value added tax of real estate investments. Figure by secondary sources; section, starting point and first day from memory.',
      span: { count: 13, unit: 'year' },
    },
    {
      is: 'term',
      confirmed: true,
      id: 'fine-horizon',
      from: 'breach-of-law',
      act: '1050/2018',
      article: '1050/2018 § 24',
      validFrom: '2019-01-01',
      source: '1050/2018, consolidated',
      note: 'No fine may be imposed later; so long evidence may matter. A lasting breach is counted from its end.',
      span: { count: 10, unit: 'year' },
    },
  ],
}

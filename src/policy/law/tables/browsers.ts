// Generated from law/browsers.yaml by `node scripts/law.mjs`: change it there.
import type { LawTable } from '../row.ts'

/** The table `browsers`. */
export const BROWSERS: LawTable = {
  name: 'browsers',
  owner: 'law editor',
  reviewBy: '2027-02-28',
  rows: [
    {
      id: 'cookie-cap',
      is: 'term',
      from: 'setting',
      article: 'draft-ietf-httpbis-rfc6265bis 5.5',
      validFrom: '2022-08-02',
      source: 'measured with Chromium, where a cookie set for 730 days was kept for 400',
      confirmed: true,
      note: 'The day is that of Chrome 104, from memory. Each visit may renew a cookie, so the cap is on one setting.',
      span: { count: 400, unit: 'day' },
    },
    {
      id: 'script-cookie-cap',
      is: 'term',
      from: 'setting',
      article: 'WebKit, Intelligent Tracking Prevention 2.1',
      validFrom: '2019-02-21',
      source: 'memory',
      confirmed: false,
      note: 'Safari, for cookies that a script sets. Not measured here.',
      span: { count: 7, unit: 'day' },
    },
  ],
}

import { type Static, Type } from 'typebox'

/** Most days in one report, and most rows in one of its lists. */
export const DAYS_MAX = 400
export const ROWS_MAX = 20

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Count = Type.Integer({ minimum: 0 })
const Money = Type.Number()

/** `GET /v1/reports/overview`: whole UTC days, both included; the last 30 days when left out. */
export const OverviewQuery = Type.Object(
  {
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    /** Purpose the report serves; the policy's first analytics purpose when left out. */
    purpose: Type.Optional(Type.String({ maxLength: 64 })),
  },
  { additionalProperties: false },
)
export type OverviewQuery = Static<typeof OverviewQuery>

/** Parts that read fields a policy may leave undeclared; such a part is empty and named. */
export const PARTS = [
  'views',
  'visible',
  'pages',
  'referrers',
  'devices',
  'browsers',
  'languages',
  'products',
  'searches',
  'sales',
] as const
export type Part = (typeof PARTS)[number]
const PartSchema = Type.Union([
  Type.Literal('views'),
  Type.Literal('visible'),
  Type.Literal('pages'),
  Type.Literal('referrers'),
  Type.Literal('devices'),
  Type.Literal('browsers'),
  Type.Literal('languages'),
  Type.Literal('products'),
  Type.Literal('searches'),
  Type.Literal('sales'),
])

/** Whole numbers but for money, which is rounded half up to cents at the very end. */
export const Totals = Type.Object({
  /** Distinct visits; an event without a visit id belongs to none. */
  visits: Count,
  /** Page views, with or without a visit id. */
  views: Count,
  /** Middle value of the seconds a page was visible, half up; null when none was measured. */
  visibleSeconds: Type.Union([Count, Type.Null()]),
  /** Visits in which something was bought. */
  buyingVisits: Count,
  /** Money in `currency` alone. */
  revenue: Money,
  /** Answers to the question of consent. */
  choices: Count,
  /** Events and fields that a rule refused. */
  refused: Count,
})
export type Totals = Static<typeof Totals>

export const DayCount = Type.Object({ day: Day, visits: Count, views: Count })
export type DayCount = Static<typeof DayCount>

/** A value of one field, with the visits and page views that had it; '' is none given. */
export const Named = Type.Object({ name: Type.String(), visits: Count, views: Count })
export type Named = Static<typeof Named>

export const ProductRow = Type.Object({
  product: Type.String(),
  name: Type.String(),
  views: Count,
  carts: Count,
  units: Count,
  revenue: Money,
})
export type ProductRow = Static<typeof ProductRow>

export const SearchRow = Type.Object({
  query: Type.String(),
  searches: Count,
  /** Searches that found nothing. */
  empty: Count,
})
export type SearchRow = Static<typeof SearchRow>

export const SalesRow = Type.Object({
  currency: Type.String(),
  buyingVisits: Count,
  units: Count,
  revenue: Money,
})
export type SalesRow = Static<typeof SalesRow>

export const ChoiceDay = Type.Object({ day: Day, all: Count, some: Count, none: Count })
export type ChoiceDay = Static<typeof ChoiceDay>

export const RefusalRow = Type.Object({
  /** Purpose that was asked for; '' when the policy knows no purpose for it. */
  purpose: Type.String(),
  reason: Type.String(),
  /** Event, or `event.field`. */
  what: Type.String(),
  /** Line of the policy that says no; 0 where its silence does. */
  line: Count,
  count: Count,
})
export type RefusalRow = Static<typeof RefusalRow>

/** The overview of one period, with the totals of the equally long period before it. */
export const Overview = Type.Object({
  from: Day,
  to: Day,
  previousFrom: Day,
  previousTo: Day,
  timeZone: Type.Literal('UTC'),
  purpose: Type.String(),
  /** Label of the policy in force now. */
  policy: Type.String(),
  /** True when any row of this period or the one before was made up for a demonstration. */
  madeUp: Type.Boolean(),
  /** The currency most purchases of both periods were made in; '' when there were none. */
  currency: Type.String(),
  /** Parts that the policy does not declare for this purpose. */
  undeclared: Type.Array(PartSchema),
  totals: Totals,
  previous: Totals,
  days: Type.Array(DayCount, { maxItems: DAYS_MAX }),
  pages: Type.Array(
    Type.Object({ path: Type.String(), title: Type.String(), visits: Count, views: Count }),
    { maxItems: ROWS_MAX },
  ),
  referrers: Type.Array(Named, { maxItems: ROWS_MAX }),
  devices: Type.Array(Named, { maxItems: ROWS_MAX }),
  browsers: Type.Array(Named, { maxItems: ROWS_MAX }),
  languages: Type.Array(Named, { maxItems: ROWS_MAX }),
  products: Type.Array(ProductRow, { maxItems: ROWS_MAX }),
  searches: Type.Array(SearchRow, { maxItems: ROWS_MAX }),
  sales: Type.Array(SalesRow, { maxItems: ROWS_MAX }),
  choices: Type.Array(ChoiceDay, { maxItems: DAYS_MAX }),
  refusals: Type.Array(RefusalRow, { maxItems: ROWS_MAX }),
})
export type Overview = Static<typeof Overview>

/** Most kinds of refusals in one report, and most rows of one file of evidence. */
export const REFUSALS_MAX = 500
export const EVIDENCE_ROWS_MAX = 100_000

/** `GET /v1/reports/refusals`: everything that was refused in a period, by kind. */
export const RefusalQuery = Type.Object(
  { from: Type.Optional(Day), to: Type.Optional(Day) },
  { additionalProperties: false },
)

/** What was refused and why; `rows` most frequent first. */
export const RefusalReport = Type.Object({
  from: Day,
  to: Day,
  timeZone: Type.Literal('UTC'),
  /** Label of the policy in force now. */
  policy: Type.String(),
  total: Count,
  /** Times by reason, most first. */
  reasons: Type.Array(Type.Object({ reason: Type.String(), count: Count })),
  days: Type.Array(Type.Object({ day: Day, count: Count }), { maxItems: DAYS_MAX }),
  rows: Type.Array(
    Type.Intersect([
      RefusalRow,
      Type.Object({
        /** First 16 digits of the policy version whose rule it was. */
        version: Type.String(),
        /** Whether that version is the one in force. */
        inForce: Type.Boolean(),
      }),
    ]),
    { maxItems: REFUSALS_MAX },
  ),
  /** Whether there are more kinds than `rows`. */
  more: Type.Boolean(),
})
export type RefusalReport = Static<typeof RefusalReport>

/**
 * `POST /v1/reports/refusals/evidence`: the counts of every day as a CSV file, whose SHA-256 is
 * written into the audit log and told in `Lupaus-Evidence: sha256=…;entry=…`.
 */
export const EvidenceRequest = Type.Object({ from: Day, to: Day }, { additionalProperties: false })

/** Why there is no report. */
export const ReportProblem = Type.Object({
  error: Type.Union([
    Type.Literal('analytics.not-promised'),
    Type.Literal('analytics.bad-period'),
    Type.Literal('staff.sign-in-needed'),
    Type.Literal('staff.not-your-role'),
    Type.Literal('staff.other-site'),
    Type.Literal('staff.not-json'),
  ]),
  help: Type.String(),
})
export type ReportProblem = Static<typeof ReportProblem>

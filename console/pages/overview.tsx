import { Alert, Skeleton, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import type { Overview } from '../../src/analytics/wire.ts'
import { overview, Problem, type Days } from '../api.ts'
import { useWords } from '../lang.tsx'
import { Kpis } from '../parts/kpi.tsx'
import { ChoicesOverTime, ViewsOverTime } from '../parts/over-time.tsx'
import { Failed, PeriodPage } from '../parts/period-page.tsx'
import { Products } from '../parts/products.tsx'
import { Origins, Pages, Searches } from '../parts/rankings.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { lastDays } from '../period.ts'

/** The one page of figures: visits, pages, products, consent and refusals of a period. */
export function OverviewPage() {
  const { t } = useWords()
  const { days, from, to } = useSearch({ from: '/' })
  const navigate = useNavigate()
  const period: Days = from && to ? { from, to } : lastDays(days ?? 30)
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['overview', period.from, period.to],
    queryFn: () => overview(period),
    placeholderData: keepPreviousData,
  })
  if (error instanceof Problem && error.status === 401)
    return <Navigate to="/sign-in" search={data ? { ended: true } : {}} replace />
  return (
    <PeriodPage
      title={t('overview.title')}
      lead={t('overview.lead')}
      policy={data?.policy}
      shown={period}
      search={{ days, from }}
      busy={isFetching}
      onPick={search => void navigate({ to: '/', search })}
    >
      <Body report={data} error={error} onRetry={() => void refetch()} />
    </PeriodPage>
  )
}

function Body(props: {
  readonly report: Overview | undefined
  readonly error: Error | null
  readonly onRetry: () => void
}) {
  const { t } = useWords()
  const { report, error } = props
  if (error instanceof Problem && error.code === 'analytics.not-promised')
    return (
      <Alert color="orange" title={t('overview.notPromised')}>
        {t('overview.notPromisedHelp')}
      </Alert>
    )
  if (error) return <Failed onRetry={props.onRetry} />
  return report ? <Report report={report} /> : <Waiting />
}

function Report({ report }: { readonly report: Overview }) {
  const { t, day } = useWords()
  const { totals } = report
  const isEmpty = totals.views + totals.choices + totals.refused === 0
  return (
    <Stack gap="md">
      {report.madeUp ? (
        <Alert color="orange" variant="light" title={t('overview.madeUp')} data-made-up>
          {t('overview.madeUpHelp')}
        </Alert>
      ) : undefined}
      {isEmpty ? (
        <Alert color="spruce" title={t('overview.empty')}>
          {t('overview.emptyHelp')}
        </Alert>
      ) : undefined}
      <Text size="sm" c="dimmed">
        <Text span fw={600} c="bright">
          {t('period.shown', { from: day(report.from), to: day(report.to) })}
        </Text>
        {'  '}
        {t('period.utc', { from: day(report.previousFrom), to: day(report.previousTo) })}
      </Text>
      <Kpis report={report} />
      <div className="grid">
        <ViewsOverTime report={report} />
        <Pages report={report} />
        <Origins report={report} />
        <Products report={report} />
        <Searches report={report} />
        <ChoicesOverTime report={report} />
        <Refusals report={report} />
      </div>
    </Stack>
  )
}

function Waiting() {
  return (
    <Stack gap="md" aria-hidden>
      <Skeleton height={110} />
      <Skeleton height={340} />
      <Skeleton height={260} />
    </Stack>
  )
}

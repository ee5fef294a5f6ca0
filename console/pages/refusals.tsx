import { Button, Skeleton, Stack, Text } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import type { RefusalReport } from '../../src/analytics/wire.ts'
import { type Days, Problem, refusalEvidence, refusals } from '../api.ts'
import { useWords } from '../lang.tsx'
import { Nothing, Panel } from '../parts/panel.tsx'
import { Failed, PeriodPage } from '../parts/period-page.tsx'
import { RefusalTable } from '../parts/refusals.tsx'
import { lastDays } from '../period.ts'

/** What was refused and why, in any period, and the file that proves it. */
export function RefusalsPage() {
  const { t } = useWords()
  const { days, from, to } = useSearch({ from: '/refused' })
  const navigate = useNavigate()
  const period: Days = from && to ? { from, to } : lastDays(days ?? 30)
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['refusals', period.from, period.to],
    queryFn: () => refusals(period),
    placeholderData: keepPreviousData,
  })
  if (error instanceof Problem && error.status === 401)
    return <Navigate to="/sign-in" search={data ? { ended: true } : {}} replace />
  return (
    <PeriodPage
      title={t('refused.title')}
      lead={t('refused.lead')}
      policy={data?.policy}
      shown={period}
      search={{ days, from }}
      busy={isFetching}
      onPick={search => void navigate({ to: '/refused', search })}
    >
      {error ? (
        <Failed onRetry={() => void refetch()} />
      ) : data ? (
        <Report report={data} period={period} />
      ) : (
        <Skeleton height={320} />
      )}
    </PeriodPage>
  )
}

function Report({ report, period }: { readonly report: RefusalReport; readonly period: Days }) {
  const { t, number, known } = useWords()
  if (report.total === 0)
    return (
      <Panel title={t('refused.none')}>
        <Nothing />
      </Panel>
    )
  return (
    <>
      <Panel title={t('refused.reasons')} help={t('refused.total', { count: report.total })}>
        <table className="figures">
          <tbody>
            {report.reasons.map(({ reason, count }) => (
              <tr key={reason}>
                <th scope="row" className="name">
                  {known(`reason.${reason}`) ?? reason}
                </th>
                <td className="number">{number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      <Panel
        title={t('refusals.title')}
        help={t('refusals.help')}
        aside={<Export period={period} />}
      >
        <RefusalTable title={t('refusals.title')} rows={report.rows} />
        {report.more ? (
          <Text size="sm" c="dimmed">
            {t('refused.more', { count: report.rows.length })}
          </Text>
        ) : undefined}
      </Panel>
    </>
  )
}

/** Asks for the file of evidence, saves it, and says where the log speaks of it. */
function Export({ period }: { readonly period: Days }) {
  const { t } = useWords()
  const making = useMutation({
    mutationFn: () => refusalEvidence(period),
    onSuccess: file => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(file.blob)
      link.download = file.name
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
    },
  })
  return (
    <Stack gap={4} align="flex-end">
      <Button
        size="xs"
        variant="default"
        loading={making.isPending}
        onClick={() => making.mutate()}
      >
        {t('refused.export')}
      </Button>
      <Text size="xs" c="dimmed" role="status" maw="22rem" ta="right">
        {making.data
          ? t('refused.exported', {
              entry: making.data.entry,
              hash: making.data.sha256.slice(0, 16),
            })
          : making.isError
            ? t('app.failed')
            : ''}
      </Text>
    </Stack>
  )
}

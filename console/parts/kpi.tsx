import { Group, SimpleGrid, Text } from '@mantine/core'
import type { Overview } from '../../src/analytics/wire.ts'
import { useWords } from '../lang.tsx'

/** The row of main figures, each with its change against the period before. */
export function Kpis({ report }: { readonly report: Overview }) {
  const { t, number, money } = useWords()
  const { totals, previous, currency } = report
  const has = (part: Overview['undeclared'][number]) => !report.undeclared.includes(part)
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing={{ base: 'xs', sm: 'md' }}>
      {has('views') ? (
        <>
          <Kpi
            label={t('kpi.visits')}
            value={number(totals.visits)}
            now={totals.visits}
            before={previous.visits}
          />
          <Kpi
            label={t('kpi.views')}
            value={number(totals.views)}
            now={totals.views}
            before={previous.views}
          />
        </>
      ) : undefined}
      {has('visible') ? (
        <Kpi
          label={t('kpi.visible')}
          help={t('kpi.visibleHelp')}
          value={<Seconds seconds={totals.visibleSeconds} />}
          now={totals.visibleSeconds ?? 0}
          before={previous.visibleSeconds ?? 0}
        />
      ) : undefined}
      {has('sales') ? (
        <>
          <Kpi
            label={t('kpi.buying')}
            value={number(totals.buyingVisits)}
            now={totals.buyingVisits}
            before={previous.buyingVisits}
          />
          <Kpi
            label={t('kpi.revenue')}
            value={money(totals.revenue, currency)}
            now={totals.revenue}
            before={previous.revenue}
          />
        </>
      ) : undefined}
      <Kpi
        label={t('kpi.refused')}
        help={t('kpi.refusedHelp')}
        value={number(totals.refused)}
        now={totals.refused}
        before={previous.refused}
      />
    </SimpleGrid>
  )
}

function Kpi(props: {
  readonly label: string
  readonly help?: string
  readonly value: React.ReactNode
  readonly now: number
  readonly before: number
}) {
  return (
    <div className="panel" data-kpi={props.label}>
      <Text size="sm" fw={500}>
        {props.label}
      </Text>
      {props.help === undefined ? undefined : (
        <Text size="xs" c="dimmed">
          {props.help}
        </Text>
      )}
      <div className="kpi-value">{props.value}</div>
      <Change now={props.now} before={props.before} />
    </div>
  )
}

/** In words as well as by an arrow: colour alone says nothing to some, and more is not always good. */
function Change({ now, before }: { readonly now: number; readonly before: number }) {
  const { t, percent } = useWords()
  if (before === 0 || now === before)
    return (
      <Text size="xs" c="dimmed">
        {now === before ? t('kpi.same') : t('kpi.new')}
      </Text>
    )
  const change = percent(Math.abs(now - before) / before)
  const isUp = now > before
  return (
    <Group gap={4} wrap="nowrap" align="baseline">
      <svg width="9" height="9" viewBox="0 0 10 10" fill="currentColor" aria-hidden>
        <path d={isUp ? 'M5 1l4.5 8h-9z' : 'M5 9L.5 1h9z'} />
      </svg>
      <Text size="xs" c="dimmed">
        {isUp ? t('kpi.up', { change }) : t('kpi.down', { change })}
      </Text>
    </Group>
  )
}

function Seconds({ seconds }: { readonly seconds: number | null }) {
  const { t } = useWords()
  if (seconds === null) return '–'
  if (seconds < 60) return t('kpi.seconds', { seconds })
  return t('kpi.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })
}

import { Text } from '@mantine/core'
import type { Overview } from '../../src/analytics/wire.ts'
import { useWords } from '../lang.tsx'
import { Chart } from './chart.tsx'
import { Figures } from './figures.tsx'
import { ChartPanel, Nothing, Panel } from './panel.tsx'

/** Visits and page views by day. */
export function ViewsOverTime({ report }: { readonly report: Overview }) {
  const { t, number, day } = useWords()
  const { days, totals } = report
  const title = t('time.title')
  if (totals.views === 0)
    return (
      <Panel title={title}>
        <Nothing undeclared={report.undeclared.includes('views')} />
      </Panel>
    )
  const names = [t('kpi.visits'), t('kpi.views')] as const
  const filled = { days: days.length, visits: number(totals.visits), views: number(totals.views) }
  return (
    <ChartPanel
      title={title}
      chart={
        <Chart
          kind="lines"
          summary={t('time.summary', filled)}
          days={days.map(one => one.day)}
          series={[
            { name: names[0], values: days.map(one => one.visits) },
            { name: names[1], values: days.map(one => one.views) },
          ]}
        />
      }
      table={
        <Figures
          title={title}
          name={t('time.day')}
          columns={names.map(label => ({ key: label, label }))}
          rows={days.toReversed().map(one => ({
            key: one.day,
            name: day(one.day),
            cells: [number(one.visits), number(one.views)],
          }))}
        />
      }
    />
  )
}

const OUTCOMES = ['all', 'some', 'none'] as const

/** How the question of consent was answered, by day. */
export function ChoicesOverTime({ report }: { readonly report: Overview }) {
  const { t, number, percent, day } = useWords()
  const title = t('choices.title')
  const help = t('choices.help')
  const { choices } = report
  const total = report.totals.choices
  if (total === 0)
    return (
      <Panel title={title} help={help}>
        <Nothing />
      </Panel>
    )
  const sums = OUTCOMES.map(outcome => choices.reduce((sum, one) => sum + one[outcome], 0))
  const shares = sums.map(sum => `${number(sum)} (${percent(sum / total)})`)
  const [all = '', some = '', none = ''] = shares
  const names = OUTCOMES.map(outcome => t(`choices.${outcome}`))
  return (
    <ChartPanel
      title={title}
      help={help}
      chart={
        <>
          <Text size="sm" mb="xs">
            {names.map((name, i) => `${name} ${shares[i]}`).join(' · ')}
          </Text>
          <Chart
            kind="stack"
            summary={t('choices.summary', { total: number(total), all, some, none })}
            days={report.days.map(one => one.day)}
            series={OUTCOMES.map((outcome, i) => ({
              name: names[i] ?? outcome,
              values: report.days.map(
                ({ day: date }) => choices.find(one => one.day === date)?.[outcome] ?? 0,
              ),
            }))}
          />
        </>
      }
      table={
        <Figures
          title={title}
          name={t('time.day')}
          columns={names.map(label => ({ key: label, label }))}
          rows={[
            { key: 'sum', name: t('choices.total'), cells: shares },
            ...choices.toReversed().map(one => ({
              key: one.day,
              name: day(one.day),
              cells: OUTCOMES.map(outcome => number(one[outcome])),
            })),
          ]}
        />
      }
    />
  )
}

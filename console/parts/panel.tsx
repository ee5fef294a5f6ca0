import { SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useId, useState, type ReactNode } from 'react'
import { useWords } from '../lang.tsx'

type PanelProps = {
  readonly title: string
  readonly help?: string
  readonly className?: string
  readonly children: ReactNode
  readonly aside?: ReactNode
}

/** One box of the page with its heading. */
export function Panel({ title, help, className = '', children, aside }: PanelProps) {
  const id = useId()
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <div className="panel-head">
        <Stack gap={2}>
          <Title order={2} size="h5" id={id}>
            {title}
          </Title>
          {help === undefined ? undefined : (
            <Text size="sm" c="dimmed" maw="70ch">
              {help}
            </Text>
          )}
        </Stack>
        {aside}
      </div>
      {children}
    </section>
  )
}

/** A chart, or the same numbers as a table. */
export function ChartPanel(props: {
  readonly title: string
  readonly help?: string
  readonly className?: string
  readonly chart: ReactNode
  readonly table: ReactNode
}) {
  const { t } = useWords()
  const [shown, setShown] = useState('chart')
  const { chart, table, ...panel } = props
  return (
    <Panel
      {...panel}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t('panel.showAs', { title: props.title })}
          value={shown}
          onChange={setShown}
          data={[
            { value: 'chart', label: t('panel.chart') },
            { value: 'table', label: t('panel.table') },
          ]}
        />
      }
    >
      {shown === 'chart' ? chart : table}
    </Panel>
  )
}

/** A table that scrolls within its panel, by keyboard too. */
export function Scroll({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    // What scrolls has to be reachable by keyboard (WCAG 2.1.1).
    <div className="scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}

/** Says that a part has nothing to show, and why. */
export function Nothing({ undeclared = false }: { readonly undeclared?: boolean }) {
  const { t } = useWords()
  return (
    <Text size="sm" c="dimmed" py="md">
      {undeclared ? t('overview.undeclared') : t('overview.none')}
    </Text>
  )
}

import { Alert, Badge, Button, Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Days } from '../api.ts'
import { useWords } from '../lang.tsx'
import { PeriodPicker } from './period-picker.tsx'

/** What the address of a page says of the days that it shows. */
export type PeriodSearch = {
  readonly days?: number | undefined
  readonly from?: string | undefined
}

type PeriodPageProps = {
  readonly title: string
  readonly lead: string
  /** Label of the policy in force, once it is known. */
  readonly policy: string | undefined
  readonly shown: Days
  readonly search: PeriodSearch
  readonly busy: boolean
  /** The days that were picked: so many last ones, or from one to another. */
  readonly onPick: (search: { days?: number } | Days) => void
  readonly children: ReactNode
}

/** A page of figures about some days: what it tells, under which policy, and the choice of days. */
export function PeriodPage(props: PeriodPageProps) {
  const { t } = useWords()
  const { search, onPick } = props
  return (
    <Stack gap="md" aria-busy={props.busy}>
      <Group justify="space-between" align="start">
        <Stack gap={4} maw="44rem">
          <Group gap="sm">
            <Title order={1} size="h2">
              {props.title}
            </Title>
            {props.policy === undefined ? undefined : (
              <Badge variant="default" tt="none" fw={500}>
                {t('app.policy', { label: props.policy })}
              </Badge>
            )}
          </Group>
          <Text c="dimmed" size="sm">
            {props.lead}
          </Text>
        </Stack>
        <PeriodPicker
          shown={props.shown}
          chosen={search.from ? 'custom' : chosenOf(search.days)}
          onLast={count => onPick(count === 30 ? {} : { days: count })}
          onDays={onPick}
        />
      </Group>
      {props.children}
    </Stack>
  )
}

function chosenOf(days: number | undefined): '7' | '30' | '90' {
  return days === 7 ? '7' : days === 90 ? '90' : '30'
}

/** Says that figures could not be fetched, and offers to try again. */
export function Failed({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useWords()
  return (
    <Alert role="alert" color="red" title={t('app.failed')}>
      <Stack gap="sm" align="flex-start">
        {t('app.failedHelp')}
        <Button variant="default" size="sm" onClick={onRetry}>
          {t('app.retry')}
        </Button>
      </Stack>
    </Alert>
  )
}

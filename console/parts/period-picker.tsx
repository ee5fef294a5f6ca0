import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Days } from '../api.ts'
import { useWords } from '../lang.tsx'
import { isPeriod } from '../period.ts'

const CHOICES = ['7', '30', '90', 'custom'] as const

/** Chooses the last 7, 30 or 90 days, or any two days. */
export function PeriodPicker(props: {
  readonly shown: Days
  readonly chosen: (typeof CHOICES)[number]
  readonly onLast: (days: number) => void
  readonly onDays: (days: Days) => void
}) {
  const { t } = useWords()
  const [opened, setOpened] = useState(props.chosen === 'custom')
  const chosen = opened ? 'custom' : props.chosen
  return (
    <Stack gap="xs" align="flex-start">
      <SegmentedControl
        aria-label={t('period.label')}
        value={chosen}
        data={CHOICES.map(value => ({ value, label: t(`period.${value}`) }))}
        onChange={value => {
          setOpened(value === 'custom')
          if (value !== 'custom') props.onLast(Number(value))
        }}
      />
      {opened ? <TwoDays shown={props.shown} onDays={props.onDays} /> : undefined}
    </Stack>
  )
}

function TwoDays({
  shown,
  onDays,
}: {
  readonly shown: Days
  readonly onDays: (days: Days) => void
}) {
  const { t } = useWords()
  const [days, setDays] = useState(shown)
  const [isWrong, setWrong] = useState(false)
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault()
        setWrong(!isPeriod(days))
        if (isPeriod(days)) onDays(days)
      }}
    >
      <Group align="flex-end" gap="xs">
        <TextInput
          type="date"
          label={t('period.from')}
          value={days.from}
          error={isWrong}
          onChange={event => setDays({ ...days, from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('period.to')}
          value={days.to}
          error={isWrong}
          onChange={event => setDays({ ...days, to: event.currentTarget.value })}
        />
        <Button type="submit">{t('period.show')}</Button>
      </Group>
      <Text size="sm" c="error" role="alert">
        {isWrong ? t('period.wrong') : ''}
      </Text>
    </form>
  )
}

import { Stack, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useWords } from '../lang.tsx'

/** For an address that leads nowhere. */
export function NotFound() {
  const { t } = useWords()
  return (
    <Stack align="center" py="xl">
      <Title order={1}>{t('app.notFound')}</Title>
      <Link to="/">{t('app.home')}</Link>
    </Stack>
  )
}

import {
  ActionIcon,
  Box,
  Button,
  Container,
  Group,
  NativeSelect,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { isLang, LANGS } from '../../src/base/lang.ts'
import { me, signOut } from '../api.ts'
import { useLang, useWords } from '../lang.tsx'
import icon from '../icon.svg'

const LANG_NAMES = { fi: 'Suomi', sv: 'Svenska', en: 'English' } as const

/** Header, language, colours and sign-out around every page. */
export function Shell() {
  const { t } = useWords()
  const narrow = useRouterState({
    select: state => /\/(sign-in|setup)$/.test(state.location.pathname),
  })
  return (
    <>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <Box component="header" bg="var(--panel)" bd="0 0 1px 0">
        <Container size="xl" py="xs">
          <Group justify="space-between" gap="xs">
            <Group gap="sm" wrap="nowrap">
              <img src={icon} alt="" width={28} height={28} />
              <Text component={Link} to="/" fw={650} c="inherit" td="none">
                {t('app.name')}
              </Text>
            </Group>
            <Group gap="xs" wrap="nowrap">
              <LanguageChoice />
              <SchemeSwitch />
              {narrow ? undefined : <SignOut />}
            </Group>
          </Group>
        </Container>
      </Box>
      <Container component="main" id="content" size={narrow ? 460 : 'xl'} py="lg" tabIndex={-1}>
        <Outlet />
      </Container>
    </>
  )
}

function LanguageChoice() {
  const { t } = useWords()
  const { lang, choose } = useLang()
  return (
    <NativeSelect
      aria-label={t('app.language')}
      size="sm"
      value={lang}
      data={LANGS.map(value => ({ value, label: LANG_NAMES[value] }))}
      onChange={event => {
        const next = event.currentTarget.value
        if (isLang(next)) choose(next)
      }}
    />
  )
}

function SchemeSwitch() {
  const { t } = useWords()
  const { setColorScheme } = useMantineColorScheme()
  const isDark = useComputedColorScheme('light') === 'dark'
  const label = isDark ? t('app.light') : t('app.dark')
  return (
    <ActionIcon
      variant="default"
      size={36}
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
    >
      <svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden>
        {isDark ? (
          <path
            strokeWidth="2"
            strokeLinecap="round"
            d="M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10ZM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5"
          />
        ) : (
          <path
            strokeWidth="2"
            strokeLinejoin="round"
            d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.500 10.500Z"
          />
        )}
      </svg>
    </ActionIcon>
  )
}

function SignOut() {
  const { t } = useWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { data } = useQuery({ queryKey: ['me'], queryFn: me, staleTime: Number.POSITIVE_INFINITY })
  const leaving = useMutation({
    mutationFn: signOut,
    onSettled: async () => {
      queries.clear()
      await navigate({ to: '/sign-in' })
    },
  })
  return (
    <Button
      variant="default"
      size="sm"
      loading={leaving.isPending}
      onClick={() => leaving.mutate()}
      {...(data ? { title: t('app.signedInAs', { name: data.name }) } : {})}
    >
      {t('app.signOut')}
    </Button>
  )
}

import { Alert, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { signIn } from '../api.ts'
import { useWords } from '../lang.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'

/** Signing in with e-mail address and password. */
export function SignInPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { ended } = useSearch({ from: '/sign-in' })
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const entering = useMutation({
    mutationFn: signIn,
    onSuccess: async who => {
      queries.setQueryData(['me'], who)
      await navigate({ to: '/' })
    },
    onError: () => setPassword(''),
  })
  return (
    <form
      className="panel"
      onSubmit={event => {
        event.preventDefault()
        entering.mutate({ email, password })
      }}
    >
      <Stack>
        <Title order={1} size="h2">
          {t('in.title')}
        </Title>
        <Text c="dimmed">{t('in.lead')}</Text>
        {ended && !entering.isError ? <Alert color="spruce">{t('in.ended')}</Alert> : undefined}
        <ProblemNote error={entering.error} />
        <TextInput
          label={t('in.email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={event => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('in.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={entering.isPending} size="md">
          {t('in.submit')}
        </Button>
      </Stack>
    </form>
  )
}

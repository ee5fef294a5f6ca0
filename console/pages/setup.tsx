import { Alert, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { setUp } from '../api.ts'
import { useWords } from '../lang.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'

/** Making the first account by the one-time link, whose token stands after `#`. */
export function SetupPage() {
  const { t } = useWords()
  const [token] = useState(() => location.hash.slice(1))
  return (
    <div className="panel">
      <Stack>
        <Title order={1} size="h2">
          {t('setup.title')}
        </Title>
        {token === '' ? (
          <Alert color="orange" title={t('setup.noToken')}>
            {t('setup.noTokenHelp')}
          </Alert>
        ) : (
          <SetupForm token={token} />
        )}
      </Stack>
    </div>
  )
}

function SetupForm({ token }: { readonly token: string }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const making = useMutation({
    mutationFn: setUp,
    onSuccess: async who => {
      queries.setQueryData(['me'], who)
      await navigate({ to: '/', replace: true })
    },
  })
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        making.mutate({ token, name, email, password })
      }}
    >
      <Stack>
        <Text c="dimmed">{t('setup.lead')}</Text>
        <ProblemNote error={making.error} />
        <TextInput
          label={t('setup.name')}
          autoComplete="name"
          required
          withAsterisk={false}
          maxLength={100}
          value={name}
          onChange={event => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('in.email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          maxLength={254}
          value={email}
          onChange={event => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('in.password')}
          description={t('setup.passwordHelp')}
          autoComplete="new-password"
          required
          withAsterisk={false}
          maxLength={256}
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={making.isPending} size="md">
          {t('setup.submit')}
        </Button>
      </Stack>
    </form>
  )
}

import { Alert } from '@mantine/core'
import { Problem } from '../api.ts'
import { useWords } from '../lang.tsx'

/** Says what went wrong with a form, where a screen reader hears it at once. */
export function ProblemNote({ error }: { readonly error: Error | null }) {
  const { t, known } = useWords()
  if (!error) return <div role="alert" hidden />
  const text = error instanceof Problem ? known(`problem.${error.code}`) : t('app.failedHelp')
  return (
    <Alert role="alert" color="red">
      {text ?? t('problem.other')}
    </Alert>
  )
}

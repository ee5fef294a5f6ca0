import { Text } from '@mantine/core'
import type { Overview, RefusalRow } from '../../src/analytics/wire.ts'
import { useWords } from '../lang.tsx'
import { Nothing, Panel, Scroll } from './panel.tsx'

/** What was refused, why, and the line of the policy that says so. */
export function Refusals({ report }: { readonly report: Overview }) {
  const { t, number } = useWords()
  const title = t('refusals.title')
  return (
    <Panel title={title} help={t('refusals.help')}>
      {report.refusals.length === 0 ? (
        <Nothing />
      ) : (
        <Scroll label={title}>
          <table className="figures wide">
            <thead>
              <tr>
                <th scope="col">{t('refusals.what')}</th>
                <th scope="col">{t('refusals.why')}</th>
                <th scope="col">{t('refusals.rule')}</th>
                <th scope="col" className="number">
                  {t('refusals.count')}
                </th>
              </tr>
            </thead>
            <tbody>
              {report.refusals.map(row => (
                <tr key={`${row.purpose} ${row.reason} ${row.what} ${row.line}`}>
                  <Refusal row={row} />
                  <td className="number">{number(row.count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Panel>
  )
}

function Refusal({ row }: { readonly row: RefusalRow }) {
  const { t, known } = useWords()
  const [name = '', field] = row.what.split('.')
  const event = known(`event.${name}`) ?? t('event.undeclared')
  const silence = row.reason === 'bot' ? t('refusals.bot') : t('refusals.silence')
  return (
    <>
      <th scope="row" className="name">
        {field === undefined ? event : t('refusals.field', { event, field })}
        {row.purpose === '' ? undefined : (
          <Text size="xs" c="dimmed">
            {row.purpose}
          </Text>
        )}
      </th>
      <td>{known(`reason.${row.reason}`) ?? row.reason}</td>
      <td>{row.line > 0 ? t('refusals.line', { line: row.line }) : silence}</td>
    </>
  )
}

import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Overview, RefusalRow } from '../../src/analytics/wire.ts'
import { useWords } from '../lang.tsx'
import { Nothing, Panel, Scroll } from './panel.tsx'

/** What was refused, why, and the line of the policy that says so. */
export function Refusals({ report }: { readonly report: Overview }) {
  const { t } = useWords()
  const title = t('refusals.title')
  return (
    <Panel
      title={title}
      help={t('refusals.help')}
      aside={
        <Anchor component={Link} to="/refused" size="sm">
          {t('refusals.all')}
        </Anchor>
      }
    >
      {report.refusals.length === 0 ? (
        <Nothing />
      ) : (
        <RefusalTable title={title} rows={report.refusals} />
      )}
    </Panel>
  )
}

/** A row of the overview, or one that also names the version of its rule. */
type Row = RefusalRow & { readonly version?: string; readonly inForce?: boolean }

/** Kinds of refusals as a table that can be scrolled sideways on a phone. */
export function RefusalTable(props: { readonly title: string; readonly rows: readonly Row[] }) {
  const { t, number } = useWords()
  return (
    <Scroll label={props.title}>
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
          {props.rows.map(row => (
            <tr key={`${row.purpose} ${row.reason} ${row.what} ${row.line} ${row.version ?? ''}`}>
              <Refusal row={row} />
              <td className="number">{number(row.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Refusal({ row }: { readonly row: Row }) {
  const { t, known } = useWords()
  const [name = '', field] = row.what.split('.')
  const event = known(`event.${name}`) ?? t('event.undeclared')
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
      <td>
        {row.line > 0 ? t('refusals.line', { line: row.line }) : t('refusals.silence')}
        {row.version === undefined || row.inForce === true ? undefined : (
          <Text size="xs" c="dimmed">
            {t('refusals.earlier', { version: row.version })}
          </Text>
        )}
      </td>
    </>
  )
}

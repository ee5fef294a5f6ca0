import type { ReactNode } from 'react'
import { useWords } from '../lang.tsx'
import { Nothing, Scroll } from './panel.tsx'

type Column = { readonly key: string; readonly label: string }

/** A plain table: a name and numbers a row. The first column heads its row. */
export function Figures(props: {
  readonly title: string
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly {
    readonly key: string
    readonly name: ReactNode
    readonly cells: readonly string[]
  }[]
}) {
  const { title, name, columns, rows } = props
  return (
    <Scroll label={title}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{name}</th>
            {columns.map(column => (
              <th key={column.key} scope="col" className="number">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.key}>
              <th scope="row" className="name">
                {row.name}
              </th>
              {row.cells.map((cell, i) => (
                <td key={columns[i]?.key} className="number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** A table of names by visits, each with a bar as long as its share of the longest. */
export function Ranking(props: {
  readonly title: string
  readonly name: string
  readonly rows: readonly { readonly key: string; readonly label: string; readonly note?: string }[]
  readonly visits: readonly number[]
  readonly views: readonly number[]
  readonly undeclared: boolean
}) {
  const { t, number } = useWords()
  const { rows, visits, views } = props
  if (rows.length === 0) return <Nothing undeclared={props.undeclared} />
  const lengths = visits.some(count => count > 0) ? visits : views
  const longest = Math.max(1, ...lengths)
  return (
    <Figures
      title={props.title}
      name={props.name}
      columns={[
        { key: 'visits', label: t('kpi.visits') },
        { key: 'views', label: t('kpi.views') },
      ]}
      rows={rows.map((row, i) => ({
        key: row.key,
        name: (
          <>
            <span title={row.note}>{row.label}</span>
            <span className="bar" aria-hidden>
              <span style={{ width: `${Math.round(((lengths[i] ?? 0) / longest) * 100)}%` }} />
            </span>
          </>
        ),
        cells: [number(visits[i] ?? 0), number(views[i] ?? 0)],
      }))}
    />
  )
}

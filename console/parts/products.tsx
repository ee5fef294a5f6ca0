import { UnstyledButton } from '@mantine/core'
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_text,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { Overview, ProductRow } from '../../src/analytics/wire.ts'
import { useWords } from '../lang.tsx'
import { Nothing, Panel, Scroll } from './panel.tsx'

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { text: sortFn_text },
})
const helper = createColumnHelper<typeof features, ProductRow>()
const ARROWS = { asc: ' ↑', desc: ' ↓' } as const
const SORTS = { asc: 'ascending', desc: 'descending' } as const

/** Products with what was seen, added and sold; any column sorts. */
export function Products({ report }: { readonly report: Overview }) {
  const { t, money } = useWords()
  const { products, sales, currency } = report
  const others = sales
    .filter(row => row.currency !== currency)
    .map(row => money(row.revenue, row.currency))
  const title = t('products.title')
  const note = { help: t('products.note', { currency, others: others.join(', ') }) }
  return (
    <Panel title={title} {...(others.length === 0 ? {} : note)}>
      {products.length === 0 ? (
        <Nothing undeclared={report.undeclared.includes('products')} />
      ) : (
        <ProductTable title={title} products={products} currency={currency} />
      )}
    </Panel>
  )
}

function SortHead(props: {
  readonly label: string
  readonly isNumber: boolean
  readonly sorted: false | 'asc' | 'desc'
  readonly onSort: ((event: unknown) => void) | undefined
}) {
  const { t } = useWords()
  const { label, sorted } = props
  return (
    <th
      scope="col"
      className={props.isNumber ? 'number' : undefined}
      {...(sorted === false ? {} : { 'aria-sort': SORTS[sorted] })}
    >
      <UnstyledButton
        fz="inherit"
        fw={500}
        title={t('table.sort', { column: label })}
        onClick={props.onSort}
      >
        {label}
        <span aria-hidden>{sorted === false ? '' : ARROWS[sorted]}</span>
      </UnstyledButton>
    </th>
  )
}

function ProductTable(props: {
  readonly title: string
  readonly products: readonly ProductRow[]
  readonly currency: string
}) {
  const columns = useColumns(props.currency)
  const data = useMemo(() => [...props.products], [props.products])
  const table = useTable({ features, columns, data, enableSortingRemoval: true })
  return (
    <Scroll label={props.title}>
      <table className="figures wide">
        <thead>
          {table.getHeaderGroups().map(group => (
            <tr key={group.id}>
              {group.headers.map(({ id, column }) => (
                <SortHead
                  key={id}
                  label={String(column.columnDef.header)}
                  isNumber={id !== 'name'}
                  sorted={column.getIsSorted()}
                  onSort={column.getToggleSortingHandler()}
                />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map(row => (
            <tr key={row.id}>
              {row.getAllCells().map(cell =>
                cell.column.id === 'name' ? (
                  <th key={cell.id} scope="row" className="name">
                    <table.FlexRender cell={cell} />
                  </th>
                ) : (
                  <td key={cell.id} className="number">
                    <table.FlexRender cell={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function useColumns(currency: string) {
  const { t, number, money } = useWords()
  return useMemo(
    () =>
      helper.columns([
        helper.accessor(row => row.name || row.product, {
          id: 'name',
          header: t('products.name'),
          sortFn: 'text',
        }),
        ...(['views', 'carts', 'units'] as const).map(key =>
          helper.accessor(key, {
            header: t(`products.${key}`),
            cell: cell => number(cell.getValue()),
          }),
        ),
        helper.accessor('revenue', {
          header: t('products.revenue'),
          cell: cell => money(cell.getValue(), currency),
        }),
      ]),
    [t, number, money, currency],
  )
}

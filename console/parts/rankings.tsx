import type { Named, Overview } from '../../src/analytics/wire.ts'
import { useWords } from '../lang.tsx'
import { Figures, Ranking } from './figures.tsx'
import { Nothing, Panel } from './panel.tsx'

/** Pages by visits and views. */
export function Pages({ report }: { readonly report: Overview }) {
  const { t } = useWords()
  const { pages } = report
  return (
    <Panel title={t('pages.title')} className="half">
      <Ranking
        title={t('pages.title')}
        name={t('pages.name')}
        rows={pages.map(({ path, title }) => ({ key: path, label: path, note: title }))}
        visits={pages.map(row => row.visits)}
        views={pages.map(row => row.views)}
        undeclared={report.undeclared.includes('pages')}
      />
    </Panel>
  )
}

/** Where visits came from, and with what. */
export function Origins({ report }: { readonly report: Overview }) {
  const { t, known, language } = useWords()
  const device = (name: string) => known(`devices.${name}`) ?? t('devices.other')
  const given = (name: string) => name || t('devices.other')
  return (
    <>
      <Names
        report={report}
        part="referrers"
        className="half"
        label={name => name || t('referrers.direct')}
      />
      <Names report={report} part="devices" className="third" label={device} />
      <Names report={report} part="browsers" className="third" label={given} />
      <Names
        report={report}
        part="languages"
        className="third"
        label={name => (name === '' ? t('devices.other') : language(name))}
      />
    </>
  )
}

function Names(props: {
  readonly report: Overview
  readonly part: 'referrers' | 'devices' | 'browsers' | 'languages'
  readonly className: string
  readonly label: (name: string) => string
}) {
  const { t } = useWords()
  const { report, part, label } = props
  const rows: readonly Named[] = report[part]
  return (
    <Panel title={t(`${part}.title`)} className={props.className}>
      <Ranking
        title={t(`${part}.title`)}
        name={t(`${part}.name`)}
        rows={rows.map(({ name }) => ({ key: name, label: label(name) }))}
        visits={rows.map(row => row.visits)}
        views={rows.map(row => row.views)}
        undeclared={report.undeclared.includes(part)}
      />
    </Panel>
  )
}

/** What was searched for. */
export function Searches({ report }: { readonly report: Overview }) {
  const { t, number } = useWords()
  const title = t('searches.title')
  return (
    <Panel title={title}>
      {report.searches.length === 0 ? (
        <Nothing undeclared={report.undeclared.includes('searches')} />
      ) : (
        <Figures
          title={title}
          name={t('searches.name')}
          columns={[
            { key: 'searches', label: t('searches.count') },
            { key: 'empty', label: t('searches.empty') },
          ]}
          rows={report.searches.map(({ query, searches, empty }) => ({
            key: query,
            name: query,
            cells: [number(searches), number(empty)],
          }))}
        />
      )}
    </Panel>
  )
}

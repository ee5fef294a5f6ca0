import type { Lang, Words } from '../base/lang.ts'
import type { Completeness } from '../policy/index.ts'
import { ink, type Terminal } from './terminal.ts'

const STATES = {
  present: { fi: 'kerrottu', sv: 'anges', en: 'present' },
  'not-applicable': { fi: 'ei koske', sv: 'gäller inte', en: 'not applicable' },
  missing: { fi: 'puuttuu', sv: 'saknas', en: 'missing' },
} as const satisfies Record<Completeness['state'], Words>

const INKS = { present: 'green', 'not-applicable': 'blue', missing: 'red' } as const

const TITLES = {
  '13': {
    fi: 'Art. 13: mitä kerrotaan, kun tiedot saadaan henkilöltä itseltään',
    sv: 'Art. 13: vad som anges när uppgifterna fås av personen själv',
    en: 'Art. 13: what is told when data comes from the person',
  },
  '14': {
    fi: 'Art. 14: mitä kerrotaan, kun tiedot saadaan muualta',
    sv: 'Art. 14: vad som anges när uppgifterna fås från annat håll',
    en: 'Art. 14: what is told when data comes from elsewhere',
  },
  '30': {
    fi: 'Art. 30: seloste käsittelytoimista',
    sv: 'Art. 30: register över behandling',
    en: 'Art. 30: record of processing',
  },
} as const satisfies Record<Completeness['checklist'], Words>

const LINE = { fi: 'rivi', sv: 'rad', en: 'line' } as const satisfies Words

/** All that the law asks of one policy file, list by list, in columns that stand under each other. */
export function showCompleteness(
  terminal: Terminal,
  path: string,
  rows: readonly Completeness[],
  lang: Lang,
): string {
  const lists = [...new Set(rows.map(({ checklist }) => checklist))]
  return lists
    .map(list => {
      const title = ink(terminal, `${path} · ${TITLES[list][lang]}`, 'bold')
      const lines = rows
        .filter(({ checklist }) => checklist === list)
        .map(row => lineOf(terminal, row, lang))
      return `${[title, ...lines].join('\n')}\n`
    })
    .join('')
}

function lineOf(terminal: Terminal, row: Completeness, lang: Lang): string {
  const widest = Math.max(...Object.values(STATES).map(words => words[lang].length))
  const state = ink(terminal, STATES[row.state][lang].padEnd(widest), INKS[row.state])
  const where = row.where === undefined ? '' : `${LINE[lang]} ${row.where}`
  const [why] = [row.because, row.lacks].filter(word => word !== undefined)
  const article = row.article.replace(/^GDPR /, '').padEnd(8)
  return `  ${article}  ${state}  ${where.padEnd(10)}${row.name[lang]}${why === undefined ? '' : ` (${why})`}`
}

import { type Dialect, MARKDOWN, PLAIN } from './dialect.ts'
import type { Block, Fact, Item, Notice, Section, Table, Text } from './model.ts'
import { wrap } from './wrap.ts'

/** The notice for a terminal or a mail: Markdown or plain text, wrapped, tables as cards. */
export function renderPlain(notice: Notice, format: 'md' | 'txt'): string {
  const print = printer(format === 'md' ? MARKDOWN : PLAIN, notice.origin)
  const { title, dated, lead, short, sections } = notice
  const top = [print.heading(1, title), print.paragraph(dated.text), print.paragraph([lead])]
  const below = [short, ...sections].flatMap(section => print.section(section, 2))
  return `${[...top, ...below].join('\n\n')}\n`
}

type Printer = {
  heading(level: number, title: string): string
  paragraph(text: Text): string
  section(section: Section, level: number): string[]
}

function printer(dialect: Dialect, origin: string): Printer {
  const line = (text: Text) => text.map(part => dialect.inline(part, origin)).join('')
  const paragraph = (text: Text) => wrap(line(text), '', '')
  const list = (items: readonly Item[]) =>
    items.map(({ text }) => wrap(line(text), '- ', '  ')).join('\n')
  const facts = (held: readonly Fact[]) =>
    held
      .map(({ term, text }) => wrap(`${dialect.strong(`${term}:`)} ${line(text)}`, '- ', '  '))
      .join('\n')
  const block = (held: Block): string => {
    if (held.kind === 'text') return paragraph(held.text)
    if (held.kind === 'list') return list(held.items)
    return held.kind === 'facts' ? facts(held.facts) : cards(held.table, dialect, line)
  }
  const section = ({ title, blocks, parts }: Section, level: number): string[] => [
    dialect.heading(level, title),
    ...blocks.map(block),
    ...parts.flatMap(part => section(part, level + 1)),
  ]
  return { heading: dialect.heading, paragraph, section }
}

/** A table as one card a row: five columns of prose do not fit on 80 characters. */
function cards(table: Table, dialect: Dialect, line: (text: Text) => string): string {
  const [, ...labels] = table.columns
  const width = Math.max(...labels.map(label => label.length)) + 2
  const rows = table.rows.map(([name = [], ...cells]) =>
    [
      wrap(dialect.strong(line(name)), dialect.card, '  '),
      ...cells.map((cell, at) => dialect.cell(labels[at] ?? '', line(cell), width)),
    ].join('\n'),
  )
  return [wrap(dialect.strong(table.caption), '', ''), ...rows].join('\n\n')
}

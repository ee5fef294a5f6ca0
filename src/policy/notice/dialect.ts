import type { Text } from './model.ts'
import { wrap } from './wrap.ts'

/** How a text format writes what HTML has elements for. */
export type Dialect = {
  readonly heading: (level: number, title: string) => string
  readonly strong: (text: string) => string
  readonly inline: (part: Text[number], origin: string) => string
  /** What stands before a card's name. */
  readonly card: string
  /** One labelled line of a card; `width` is that of the widest label. */
  readonly cell: (label: string, text: string, width: number) => string
}

export const MARKDOWN: Dialect = {
  heading: (level, title) => `${'#'.repeat(level)} ${escaped(title)}`,
  strong: text => `**${text}**`,
  inline: (part, origin) => {
    if (typeof part === 'string') return escaped(part)
    if ('code' in part) return `\`${part.code}\``
    if (part.href.startsWith('#')) return escaped(part.text)
    return `[${escaped(part.text)}](${absolute(part.href, origin)})`
  },
  card: '- ',
  cell: (label, text) => wrap(`${label}: ${text}`, '  - ', '    '),
}

const UNDERLINES = ['=', '-']

export const PLAIN: Dialect = {
  heading: (level, title) => `${title}\n${(UNDERLINES[level - 1] ?? '~').repeat(title.length)}`,
  strong: text => text,
  inline: (part, origin) => {
    if (typeof part === 'string') return part
    if ('code' in part) return part.code
    if (part.href.startsWith('#')) return part.text
    const href = absolute(part.href, origin)
    if (href.startsWith('tel:')) return part.text
    if (href === `mailto:${part.text}`) return part.text
    return href.includes(part.text) ? href : `${part.text} (${href})`
  },
  card: '  ',
  cell: (label, text, width) => wrap(text, `    ${label.padEnd(width)}`, ' '.repeat(width + 4)),
}

function absolute(href: string, origin: string): string {
  return href.startsWith('/') ? origin + href : href
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>]|&(?=#?\w+;)/g, sign => `\\${sign}`)
}

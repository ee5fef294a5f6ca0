/** HTML that is safe to send: made only by `html` and `raw`. */
export class Html {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

/** What may stand in an `html` template; `undefined` and `false` print nothing. */
export type HtmlPart = Html | string | number | false | undefined | readonly HtmlPart[]

/** A tagged template that escapes every value but other `Html`; lists are joined. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlPart[]): Html {
  const text = parts.reduce((done, part, at) => done + printed(values[at - 1]) + part)
  return new Html(text)
}

/** Takes text as HTML without escaping it: only for text that we wrote ourselves. */
export function raw(text: string): Html {
  return new Html(text)
}

/** Escapes text for HTML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, sign => `&#${sign.charCodeAt(0)};`)
}

function printed(part: HtmlPart): string {
  if (part === undefined || part === false) return ''
  if (part instanceof Html) return part.toString()
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  return part.map(printed).join('')
}

import type { Words } from '../../src/base/lang.ts'
import { type Html, html } from '../../src/policy/index.ts'
import type { Visit } from '../visit.ts'

/** What is wrong with a form: the field's name, and words for the visitor. */
export type Wrong = Readonly<Record<string, Words>>

/** A labelled field; when something is wrong with it, the words stand by it and are read with it. */
export function field(
  { lang }: Visit,
  name: string,
  label: Words,
  value: string,
  options: { readonly type?: string; readonly autocomplete: string; readonly wrong?: Wrong },
): Html {
  const problem = options.wrong?.[name]
  const faulty = problem && html` aria-invalid="true" aria-describedby="${name}-wrong"`
  return html`<p class="field">
    <label for="${name}">${label[lang]}</label>
    <input
      id="${name}"
      name="${name}"
      type="${options.type ?? 'text'}"
      value="${value}"
      maxlength="100"
      autocomplete="${options.autocomplete}"
      required${faulty}
    />
    ${problem && html`<span class="wrong" id="${name}-wrong">${problem[lang]}</span>`}
  </p>`
}

/** A list of what is wrong, each leading to its field; nothing when all is well. */
export function wrongList({ lang }: Visit, title: Words, wrong: Wrong): Html | undefined {
  const entries = Object.entries(wrong)
  if (entries.length === 0) return undefined
  return html`<div class="notice bad" role="alert">
    <h2>${title[lang]}</h2>
    <ul>
      ${entries.map(([name, words]) => html`<li><a href="#${name}">${words[lang]}</a></li>`)}
    </ul>
  </div>`
}

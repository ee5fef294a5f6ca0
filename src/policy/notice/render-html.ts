import { type Html, html } from './html.ts'
import type { Fact, Block, Item, Notice, Section, Table, Text } from './model.ts'
import { publicPage } from './page.ts'

/** Served by us under its own paths, or a file that stands alone with its style inside. */
export type HtmlPlace = 'served' | 'alone'

/** The notice as one accessible HTML document, in the frame of the public pages. */
export function renderHtml(notice: Notice, place: HtmlPlace = 'served'): string {
  const { lang, title, siteName, description } = notice
  return publicPage({
    lang,
    title,
    siteName,
    description,
    path: `/privacy/${lang}`,
    languages: { fi: '/privacy/fi', sv: '/privacy/sv', en: '/privacy/en' },
    body: noticeBody(notice, place === 'alone' ? notice.origin : ''),
    ...(place === 'alone' ? { style: 'inline', origin: notice.origin } : {}),
  })
}

/** What stands in `<main>` of the notice's page, for a page that adds to it. */
export function noticeBody(notice: Notice, origin: string): Html {
  const { short } = notice
  return html`<h1>${notice.title}</h1>
    <p class="meta" ${cited(notice.dated)}>${textHtml(notice.dated.text, origin)}</p>
    <p class="lead">${notice.lead}</p>
    <section class="card" id="${short.id}" aria-labelledby="${short.id}-title">
      <h2 id="${short.id}-title">${short.title}</h2>
      ${short.blocks.map(block => blockHtml(block, origin))}
    </section>
    ${contents(notice)} ${notice.sections.map(section => sectionHtml(section, origin))}`
}

function contents({ contents: title, sections }: Notice): Html {
  return html`<nav class="contents" aria-labelledby="contents-title">
    <h2 id="contents-title">${title}</h2>
    ${contentsList(sections)}
  </nav>`
}

function contentsList(sections: readonly Section[]): Html | undefined {
  if (sections.length === 0) return undefined
  const links = sections.map(
    ({ id, title, parts }) => html`<li><a href="#${id}">${title}</a>${contentsList(parts)}</li>`,
  )
  return html`<ul>
    ${links}
  </ul>`
}

function sectionHtml({ id, title, blocks, parts, apart }: Section, origin: string): Html {
  return html`<section${apart && html` class="note"`} aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${blocks.map(block => blockHtml(block, origin))}${parts.map(part => partHtml(part, origin))}
  </section> `
}

function partHtml({ id, title, blocks }: Section, origin: string): Html {
  return html`<h3 id="${id}">${title}</h3>
    ${blocks.map(block => blockHtml(block, origin))}`
}

function blockHtml(block: Block, origin: string): Html {
  if (block.kind === 'list') return listHtml(block.items, origin)
  const rests = cited(block)
  if (block.kind === 'facts') return factsHtml(block.facts, rests, origin)
  if (block.kind === 'table') return tableHtml(block.table, rests, origin)
  return html`<p${rests}>${textHtml(block.text, origin)}</p>`
}

function listHtml(items: readonly Item[], origin: string): Html {
  return html`<ul>
    ${items.map(item => html`<li${cited(item)}>${textHtml(item.text, origin)}</li>`)}
  </ul>`
}

function factsHtml(facts: readonly Fact[], rests: Html, origin: string): Html {
  return html`<dl class="facts" ${rests}>
    ${facts.map(
      ({ term, text }) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${textHtml(text, origin)}</dd>
        </div> `,
    )}
  </dl> `
}

// Roles are spelled out because the narrow layout displays rows as blocks, which drops them.
function tableHtml({ caption, columns, of, rows }: Table, rests: Html, origin: string): Html {
  const heads = columns.map(name => html`<th scope="col" role="columnheader">${name}</th> `)
  const cell = (text: Text, at: number) =>
    at === 0
      ? html`<th scope="row" role="rowheader">${textHtml(text, origin)}</th> `
      : html`<td role="cell" data-label="${columns[at] ?? ''}">${textHtml(text, origin)}</td> `
  return html`<div class="table cards${of !== 'trackers' && ' even'}" ${rests}>
    <table role="table">
      <caption>
        ${caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${heads}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(
          row =>
            html`<tr role="row">
              ${row.map(cell)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div> `
}

function textHtml(text: Text, origin: string): Html[] {
  return text.map(part => {
    if (typeof part === 'string') return html`${part}`
    if ('code' in part) return html`<code>${part.code}</code>`
    const own = part.href.startsWith('/')
    return html`<a href="${own ? origin : ''}${part.href}">${part.text}</a>`
  })
}

function cited({ promises }: { readonly promises: readonly string[] }): Html {
  return promises.length === 0 ? html`` : html` data-promise="${promises.join(' ')}"`
}

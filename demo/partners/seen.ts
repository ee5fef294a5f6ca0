import type { Lang } from '../../src/base/lang.ts'
import { html, raw } from '../../src/policy/index.ts'
import { say } from '../catalogue/index.ts'

/** One request that reached a partner. */
export type Asked = {
  readonly at: Date
  /** `GET player.tuike.localhost:4796/film/hirvi`. */
  readonly what: string
  /** Cookies that came with it. */
  readonly cookie: string | undefined
}

const SEEN = {
  title: say(
    'Mitä kumppaneilta on pyydetty',
    'Vad partnerna har ombetts om',
    'What the partners were asked for',
  ),
  lead: say(
    'Esittelykaupan keksityt kumppanit, Revontuli Ads ja Tuike, vastaavat tältä koneelta. Tässä näkyy jokainen pyyntö, jonka selaimet ovat niille lähettäneet.',
    'Demobutikens påhittade partner, Revontuli Ads och Tuike, svarar från den här datorn. Här syns varje begäran som webbläsare har skickat till dem.',
    'The made-up partners of the demo shop, Revontuli Ads and Tuike, answer from this machine. Here is every request that browsers have sent them.',
  ),
  none: say(
    'Ei vielä mitään. Kumppaneihin ei oteta yhteyttä ennen kuin joku antaa luvan.',
    'Ingenting ännu. Partnerna kontaktas inte förrän någon ger lov.',
    'Nothing yet. The partners are not contacted until somebody says yes.',
  ),
  at: say('Aika (UTC)', 'Tid (UTC)', 'Time (UTC)'),
  what: say('Pyyntö', 'Begäran', 'Request'),
  cookie: say('Mukana tulleet evästeet', 'Kakor som följde med', 'Cookies that came with it'),
} as const

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1.25rem}
table{width:100%;border-collapse:collapse;margin-top:1.5rem}th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid #8886;overflow-wrap:anywhere}td{font-variant-numeric:tabular-nums}`

/** What arrived at the partners, newest first. */
export function seenPage(lang: Lang, asked: readonly Asked[]): string {
  const rows = asked.toReversed().map(
    ({ at, what, cookie }) =>
      html`<tr>
        <td>${at.toISOString().slice(11, 19)}</td>
        <td>${what}</td>
        <td>${cookie ?? '–'}</td>
      </tr>`,
  )
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <title>${SEEN.title[lang]}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <h1>${SEEN.title[lang]}</h1>
        <p>${SEEN.lead[lang]}</p>
        ${asked.length === 0 && html`<p>${SEEN.none[lang]}</p>`}
        ${
          asked.length > 0 &&
          html`<table>
            <thead>
              <tr>
                <th scope="col">${SEEN.at[lang]}</th>
                <th scope="col">${SEEN.what[lang]}</th>
                <th scope="col">${SEEN.cookie[lang]}</th>
              </tr>
            </thead>
            <tbody>
              ${rows}
            </tbody>
          </table>`
        }
      </body>
    </html>`.toString()
}

import { type Html, html } from '../../src/policy/index.ts'
import { ASSETS } from '../assets.ts'
import type { Visit } from '../visit.ts'
import { FILM } from '../words.ts'

/**
 * The film of how the moose is made, which is at a player of another company: the tag shows what
 * would happen and one button, and the link alone stays for whoever has no JavaScript.
 */
export function film({ lang, player }: Visit): Html | undefined {
  if (player === undefined) return undefined
  const address = `${player}/film/hirvi?lang=${lang}`
  return html`<section class="wrap block film" aria-labelledby="film">
    <h2 id="film">${FILM.title[lang]}</h2>
    <p class="quiet">${FILM.line[lang]}</p>
    <div
      class="screen"
      data-lupaus-embed="tuike-video"
      data-src="${address}"
      data-title="${FILM.title[lang]}"
      data-picture="${ASSETS.hero}"
    >
      <a href="${address}" rel="noreferrer">${FILM.link[lang]}</a>
    </div>
  </section>`
}

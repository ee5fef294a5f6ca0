import { type Html, html } from '../../src/policy/index.ts'
import { ASSETS, pictureOf } from '../assets.ts'
import { CATEGORIES, CATEGORY_IDS, productOf } from '../catalogue/index.ts'
import { at, type Visit } from '../visit.ts'
import { HOME } from '../words.ts'
import { film } from './film.ts'
import type { Page } from './frame.ts'
import { shelf } from './card.ts'
import { letterForm } from './newsletter.ts'

const PICKS = ['lapanen', 'kuu', 'pulkka', 'hirvi', 'kura', 'villa', 'kaari', 'kumppari']

/** The first page. */
export function homePage(visit: Visit): Page {
  const { lang } = visit
  const picks = PICKS.map(productOf).filter(product => product !== undefined)
  return {
    title: visit.shop,
    about: HOME.lead[lang],
    strip: true,
    main: html`<section class="hero">
        <div class="wrap">
          <div>
            <h1>${HOME.title[lang]}</h1>
            <p class="lead">${HOME.lead[lang]}</p>
            <p class="row">
              <a class="button" href="${at(visit, 'c/outdoor')}">${HOME.go[lang]}</a>
              <a class="button ghost" href="${at(visit, 'c/toys')}">${HOME.goToys[lang]}</a>
            </p>
          </div>
          <img
            src="${ASSETS.hero}"
            width="1200"
            height="900"
            alt="${HOME.heroAlt[lang]}"
            fetchpriority="high"
          />
        </div>
      </section>
      ${departments(visit)}
      <section class="wrap block" aria-labelledby="picks">
        <h2 id="picks">${HOME.picks[lang]}</h2>
        <p class="quiet">${HOME.picksLine[lang]}</p>
        ${shelf(visit, picks, 3)}
      </section>
      ${film(visit)}
      <section class="why">
        <div class="wrap">
          <h2>${HOME.whyTitle[lang]}</h2>
          <ul>
            ${HOME.why.map(
              ({ title, text }) =>
                html`<li>
                  <h3>${title[lang]}</h3>
                  <p>${text[lang]}</p>
                </li>`,
            )}
          </ul>
        </div>
      </section>
      <section class="wrap block"><div class="letter">${letterForm(visit, {}, 2)}</div></section>`,
  }
}

/** Tiles that lead to the departments. */
export function departments(visit: Visit, title: string = HOME.departments[visit.lang]): Html {
  const { lang } = visit
  return html`<section class="wrap block" aria-labelledby="departments">
    <h2 id="departments">${title}</h2>
    <ul class="tiles">
      ${CATEGORY_IDS.map(id => {
        const { name, face, tint } = CATEGORIES[id]
        return html`<li>
          <a class="tint-${tint}" href="${at(visit, `c/${id}`)}"
            ><img src="${pictureOf(face)}" width="400" height="400" alt="" /><span
              >${name[lang]}</span
            ></a
          >
        </li>`
      })}
    </ul>
  </section>`
}

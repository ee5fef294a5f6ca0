import type { Lang } from '../../src/base/lang.ts'
import { html, raw } from '../../src/policy/index.ts'
import { say } from '../catalogue/index.ts'

/** Where the film's picture is at the player. */
export const HERO_PATH = '/film/hirvi.svg'

const FILM = {
  title: say('Harald metsäpolulla', 'Harald på skogsstigen', 'Harald on the forest path'),
  play: say('Toista', 'Spela', 'Play'),
  stop: say('Pysäytä', 'Stanna', 'Pause'),
  lines: [
    say('Koivu kaadetaan talvella.', 'Björken fälls på vintern.', 'The birch is felled in winter.'),
    say('Pyörät sorvataan käsin.', 'Hjulen svarvas för hand.', 'The wheels are turned by hand.'),
    say('Ja sitten mennään.', 'Och sedan bär det av.', 'And then off we go.'),
  ],
} as const

const SECONDS = 12
const STYLE = `html,body{height:100%;margin:0;background:#14332c;color:#fff;font:600 1.125rem/1.4 system-ui,sans-serif}
body{position:relative;overflow:hidden}
img{position:absolute;inset:0;width:100%;height:100%;object-fit:cover;transform-origin:45% 80%}
p{position:absolute;inset:auto 0 3.75rem;margin:0;text-align:center;text-shadow:0 1px 4px #000c,0 0 2px #000;opacity:0}
footer{position:absolute;inset:auto 0 0;display:flex;align-items:center;gap:1rem;padding:.5rem .75rem;background:#0009}
button{min-height:2.75rem;padding:0 1.25rem;border:0;border-radius:1.5rem;background:#fff;color:#14332c;font:inherit;cursor:pointer}
button:focus-visible{outline:3px solid #fbe8b8;outline-offset:2px}
i{flex:1;height:.3125rem;border-radius:1rem;background:#fff5;overflow:hidden}
i::after{content:"";display:block;height:100%;background:#fff;transform-origin:0 0;transform:scaleX(0)}
img,p,i::after{animation:${SECONDS}s linear infinite paused}
img{animation-name:near}p{animation-name:say}i::after{animation-name:go}
p:nth-of-type(2){animation-delay:${SECONDS / 3}s}p:nth-of-type(3){animation-delay:${(SECONDS / 3) * 2}s}
.on img,.on p,.on i::after{animation-play-state:running}
@keyframes near{to{transform:scale(1.7)}}
@keyframes go{to{transform:scaleX(1)}}
@keyframes say{0%,33%{opacity:0}4%,29%{opacity:1}}
@media (prefers-reduced-motion:reduce){img{animation:none}}`

/** Shows the film on a press, and tells the player's company how far it came. */
const script = (play: string, stop: string) => `const button = document.querySelector('button')
let seconds = 0
const tell = () => navigator.sendBeacon('/watched?seconds=' + (seconds += 4))
let telling
button.addEventListener('click', () => {
  const isOn = document.body.classList.toggle('on')
  button.textContent = isOn ? ${JSON.stringify(stop)} : ${JSON.stringify(play)}
  clearInterval(telling)
  if (isOn) telling = setInterval(tell, 4000)
})`

/** The player's page: a short film, drawn. */
export function filmPage(lang: Lang): string {
  const [play, stop] = [FILM.play[lang], FILM.stop[lang]]
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${FILM.title[lang]}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <img src="${HERO_PATH}" alt="" />
        ${FILM.lines.map(line => html`<p>${line[lang]}</p>`)}
        <footer><button>${play}</button><i aria-hidden="true"></i></footer>
        <script>
          ${raw(script(play, stop))}
        </script>
      </body>
    </html>`.toString()
}

import { PRINT_CSS } from './print-css.ts'

/**
 * The look of every public page: calm, warm, light and dark, from 320 px to paper. Besides plain
 * elements it styles `.lead`, `.meta`, `.card`, `.note`, `.button` (`.quiet`), `.badge` (`.kept`,
 * `.broken`, `.unprobed`), `.contents`, `.table`, `.choice`, `.field`, `.stack` and `.row`.
 */
export const PAGE_CSS = `
:root{color-scheme:light dark;--paper:#fbf8f2;--card:#fffdf9;--ink:#26231e;--soft:#5f594f;--line:#e4ddd0;--accent:#1c5a4c;--accent-ink:#fff;--tint:#e8f0ea;--good:#1c5a3a;--good-bg:#dff0e3;--bad:#8f2416;--bad-bg:#fbe3dd;--wait:#5c4a10;--wait-bg:#f6ecc9;--shade:0 1px 2px rgb(60 45 20/.05),0 6px 20px rgb(60 45 20/.05);--radius:.75rem}
@media (prefers-color-scheme:dark){:root{--paper:#181613;--card:#211e1a;--ink:#efe9de;--soft:#b5ac9d;--line:#3a352d;--accent:#93d4bd;--accent-ink:#10231c;--tint:#22302a;--good:#a5e0b8;--good-bg:#1d3626;--bad:#ffb6a6;--bad-bg:#4a1f17;--wait:#f1dc97;--wait-bg:#3d3313;--shade:none}}
*,*::before,*::after{box-sizing:border-box}
html{font:100%/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1.5rem}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;overflow-wrap:break-word}
.frame{width:100%;max-width:58rem;margin-inline:auto;padding-inline:clamp(1.125rem,5vw,2.5rem)}
.site-header{border-bottom:1px solid var(--line)}
.site-header .frame{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.25rem 1.5rem;padding-block:.875rem}
.site-name{display:inline-flex;align-items:center;gap:.625rem;min-height:2.75rem;font-weight:650;letter-spacing:-.01em;color:var(--ink);text-decoration:none}
.mark{width:1.375rem;height:1.375rem;border-radius:50% 50% 50% .25rem;background:var(--accent);flex:none}
.languages{display:flex;flex-wrap:wrap;gap:.25rem;margin:0 -.625rem;padding:0;list-style:none;font-size:.9375rem}
.languages li{margin:0}
.languages a{display:inline-flex;align-items:center;min-height:2.5rem;padding:0 .625rem;border-radius:.5rem;color:var(--soft);text-decoration:none}
.languages a:hover{color:var(--ink);background:var(--tint)}
.languages [aria-current]{color:var(--ink);font-weight:600;text-decoration:underline;text-decoration-color:var(--accent);text-decoration-thickness:2px;text-underline-offset:.4em}
main{flex:1;width:100%;max-width:58rem;margin-inline:auto;padding:clamp(2rem,6vw,4rem) clamp(1.125rem,5vw,2.5rem) clamp(3rem,8vw,5rem)}
main:focus{outline:none}
h1,h2,h3{line-height:1.2;text-wrap:balance;hyphens:auto;font-weight:680;max-width:46ch}
h1{margin:0 0 .75rem;font-size:clamp(1.5rem,.75rem + 4.2vw,3rem);letter-spacing:-.025em}
h2{margin:3.25rem 0 .875rem;font-size:clamp(1.375rem,1.2rem + .8vw,1.75rem);letter-spacing:-.015em}
h3{margin:2.25rem 0 .625rem;font-size:1.1875rem;letter-spacing:-.008em}
h1:focus,h2:focus,h3:focus{outline:none}
p,ul,ol,dl{margin:0 0 1rem;max-width:70ch}
p{text-wrap:pretty}
ul,ol{padding-left:1.25rem}
li{margin-bottom:.375rem}
li::marker{color:var(--accent)}
a{color:var(--accent);text-decoration-thickness:.06em;text-underline-offset:.2em}
a:hover{text-decoration-thickness:.14em}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:.25rem}
code{font:inherit;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.92em;overflow-wrap:anywhere}
hr{border:0;border-top:1px solid var(--line);margin:2.5rem 0}
strong{font-weight:650}
small,.small{font-size:.875rem}
.skip{position:absolute;left:1rem;top:-6rem;z-index:9;padding:.75rem 1.25rem;border-radius:0 0 var(--radius) var(--radius);background:var(--accent);color:var(--accent-ink);font-weight:600}
.skip:focus{top:0}
.lead{font-size:clamp(1.125rem,1.05rem + .4vw,1.3125rem);line-height:1.5;max-width:60ch}
.meta{color:var(--soft);font-size:.9375rem}
.card,.note{padding:clamp(1.125rem,3.5vw,2rem);border:1px solid var(--line);border-radius:var(--radius);background:var(--card);box-shadow:var(--shade);margin:1.75rem 0}
.card>:first-child,.note>:first-child{margin-top:0}
.card>:last-child,.note>:last-child{margin-bottom:0}
.note{background:var(--tint);border-color:transparent;box-shadow:none}
.contents{margin:2rem 0 0}
.contents h2{margin:0 0 .5rem;font-size:1rem;letter-spacing:0}
.contents ul{list-style:none;padding:0;columns:17rem;column-gap:2.5rem;margin:0;max-width:none}
.contents li{break-inside:avoid;margin:0}
.contents ul ul{columns:auto;padding-left:1rem;font-size:.9375rem}
.contents a{display:inline-block;padding:.25rem 0;min-height:1.5rem}
.stack>*+*{margin-top:1rem}
.row{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center}
.button,button{display:inline-flex;align-items:center;justify-content:center;min-height:2.875rem;padding:.5rem 1.375rem;border:2px solid var(--accent);border-radius:var(--radius);background:var(--accent);color:var(--accent-ink);font:inherit;font-weight:600;text-decoration:none;text-align:center;cursor:pointer}
.button:hover,button:hover{filter:brightness(1.08)}
.quiet{background:transparent;color:var(--accent)}
.badge{display:inline-flex;align-items:center;gap:.4em;padding:.1875rem .75rem;border-radius:2rem;font-size:.875rem;font-weight:600;white-space:nowrap;background:var(--tint);color:var(--ink)}
.kept{background:var(--good-bg);color:var(--good)}
.broken{background:var(--bad-bg);color:var(--bad)}
.unprobed{background:var(--wait-bg);color:var(--wait)}
fieldset{border:0;margin:0;padding:0;min-width:0}
legend{padding:0;font-weight:650}
.choice{display:grid;grid-template-columns:1.75rem 1fr;gap:.25rem .875rem;align-items:start;padding:1.125rem 0;border-top:1px solid var(--line);margin:0}
.choice:first-of-type{border-top:0}
.choice label{font-weight:650;min-height:1.75rem}
.choice p{grid-column:2;margin:0;color:var(--soft)}
input[type=checkbox],input[type=radio]{width:1.5rem;height:1.5rem;margin:.0625rem 0 0;accent-color:var(--accent)}
.field{margin:0 0 1.25rem;max-width:28rem}
.field label{display:block;font-weight:600;margin-bottom:.375rem}
.field input,.field select,.field textarea{width:100%;min-height:2.875rem;padding:.5rem .875rem;border:1px solid var(--soft);border-radius:.5rem;background:var(--card);color:inherit;font:inherit}
dl.facts{max-width:none;margin:0 0 1.5rem}
dl.facts div{display:grid;grid-template-columns:minmax(10rem,15rem) 1fr;gap:.125rem 1.5rem;padding:.5rem 0;border-top:1px solid var(--line)}
dl.facts div:last-child{border-bottom:1px solid var(--line)}
dt{font-weight:600}
dd{margin:0}
.table{margin:1.25rem 0 2rem}
table{width:100%;border-collapse:collapse;font-size:.9375rem;line-height:1.45}
caption{text-align:left;font-weight:600;padding:0 0 .625rem;font-size:1rem}
th,td{text-align:left;vertical-align:top;hyphens:auto;padding:.75rem 1rem .75rem 0;border-top:1px solid var(--line)}
tbody tr:last-child>*{border-bottom:1px solid var(--line)}
thead th{font-size:.8125rem;font-weight:600;color:var(--soft);border-top:0;vertical-align:bottom}
tbody th{font-weight:600}
th:last-child,td:last-child{padding-right:0}
.cards table{table-layout:fixed}
.cards th:nth-child(1){width:20%}.cards th:nth-child(2){width:22%}.cards th:nth-child(3){width:14%}.cards th:nth-child(4){width:17%}
.cards.even th:nth-child(n){width:auto}
.site-footer{border-top:1px solid var(--line);color:var(--soft);font-size:.9375rem}
.site-footer .frame{display:flex;flex-wrap:wrap;gap:.5rem 2rem;justify-content:space-between;align-items:center;padding-block:1.5rem}
.site-footer p{margin:0}
.site-footer ul{display:flex;flex-wrap:wrap;gap:.125rem 1.5rem;list-style:none;margin:0;padding:0;max-width:none}
.site-footer li{margin:0}
.site-footer a{display:inline-block;padding:.375rem 0;color:var(--soft)}
.site-footer a:hover,.site-footer [aria-current]{color:var(--ink)}
@media screen and (max-width:44rem){
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.cards table,.cards tbody,.cards caption{display:block}
.cards tr{--label:clamp(7.25rem,28vw,11.75rem);display:block;padding:1rem 1.125rem;margin-bottom:.75rem;border:1px solid var(--line);border-radius:var(--radius);background:var(--card)}
.cards tbody th,.cards tbody td{display:block;width:auto!important;padding:0;border:0!important}
.cards tbody th{font-size:1rem;margin-bottom:.5rem}
.cards tbody td{display:flow-root;padding:.25rem 0 .25rem var(--label)}
.cards tbody td::before{content:attr(data-label);content:attr(data-label) / "";float:left;box-sizing:border-box;width:var(--label);margin-left:calc(-1*var(--label));padding-right:.75rem;color:var(--soft);font-size:.8125rem;line-height:1.65}
dl.facts div{grid-template-columns:1fr}
.contents ul ul{display:none}
.row .button,.row button{flex:1 1 100%}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}a,button,.button{transition:color .12s,background-color .12s,filter .12s}}
@media (forced-colors:active){.badge,.note,.button,button{border:1px solid}}
${PRINT_CSS}
`.trim()

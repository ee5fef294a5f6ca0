/** Colours, type and everything that is on each page. */
export const BASE = `
:root{color-scheme:light dark;--paper:#fbf8f2;--card:#fffdf9;--ink:#2b2833;--soft:#5f594f;--line:#e4ddd0;--accent:#1c5a4c;--accent-ink:#fff;--warm:#a53f23;--deep:#1c4a40;--deep-ink:#f4efe2;--sun:#fbe8b8;--sky:#d3e6ec;--moss:#dbe7d0;--blush:#fadfd3;--sand:#efe3cd;--plum:#e6daea;--radius:1.25rem;--head:ui-rounded,"SF Pro Rounded","Hiragino Maru Gothic ProN",Quicksand,Nunito,"Avenir Next",system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#181613;--card:#211e1a;--ink:#f1ebe0;--soft:#bab1a2;--line:#3a352d;--accent:#93d4bd;--accent-ink:#10231c;--warm:#ffb49c;--deep:#14332c;--deep-ink:#eae4d6;--sun:#584521;--sky:#2b4650;--moss:#34452f;--blush:#5a3a30;--sand:#4a4030;--plum:#463a4d}}
*,*::before,*::after{box-sizing:border-box}
html{font:100%/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;overflow-wrap:break-word}
main{flex:1;padding-bottom:4rem}
main:focus{outline:none}
.wrap{width:100%;max-width:76rem;margin-inline:auto;padding-inline:clamp(1.125rem,4vw,2.5rem)}
.block{padding-top:clamp(2rem,5vw,3.5rem)}
.narrow{max-width:46rem}
h1,h2,h3{font-family:var(--head);line-height:1.15;text-wrap:balance;margin:0;font-weight:800;letter-spacing:-.02em}
h1{font-size:clamp(2rem,1.35rem + 2.6vw,3.25rem)}
h2{font-size:clamp(1.375rem,1.2rem + .8vw,1.875rem)}
h3{font-size:1.125rem;letter-spacing:-.01em}
p{margin:.75rem 0 0;text-wrap:pretty;max-width:64ch}
a{color:var(--accent);text-decoration-thickness:.06em;text-underline-offset:.2em}
a:hover{text-decoration-thickness:.14em}
ul,ol,dl,dd{margin:0;padding:0}
ul{list-style:none}
q{quotes:"”" "”"}
:lang(en) q{quotes:"“" "”"}
img{display:block;max-width:100%;height:auto}
svg{display:block}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:.375rem}
.lead{font-size:clamp(1.0625rem,1rem + .4vw,1.25rem);line-height:1.5;color:var(--soft);max-width:56ch}
.quiet{color:var(--soft);font-size:.9375rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-6rem;z-index:9;padding:.75rem 1.25rem;border-radius:0 0 1rem 1rem;background:var(--accent);color:var(--accent-ink);font-weight:600}
.skip:focus{top:0}
.row{display:flex;flex-wrap:wrap;gap:.75rem}
.button{display:inline-flex;align-items:center;justify-content:center;min-height:3rem;padding:.5rem 1.5rem;border:2px solid var(--accent);border-radius:2rem;background:var(--accent);color:var(--accent-ink);font:inherit;font-weight:700;text-decoration:none;text-align:center;cursor:pointer}
.button:hover{filter:brightness(1.1)}
.ghost{background:transparent;color:var(--accent)}
.link{min-height:2.75rem;padding:0 .625rem;border:0;background:none;color:var(--accent);font:inherit;font-size:.9375rem;text-decoration:underline;text-underline-offset:.2em;cursor:pointer}
.price{font-family:var(--head);font-weight:800;font-variant-numeric:tabular-nums;white-space:nowrap;color:var(--ink)}
.price small{font:400 .875rem/1.4 system-ui,sans-serif;color:var(--soft);white-space:normal}
.pane{border-radius:var(--radius);overflow:hidden;aspect-ratio:1;display:grid;place-items:center}
.pane img{width:84%}
.tint-sun{background:var(--sun)}.tint-sky{background:var(--sky)}.tint-moss{background:var(--moss)}.tint-blush{background:var(--blush)}.tint-sand{background:var(--sand)}.tint-plum{background:var(--plum)}
.promo{text-wrap:balance;margin:0;max-width:none;padding:.4375rem 1rem;background:var(--deep);color:var(--deep-ink);text-align:center;font-size:.875rem}
.top{border-bottom:1px solid var(--line);background:var(--paper)}
.bar{display:grid;grid-template-columns:auto minmax(12rem,30rem) auto;align-items:center;justify-content:space-between;gap:.75rem clamp(1rem,3vw,2.5rem);padding-block:.875rem}
.logo{display:inline-flex;align-items:center;gap:.625rem;font:800 1.375rem/1 var(--head);letter-spacing:-.03em;color:var(--ink);text-decoration:none;white-space:nowrap}
.find{display:flex;border:1.5px solid var(--soft);border-radius:2rem;background:var(--card);overflow:hidden}
.find:focus-within{outline:3px solid var(--accent);outline-offset:2px}
.find input{flex:1;min-width:0;height:2.75rem;padding:0 0 0 1.25rem;border:0;background:none;color:inherit;font:inherit;outline:none}
.find input::placeholder{color:var(--soft);opacity:1}
.find button{display:grid;place-items:center;width:3.25rem;border:0;background:none;color:var(--ink);cursor:pointer}
.find button:focus-visible{outline-offset:-3px;border-radius:2rem}
.tools{display:flex;align-items:center;gap:.25rem}
.tools>a{display:inline-flex;align-items:center;gap:.4375rem;min-height:2.75rem;padding:0 .625rem;border-radius:2rem;color:var(--ink);text-decoration:none;font-weight:600;font-size:.9375rem;white-space:nowrap}
.tools a:hover{background:var(--sand)}
.basket{position:relative}.tools b{display:grid;place-items:center;min-width:1.5rem;height:1.5rem;padding:0 .375rem;border-radius:1rem;background:var(--warm);color:var(--paper);font-size:.8125rem;font-variant-numeric:tabular-nums}
.langs{display:flex;font-size:.875rem}
.langs a{display:grid;place-items:center;min-width:2.25rem;min-height:2.75rem;border-radius:1rem;color:var(--soft);text-decoration:none}
.langs abbr{text-decoration:none}
.langs [aria-current]{color:var(--ink);font-weight:700;text-decoration:underline;text-decoration-color:var(--warm);text-decoration-thickness:2px;text-underline-offset:.4em}
.groups ul{display:flex;gap:clamp(.25rem,1.6vw,1.25rem);overflow-x:auto;scrollbar-width:none}
.groups li:first-child a{margin-left:-.5rem}
.groups a{display:block;padding:.625rem .5rem;border-bottom:3px solid transparent;color:var(--ink);text-decoration:none;font-weight:600;font-size:.9375rem;white-space:nowrap}
.groups a:hover,.groups [aria-current]{border-color:var(--warm)}
.groups a:focus-visible{outline-offset:-3px}
.foot{background:var(--deep);color:var(--deep-ink);font-size:.9375rem}
.foot .wrap{display:grid;grid-template-columns:1.5fr repeat(3,1fr);gap:2rem;padding-block:3rem 2rem}
.foot h2{font-size:1rem;letter-spacing:0;margin-bottom:.5rem}
.foot a,.foot .logo{color:inherit}
.foot li a{display:inline-block;padding:.25rem 0;text-decoration:none}
.foot li a:hover{text-decoration:underline}
.foot address{margin-top:1rem;font-style:normal}
.foot :focus-visible{outline-color:var(--deep-ink)}
.foot .demo{grid-column:1/-1;max-width:none;margin:0;padding-top:1.5rem;border-top:1px solid #ffffff33;font-size:.875rem}
@media (max-width:60rem){.bar{grid-template-columns:auto auto}.find{grid-column:1/-1;grid-row:2}.tools{justify-content:flex-end}}
@media (max-width:44rem){.tools>a{padding:0 .5rem}.tools>a>span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.langs a{min-width:2rem}.tools b{position:absolute;top:-.125rem;right:-.375rem;min-width:1.375rem;height:1.375rem}.logo{font-size:1.1875rem;gap:.5rem}.logo svg{width:34px;height:34px}.bar{padding-block:.625rem .75rem;gap:.5rem}.foot .wrap{grid-template-columns:1fr 1fr}.about{grid-column:1/-1}.promo{font-size:.8125rem}}
@media (prefers-reduced-motion:no-preference){.button,.tools a,.groups a,.tiles a,.card img{transition:filter .15s,background-color .15s,border-color .15s,transform .2s}.tiles a:hover img,.card:hover img{transform:scale(1.04) rotate(-1.5deg)}}
@media (forced-colors:active){.pane,.tiles a,.button{border:1px solid}}
`

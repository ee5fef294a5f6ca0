/** What single pages add. */
export const PAGES = `
.hero{background:linear-gradient(var(--paper),var(--sand))}
.hero .wrap{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,7fr);align-items:center;gap:1rem 2rem;padding-block:clamp(1rem,3vw,2rem)}
.hero .row{margin-top:1.5rem}
.hero h1{font-size:clamp(2.25rem,1.5rem + 2.4vw,3.5rem);letter-spacing:-.03em}
.tiles{display:grid;grid-template-columns:repeat(6,1fr);gap:1rem;margin-top:1.25rem}
.tiles a{display:grid;justify-items:center;align-content:space-between;height:100%;padding:1rem .5rem;border-radius:var(--radius);color:var(--ink);text-align:center;text-decoration:none;font-weight:700;line-height:1.25}
.tiles a:hover span{text-decoration:underline;text-underline-offset:.2em}
.tiles img{width:80%;margin-bottom:.5rem}
.shelf{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:2rem 1.25rem;margin-top:1.5rem}
.card{position:relative;display:flex;flex-direction:column}
.card h2,.card h3{margin-top:.875rem;font-size:1.0625rem;letter-spacing:-.01em;line-height:1.3}
.card a{color:inherit;text-decoration:none}
.card a::after{content:"";position:absolute;inset:0;border-radius:var(--radius)}
.card:hover a{text-decoration:underline}
.card a:focus-visible{outline:none}
.card a:focus-visible::after{outline:3px solid var(--accent);outline-offset:3px}
.card p{margin-top:.25rem;color:var(--soft);font-size:.9375rem;line-height:1.45;flex:1}
.card .price{flex:none;margin-top:.5rem;font-size:1.0625rem;color:var(--ink)}
.film .screen{aspect-ratio:16/9;max-width:52rem;margin-top:1.25rem;border-radius:var(--radius);overflow:hidden;background:var(--sand)}
.why{margin-top:clamp(2.5rem,6vw,4.5rem);background:var(--moss)}
.why .wrap{padding-block:clamp(2rem,5vw,3.5rem)}
.why ul{display:grid;grid-template-columns:repeat(3,1fr);gap:1.5rem 2.5rem;margin-top:1.25rem}
.letter{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem 3rem;padding:clamp(1.5rem,4vw,3rem);border-radius:calc(var(--radius)*1.4);background:var(--blush)}
.letter .lead,.letter .quiet,.letter>div>p{color:inherit}
.crumbs{font-size:.9375rem;margin-bottom:1.25rem;color:var(--soft)}
.crumbs a{display:inline-block;padding:.125rem 0}
.product{display:grid;grid-template-columns:minmax(0,6fr) minmax(0,5fr);gap:2rem clamp(2rem,5vw,4.5rem);align-items:start}
.product>.pane{position:sticky;top:1.5rem;border-radius:calc(var(--radius)*1.4)}
.product h1{font-size:clamp(1.875rem,1.4rem + 2vw,2.75rem)}
.product .price{font-size:1.75rem;margin-top:1.25rem}
.product h2{margin-top:2rem;font-size:1.25rem}
.add{display:flex;flex-wrap:wrap;align-items:center;gap:.75rem;margin-top:1rem}
.add label{font-weight:600}
.add .button{flex:1 1 12rem}
input[type=number]{width:4.75rem;min-height:3rem;padding:0 .75rem;border:1.5px solid var(--soft);border-radius:1rem;background:var(--card);color:inherit;font:inherit;font-variant-numeric:tabular-nums}
.stock{font-size:.9375rem;color:var(--soft)}
.stock::before{content:"";display:inline-block;width:.625rem;height:.625rem;margin-right:.5rem;border-radius:50%;background:#3f9a6b}
.facts{margin-top:.75rem}
.facts div{display:grid;grid-template-columns:minmax(6.5rem,9rem) 1fr;gap:1rem;padding:.625rem 0;border-top:1px solid var(--line)}
.facts div:last-child{border-bottom:1px solid var(--line)}
.facts+p{margin-top:1.75rem}
dt{font-weight:600}
.wide-find{display:flex;gap:.75rem;max-width:40rem;margin-top:1.25rem}
.wide-find input{flex:1}
.ideas{display:flex;flex-wrap:wrap;gap:.625rem;margin-top:.75rem}
.ideas a{display:block;padding:.4375rem 1.125rem;border-radius:2rem;background:var(--sky);color:var(--ink);text-decoration:none;font-weight:600}
.split{display:grid;grid-template-columns:minmax(0,1fr) minmax(18rem,24rem);gap:2rem clamp(2rem,4vw,4rem);align-items:start;margin-top:1.75rem}
.lines>li{display:grid;grid-template-columns:6.5rem minmax(0,1fr) auto;gap:.25rem 1.25rem;align-items:center;padding:1.25rem 0;border-top:1px solid var(--line);grid-template-areas:"pic what price" "pic set remove"}
.lines>li:last-child{border-bottom:1px solid var(--line)}
.lines .pane{grid-area:pic}.lines .what{grid-area:what;align-self:end}.lines .price{grid-area:price;margin:0;align-self:end;justify-self:end;font-size:1.125rem}
.lines form:last-of-type{grid-area:remove;justify-self:end}.lines form:first-of-type{grid-area:set}
.lines h2{font-size:1.125rem;letter-spacing:-.01em}
.lines h2 a{color:inherit;text-decoration:none}.lines h2 a:hover{text-decoration:underline}
.lines p{margin-top:.125rem}
.sum,.sheet{padding:clamp(1.25rem,3vw,2rem);border:1px solid var(--line);border-radius:var(--radius);background:var(--card)}
.sum{position:sticky;top:1.5rem}
.sum h2{font-size:1.25rem;margin-bottom:.75rem}
.sum li,.sum dl div{display:flex;justify-content:space-between;gap:1rem;padding:.375rem 0}
.sum li>:last-child,.sum dd{white-space:nowrap;font-variant-numeric:tabular-nums}
.sum dt{font-weight:400}
.sum ul+dl{margin-top:.5rem;padding-top:.5rem;border-top:1px solid var(--line)}
.sum .total{margin-top:.5rem;padding-top:.75rem;border-top:1px solid var(--line);font-weight:800;font-size:1.1875rem}
.sum .total dt{font-weight:800}
.sum .button{width:100%}
.sheet p{max-width:none}.sheet .button{width:100%}
.narrow .sheet{margin-top:1.75rem}
.narrow h2{margin-top:2rem;font-size:1.375rem}
.narrow form .button{margin-top:.75rem}
.field{margin:0 0 1.125rem;max-width:none}
.field label{display:block;font-weight:600;margin-bottom:.25rem}
.field input,.wide-find input{width:100%;min-height:3rem;padding:.5rem 1rem;border:1.5px solid var(--soft);border-radius:1rem;background:var(--card);color:inherit;font:inherit}
.field [aria-invalid]{border-color:var(--warm);border-width:2.5px}
.wrong{display:block;margin-top:.25rem;color:var(--warm);font-weight:600;font-size:.9375rem}
.pair{display:grid;grid-template-columns:minmax(7rem,1fr) 2fr;gap:1rem;align-items:start}
.tick{display:grid;grid-template-columns:1.5rem 1fr;gap:.125rem .875rem;align-items:start;max-width:none;margin:.25rem 0 1.25rem}
.tick input{width:1.5rem;height:1.5rem;margin:.0625rem 0 0;accent-color:var(--accent)}
.tick .quiet{grid-column:2}
.notice{margin-top:1.5rem;padding:1.125rem 1.5rem;border-radius:var(--radius);background:var(--sky)}
.notice h2{font-size:1.125rem;margin:0}
.notice p{margin-top:.25rem;max-width:none}
.bad{background:var(--blush)}
.bad a{display:inline-block;padding:.125rem 0;color:inherit}
.letter .bad{background:var(--card)}
.steps{margin-top:1.25rem;padding-left:1.5rem}
.steps li{padding:.375rem 0 .375rem .375rem}
.cheer{width:14rem;margin:0 0 1rem -1.25rem}
.strip{padding-top:clamp(2rem,5vw,3.5rem)}
@media (max-width:60rem){.tiles{grid-template-columns:repeat(3,1fr)}.shelf{grid-template-columns:repeat(3,minmax(0,1fr))}}
@media (max-width:52rem){.hero .wrap,.product,.letter,.split{grid-template-columns:minmax(0,1fr)}.hero img{order:-1}.product>.pane,.sum{position:static}.why ul{grid-template-columns:1fr}}
@media (max-width:44rem){.shelf,.tiles{grid-template-columns:repeat(2,minmax(0,1fr));gap:1.5rem .875rem}.tiles{gap:.75rem}.card p:not(.price){display:none}.row .button{flex:1 1 100%}.lines>li{grid-template-columns:5rem minmax(0,1fr) auto;column-gap:.875rem}.wide-find{flex-wrap:wrap}.wide-find .button{flex:1 1 100%}}
@media print{:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--soft:#333;--line:#999;--accent:#000;--warm:#000;--deep:#fff;--deep-ink:#000}
html{font-size:10pt}.promo,.find,.tools,.groups,.skip,.add,.strip,.wide-find,.letter form,.foot nav,.button,.link,.crumbs{display:none!important}.bar{display:block}.shelf{grid-template-columns:repeat(4,1fr)}.card,.lines>li,.facts div{break-inside:avoid}.pane,.tiles a{background:none;border:1px solid #ccc}.product>.pane,.sum{position:static}.product{grid-template-columns:2fr 3fr}.hero{background:none}.foot .wrap{display:block;padding:1rem 0}}
`

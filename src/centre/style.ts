/** What the privacy centre and the promises page add to the look of the public pages. */
export const CENTRE_CSS = `
.centre h4{margin:1.5rem 0 .5rem;font-size:1.0625rem;line-height:1.3;font-weight:650}
.centre section.card h2,.centre section.note h2{margin:0 0 .75rem;font-size:1.1875rem}
.centre .did{border-left:4px solid var(--accent);font-weight:600}
.centre .now .standing{font-size:clamp(1.125rem,1.05rem + .3vw,1.25rem);margin-bottom:.5rem}
.centre .now form{margin:1.25rem 0 0}
.equal{display:grid;grid-template-columns:1fr 1fr;gap:.75rem;max-width:40rem;margin:1.5rem 0}
.equal button{min-height:3.5rem;font-size:1.0625rem}
.purpose{margin:0 0 1rem}
.purpose .head{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.5rem 1rem;margin-bottom:.75rem}
.purpose .head h4,.purpose .head label{margin:0;font-size:1.1875rem;font-weight:650;line-height:1.3}
.purpose .head label{display:inline-flex;align-items:center;gap:.875rem;min-height:2.75rem;cursor:pointer}
.purpose p{margin:0 0 .5rem}
input.switch{appearance:none;-webkit-appearance:none;position:relative;flex:none;width:3.25rem;height:1.875rem;margin:0;border:2px solid var(--soft);border-radius:2rem;background:transparent;cursor:pointer}
input.switch::after{content:"";position:absolute;left:.25rem;top:50%;width:1.125rem;height:1.125rem;border-radius:50%;background:var(--soft);transform:translateY(-50%)}
input.switch:checked{background:var(--accent);border-color:var(--accent)}
input.switch:checked::after{left:auto;right:.25rem;background:var(--accent-ink)}
.subnav{margin:1.75rem 0 2rem;border-bottom:1px solid var(--line)}
.subnav ul{display:flex;flex-wrap:wrap;gap:.125rem .25rem;list-style:none;padding:0;margin:0 -.75rem;max-width:none}
.subnav li{margin:0}
.subnav a{display:inline-flex;align-items:center;min-height:2.75rem;padding:0 .75rem;color:var(--soft);text-decoration:none;font-weight:600;border-bottom:3px solid transparent;margin-bottom:-1px}
.subnav a:hover{color:var(--ink)}
.subnav [aria-current]{color:var(--ink);border-bottom-color:var(--accent)}
.delta{border-left:4px solid var(--accent)}
.delta h3{margin:1.5rem 0 .5rem}
.vendors{margin:1.25rem 0 .75rem;padding-top:1rem;border-top:1px solid var(--line)}
.vendors h5{margin:0 0 .25rem;font-size:1rem;font-weight:650}
.vendors ul,.things{list-style:none;padding:0;margin:0;max-width:none}
.vendors li{padding:.75rem 0;margin:0}
.vendors li+li{border-top:1px solid var(--line)}
.vendors p{margin:0}
.vendors .name,.purpose .vendors .head label{font-size:1.0625rem;font-weight:600}
.purpose .vendors .head{margin:0}
.links{display:flex;flex-wrap:wrap;gap:0 1.25rem}
.links a{display:inline-flex;align-items:center;min-height:2rem}
.things code{font-weight:600}
.things li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.125rem 1rem;align-items:center;padding:.875rem 0;margin:0;border-top:1px solid var(--line)}
.things li:last-child{border-bottom:1px solid var(--line)}
.things li>*{grid-column:1}
.things li>form,.things li>button,.things li>.badge{grid-column:2;grid-row:1;justify-self:end}
.things li>button{grid-row:2}
.inline{display:inline}
.after{margin-top:2.5rem}
.device table{table-layout:fixed}
.device th:nth-child(1){width:17%}
.device th:nth-child(2){width:28%}
.device th:nth-child(3){width:15%}
.device th:nth-child(4){width:28%}
.device th:nth-child(5){width:12%}
.standing{list-style:none;padding:0;margin:0}
.standing li{margin:0 0 .125rem}
button.small{min-height:2.5rem;padding:.25rem 1rem;font-size:.9375rem}
.table .inline button{margin:.125rem 0}
.centre [hidden]{display:none}
.centre .purpose .head h2{margin:0;font-size:1.25rem}
.centre dl.facts dd code{overflow-wrap:anywhere}
.centre h1 .shape{width:1.75rem;height:1.75rem;vertical-align:-.1em;color:var(--good)}
details{margin-top:.75rem}
summary{display:list-item;width:fit-content;padding:.375rem 0;min-height:2.25rem;color:var(--accent);cursor:pointer;font-weight:600}
details .table{margin:.5rem 0 0}
.shape{flex:none;vertical-align:-.125em}
.centre .table th code,.centre .table td code{overflow-wrap:break-word}
.promise-list{list-style:none;padding:0;max-width:none;margin:0}
.promise-list>li{margin:0 0 1rem}
.promise{margin:0;display:grid;grid-template-columns:1fr auto;gap:0 1.5rem;align-items:start}
.promise>*{grid-column:1}
.promise>.badge{grid-column:2;grid-row:1}
.promise-list.card{padding:.5rem clamp(1.125rem,3.5vw,2rem)}
.promise-list.card>li{margin:0;padding:1rem 0;border-top:1px solid var(--line)}
.promise-list.card>li:first-child{border-top:0}
.promise-list.card .words{font-weight:500}
.promise .words{margin:0 0 .5rem;font-size:1.0625rem;font-weight:600;max-width:62ch}
.promise .saw{margin:0 0 .5rem}
.promise .meta{display:flex;flex-wrap:wrap;gap:.125rem 1.25rem;margin:0}
.unproven{background:var(--tint);color:var(--ink)}
.tally{display:grid;grid-template-columns:repeat(4,1fr);gap:.75rem;list-style:none;padding:0;max-width:none;margin:2rem 0 1rem}
.tally li{margin:0}
.tally a{display:block;height:100%;padding:1.125rem 1.25rem;border-radius:var(--radius);text-decoration:none;font-weight:600}
.tally a[href]:hover{text-decoration:underline}
.tally b{display:block;font-size:clamp(1.75rem,1.3rem + 2vw,2.75rem);line-height:1.1;letter-spacing:-.02em;font-weight:680}
.verdict{border-left:4px solid var(--good)}
.verdict.no{border-left-color:var(--bad)}
.verdict h2{display:flex;gap:.625rem;align-items:center}
.verdict h2 .shape{width:1.25rem;height:1.25rem;color:var(--good)}
.verdict.no h2 .shape{color:var(--bad)}
textarea{font:.9375rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace!important;resize:vertical}
.field.wide{max-width:44rem}
.verdict .badge{margin-left:.5rem}
.version .head{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.5rem 1rem;margin-bottom:1rem}
.version .head h2{margin:0;font-size:1.1875rem}
.version dl.facts{margin:0}
.version dd{min-width:0}
.version .fingerprint{word-break:break-all}
.version dd ul,.version dd p{margin:0}
.version dd li:last-child{margin-bottom:0}
.fingerprint{font-size:.8125rem;overflow-wrap:anywhere}
@media (max-width:64rem){.tally{grid-template-columns:1fr 1fr}}
@media print{.subnav,.centre form,.centre .row{display:none}.centre details>*{display:block}}
@media (max-width:44rem){.subnav{border:0;margin:1.25rem 0}.subnav ul{margin:0;gap:.5rem}.subnav a{min-height:2.5rem;padding:0 .875rem;margin:0;border:1px solid var(--line);border-radius:2rem;font-size:.9375rem}.subnav [aria-current]{background:var(--accent);border-color:var(--accent);color:var(--accent-ink)}.device th:nth-child(n){width:auto}.things li{grid-template-columns:1fr}.things li>form,.things li>button,.things li>.badge{grid-column:1;grid-row:auto;justify-self:start}.promise{grid-template-columns:1fr}.promise>.badge{grid-column:1;justify-self:start;margin-bottom:.625rem}.equal{grid-template-columns:1fr}.tally{grid-template-columns:1fr}.tally a{display:flex;align-items:baseline;gap:.75rem}.purpose .head{align-items:flex-start}}
@media (prefers-reduced-motion:no-preference){input.switch::after{transition:left .12s,right .12s}}
@media (forced-colors:active){input.switch{border-color:ButtonText}input.switch::after{background:ButtonText;forced-color-adjust:none}input.switch:checked{background:Highlight;forced-color-adjust:none}}
`.trim()

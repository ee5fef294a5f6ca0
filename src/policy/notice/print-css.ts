/**
 * How every public page looks on paper, whatever the screen looks like: black on white, without
 * what can only be pressed, with no row cut in two and no heading left alone at a page's foot.
 *
 * Two things that do not show: a heading has air inside it, for else Chromium paints one that starts
 * a page on the page before too, unseen, and says it twice in the outline; and tables are laid out
 * fixed, for one that is too wide makes Chromium shrink the whole document.
 */
export const PRINT_CSS = `
@page{margin:17mm 16mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt/1.35 "Open Sans","Noto Sans","Liberation Sans",sans-serif;text-rendering:geometricPrecision;color:#444;vertical-align:top;padding-top:3mm}}
@page wide{size:A4 landscape}
@media print{
:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--soft:#333;--line:#bbb;--accent:#000;--accent-ink:#fff;--tint:#fff;--good:#000;--good-bg:#fff;--bad:#000;--bad-bg:#fff;--wait:#000;--wait-bg:#fff;--shade:none}
*,*::before,*::after{transition:none!important;animation:none!important}
html{text-rendering:geometricPrecision;font-size:10pt;line-height:1.5;font-family:"Open Sans","Noto Sans","Segoe UI",Roboto,"Liberation Sans",system-ui,sans-serif;background:#fff;color:#000}
body{display:block;min-height:0}
.skip,.languages,nav:not(.contents),.site-footer,button,.button,[hidden]{display:none!important}
.site-header{border:0}
.site-header .frame{padding:0 0 5mm}
.site-name{min-height:0;font-size:11pt}
.mark{width:11pt;height:11pt;background:none;border:3.5pt solid #000}
.frame,main,p,.lead,ul,ol,dl,h1,h2,h3{max-width:none}
.frame,main{padding:0}
h1{font-size:22pt;margin:0 0 3mm}
h2{font-size:14.5pt;margin:8mm 0 2.5mm}
h3{font-size:11.5pt;margin:5mm 0 1.5mm}
p,ul,ol,dl{margin-bottom:2.5mm}
h2,h3{padding-top:1mm}
h1,h2,h3,h4,caption{break-after:avoid;break-inside:avoid}
p,li,dd{orphans:3;widows:3}
.lead{font-size:12pt}
.meta{font-size:9.5pt}
li{margin-bottom:.75mm}
li::marker{color:#555}
.card,.note{padding:5mm 6mm;margin:5mm 0;border:.75pt solid #888;box-shadow:none}
.note,.badge{border:.75pt solid #888}
.card:not(:has(table,.card)),.note,.choice,.field,dl.facts div,tr{break-inside:avoid}
.contents{margin:7mm 0 0;font-size:9.5pt}
.contents h2{font-size:11.5pt;margin:0 0 2mm}
.contents ul{columns:2;column-gap:10mm;margin:0}
.contents ul ul{columns:auto;padding-left:4mm;font-size:9pt}
.contents li{break-inside:auto}
.contents a{display:flex;align-items:flex-end;gap:4mm;min-height:0;padding:.4mm 0;text-decoration:none;break-inside:avoid}
dl.facts div{grid-template-columns:50mm 1fr;padding:1.2mm 0}
.table{margin:3mm 0 6mm}
table,.cards table{table-layout:fixed;font-size:8.5pt;line-height:1.4}
caption{font-size:9.5pt;padding-bottom:1.5mm}
thead{display:table-header-group}
thead th{font-size:8pt;color:#333}
th,td{padding:1.4mm 4mm 1.4mm 0;overflow-wrap:anywhere;hyphens:auto}
th:last-child,td:last-child{padding-right:0}
th code,td code{hyphens:none}
.cards th:nth-child(n){width:auto}
.cards thead th:first-child{width:30%}
.cards:has(thead th:nth-child(4)) thead th:first-child{width:22%}
.cards:has(thead th:nth-child(5)) thead th:first-child{width:20%}
.cards:has(thead th:nth-child(5)) thead th:nth-child(2){width:20%}
.cards:has(thead th:nth-child(5)) thead th:nth-child(5){width:24%}
.cards:has(thead th:nth-child(6)){page:wide}
.cards:has(thead th:nth-child(6)) thead th:nth-child(n){width:auto}
tbody tr{border-bottom:.5pt solid #bbb}
p:has(+:is(ul,ol,dl,.table)){break-inside:avoid}
p:has(+:is(ul,ol,dl,.table)),thead,tbody tr:first-child:not(:last-child),dl.facts div:first-child:not(:last-child){break-after:avoid}
tbody tr:last-child:not(:first-child),dl.facts div:last-child:not(:first-child){break-before:avoid}
a{color:inherit;text-decoration-color:#888}
main a[href^="http"]::after{content:" (" attr(href) ")" / "";font-size:.85em;font-weight:400;overflow-wrap:anywhere}
main dd>a[href^="http"]:only-child::after{content:none}
}`.trim()

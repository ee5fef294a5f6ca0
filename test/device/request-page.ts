/**
 * A page with every way we know by which a page contacts a host, made of files only, so that a
 * Content-Security-Policy that forbids what is written in the page does not help.
 */

/** Path of a channel at a host. */
const at = (host: string, channel: string) => `http://${host}/ch/${channel}`

/** Channels written in markup. */
export function requestMarkup(host: string): { readonly head: string; readonly body: string } {
  return {
    head: `
<link rel="stylesheet" href="${at(host, 'style')}">
<link rel="stylesheet" href="/requests.css?host=${host}">
<link rel="icon" href="${at(host, 'favicon')}">
<link rel="prefetch" href="${at(host, 'prefetch')}">
<link rel="preload" as="image" href="${at(host, 'preload')}">
<link rel="modulepreload" href="${at(host, 'modulepreload')}">
<script src="${at(host, 'script')}" async></script>`,
    body: `
<img src="${at(host, 'img')}" alt="">
<picture><source srcset="${at(host, 'picture')}"><img alt="" src="data:,"></picture>
<svg width="1" height="1"><image href="${at(host, 'svg-image')}" width="1" height="1"/></svg>
<object data="${at(host, 'object')}"></object>
<embed src="${at(host, 'embed')}">
<audio src="${at(host, 'audio')}" preload="auto"></audio>
<video src="${at(host, 'video')}" poster="${at(host, 'poster')}" preload="auto"></video>
<iframe src="${at(host, 'iframe')}" title="a"></iframe>
<iframe src="/own-frame?host=${host}" title="b"></iframe>
<iframe srcdoc="<img src='${at(host, 'srcdoc')}'>" title="c"></iframe>
<form action="${at(host, 'form')}" target="form-of-${host}"><input type="image" src="${at(host, 'image-button')}" alt=""></form>
<iframe name="form-of-${host}" title="d"></iframe>
<a ping="${at(host, 'ping')}" href="#pinged">ping</a>
<p data-dressed="${host}">a</p>
<img src="http://${host}/to/${host}/ch/redirected" alt="">
<img src="/redirect?to=${host}/ch/own-redirect" alt="">`,
  }
}

/** Channels in a style sheet. */
export function requestStyle(host: string): string {
  return `@import url("${at(host, 'import-css')}");
@font-face { font-family: "far ${host}"; src: url("${at(host, 'font')}"); }
[data-dressed="${host}"] {
  font-family: "far ${host}"; background: url("${at(host, 'background')}");
  cursor: url("${at(host, 'cursor')}"), auto;
  list-style: url("${at(host, 'list-style')}"); display: list-item;
}
[data-dressed="${host}"]::before { content: url("${at(host, 'content')}"); }`
}

/** Channels of a page's script; each on its own, so that one that throws stops no other. */
export function requestScript(hosts: readonly string[]): string {
  return `
const hosts = ${JSON.stringify(hosts)}
const tried = act => { try { Promise.resolve(act()).catch(() => {}) } catch {} }
addEventListener('load', () => hosts.forEach(host => {
  const at = channel => 'http://' + host + '/ch/' + channel
  tried(() => fetch(at('fetch'), { mode: 'no-cors' }))
  tried(() => fetch('/redirect?to=' + host + '/ch/redirected-fetch', { mode: 'no-cors' }))
  tried(() => fetch(at('keepalive'), { mode: 'no-cors', keepalive: true, method: 'POST', body: '1' }))
  tried(() => { const x = new XMLHttpRequest(); x.open('GET', at('xhr')); x.send() })
  tried(() => navigator.sendBeacon(at('beacon'), '1'))
  tried(() => { new Image().src = at('image') })
  tried(() => { new WebSocket('ws://' + host + '/ch/websocket') })
  tried(() => { new EventSource(at('eventsource')) })
  tried(() => import(at('import-dynamic')))
  tried(() => { new Worker('/worker.js?host=' + host) })
  tried(() => { new SharedWorker('/worker.js?shared=1&host=' + host) })
  tried(() => { new Worker(URL.createObjectURL(new Blob(["fetch('" + at('blob-worker') + "', { mode: 'no-cors' })"], { type: 'text/javascript' }))) })
  tried(async () => {
    await navigator.serviceWorker.register('/service-worker.js?hosts=' + hosts)
    const { active } = await navigator.serviceWorker.ready
    active.postMessage(host)
  })
  tried(() => { const t = document.createElement('track'); Object.assign(t, { src: at('track'), kind: 'captions', default: true }); document.querySelector('video').append(t); t.track.mode = 'showing' })
  tried(() => document.querySelector('form[action="' + at('form') + '"]').submit())
  tried(() => document.querySelector('a[ping="' + at('ping') + '"]').click())
  tried(() => { const s = document.createElement('script'); s.src = at('script-added'); document.body.append(s) })
  tried(() => { if (self.WebTransport) new WebTransport('https://' + host + '/ch/webtransport').ready.catch(() => {}) })
}))`
}

/** A worker, shared or not, that contacts the host in its own address. */
export const WORKER = `
const { searchParams } = new URL(location.href)
const [host, kind] = [searchParams.get('host'), searchParams.get('shared') ? 'shared-worker' : 'worker']
fetch('http://' + host + '/ch/' + kind, { mode: 'no-cors' }).catch(() => {})
try { importScripts('http://' + host + '/ch/import-' + kind) } catch {}`

/** A service worker that contacts the hosts it is told of. */
export const SERVICE_WORKER = `
addEventListener('install', () => skipWaiting())
addEventListener('activate', event => event.waitUntil(clients.claim()))
addEventListener('message', ({ data }) => fetch('http://' + data + '/ch/service-worker', { mode: 'no-cors' }).catch(() => {}))`

/** Script of a frame of the own site. */
export const FRAME_SCRIPT = `
const host = new URL(location.href).searchParams.get('host')
fetch('http://' + host + '/ch/own-iframe', { mode: 'no-cors' }).catch(() => {})`

/** What a vendor's script may do that wants to be heard: it does not stop by itself. */
export const RESTLESS = `
const host = new URL(document.currentScript.src).searchParams.get('host')
const socket = (() => { try { return new WebSocket('ws://' + host + '/ch/websocket') } catch {} })()
setInterval(() => {
  fetch('http://' + host + '/ch/again-fetch', { mode: 'no-cors' }).catch(() => {})
  new Image().src = 'http://' + host + '/ch/again-img?' + Math.random()
  navigator.sendBeacon('http://' + host + '/ch/again-beacon', '1')
  if (socket && socket.readyState === 1) socket.send('again')
  document.cookie = 'evil=1; Path=/; Max-Age=900'
}, 100)`

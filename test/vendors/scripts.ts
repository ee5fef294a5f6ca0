/** Where the made vendors are: `host:port` each. */
export type VendorHosts = {
  /** Serves `/gtag/js`, and takes its beacons. */
  readonly analytics: string
  /** A second company: pixels and scripts are led on to it. */
  readonly sync: string
  /** Serves `/pixel.gif` and `/pixel.js`; its cookies are third-party ones that Chromium takes. */
  readonly pixel: string
  /** Serves `/embed/…`: a frame with cookies of its own. */
  readonly social: string
  /** What that frame loads further. */
  readonly socialMedia: string
  /** Serves `/hs/script.js`, whose cookie comes back from local storage. */
  readonly forms: string
}

const SECONDS = { twoYears: 63_072_000, halfYear: 15_552_000 }

/**
 * Behaves like an analytics script: two first-party cookies, a copy in local storage, a beacon
 * every 150 ms and one when the page is left, and a picture that is led on to a second company.
 */
export function analyticsScript({ analytics }: VendorHosts, container: string): string {
  return `(() => {
  const known = /(?:^|; )_ga=([^;]*)/.exec(document.cookie)?.[1]
  const id = known ?? 'GA1.1.' + Math.floor(Math.random() * 2e9) + '.' + Math.floor(Date.now() / 1000)
  document.cookie = '_ga=' + id + '; path=/; max-age=${SECONDS.twoYears}'
  document.cookie = '_ga_${container}=GS1.1.' + Date.now() + '; path=/; max-age=${SECONDS.twoYears}'
  try { localStorage.setItem('_ga_seen', String(Date.now())) } catch {}
  const url = en => '//${analytics}/g/collect?v=2&tid=G-${container}&en=' + en + '&cid=' + id
    + '&dl=' + encodeURIComponent(location.href) + '&dr=' + encodeURIComponent(document.referrer)
  const tell = en => { try { navigator.sendBeacon(url(en)) } catch {} }
  tell('page_view')
  setInterval(() => tell('user_engagement'), 150)
  addEventListener('pagehide', () => tell('page_leave'))
  new Image().src = '//${analytics}/sync?to=next&cid=' + id
  window.gaRuns = (window.gaRuns ?? 0) + 1
})()`
}

/** Behaves like an advertiser's script: a first-party copy of its id, and its pixel. */
export function pixelScript({ pixel }: VendorHosts): string {
  return `(() => {
  document.cookie = '_fbp=fb.1.' + Date.now() + '.' + Math.floor(Math.random() * 1e9)
    + '; path=/; max-age=${SECONDS.halfYear}'
  new Image().src = '//${pixel}/pixel.gif?ev=PageView&dl=' + encodeURIComponent(location.href)
  window.pixelRuns = (window.pixelRuns ?? 0) + 1
})()`
}

/** Behaves like a form vendor's script: its cookie is brought back from local storage each second. */
export function formsScript({ forms }: VendorHosts): string {
  return `(() => {
  const stored = () => { try { return localStorage.getItem('hubspotutk') } catch { return null } }
  const id = /(?:^|; )hubspotutk=([^;]*)/.exec(document.cookie)?.[1] ?? stored()
    ?? Math.random().toString(16).slice(2).padEnd(32, '0').slice(0, 32)
  const keep = () => {
    document.cookie = 'hubspotutk=' + id + '; path=/; max-age=${SECONDS.halfYear}'
    document.cookie = '__hstc=1.' + id + '; path=/; max-age=${SECONDS.halfYear}'
    try { localStorage.setItem('hubspotutk', id) } catch {}
  }
  keep()
  setInterval(keep, 1000)
  fetch('//${forms}/hs/ptq.gif?utk=' + id, { mode: 'no-cors' }).catch(() => {})
  window.formsRuns = (window.formsRuns ?? 0) + 1
})()`
}

/** A frame of a social service: cookies and storage of its own, and two further hosts. */
export function embedPage({ socialMedia, sync }: VendorHosts, id: string): string {
  return `<!doctype html><html lang="en"><title>Post ${id}</title><body>
<p id="post">Post ${id}</p>
<img alt="" src="//${socialMedia}/media/${id}.png"><img alt="" src="//${sync}/pixel.gif?from=social">
<script>
document.cookie = 'guest_id=' + Math.random().toString(16).slice(2)
  + '; path=/; max-age=${SECONDS.twoYears}; SameSite=None; Secure'
try { localStorage.setItem('yt-remote-device-id', String(Math.random())) } catch {}
fetch('/g/collect?en=embed', { method: 'POST' }).catch(() => {})
</script></body></html>`
}

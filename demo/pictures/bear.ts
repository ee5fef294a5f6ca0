const HEAD =
  '<circle cx="9" cy="10" r="6"/><circle cx="31" cy="10" r="6"/><path d="M20 5c10 0 16 6 16 15s-7 15-16 15S4 29 4 20 10 5 20 5Z"/>'
const FACE =
  '<ellipse cx="20" cy="25" rx="8" ry="6.5" fill="#fff5e4"/><ellipse cx="20" cy="22" rx="3.2" ry="2.3" fill="#33303a"/><circle cx="13" cy="17" r="1.9" fill="#33303a"/><circle cx="27" cy="17" r="1.9" fill="#33303a"/><path d="M20 24v2.5m-3.4 1.2c1.6 1.6 5.2 1.6 6.8 0" fill="none" stroke="#33303a" stroke-width="1.6" stroke-linecap="round"/>'

/** The shop's bear, for use inside a page. */
export const BEAR = `<svg viewBox="0 0 40 40" width="40" height="40" aria-hidden="true"><g fill="#dc8f4f">${HEAD}</g>${FACE}</svg>`

/** The same bear as an icon of its own. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><g fill="#dc8f4f">${HEAD}</g>${FACE}</svg>`

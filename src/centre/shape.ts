import { type Html, html } from '../policy/index.ts'

// Drawn, not typed: a font may lack the sign, and a status must not rest on colour.
const PATHS = {
  check: 'M3 8.5 6.5 12 13 4.5',
  cross: 'M4 4l8 8M12 4l-8 8',
  ring: 'M8 3.25a4.75 4.75 0 1 1 0 9.5a4.75 4.75 0 1 1 0-9.5',
  dash: 'M4 8h8',
} as const

export type Shape = keyof typeof PATHS

/** A small sign in the colour of the text, silent to screen readers: words stand beside it. */
export function shape(name: Shape): Html {
  return html`<svg class="shape" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
    <path
      d="${PATHS[name]}"
      fill="none"
      stroke="currentColor"
      stroke-width="2.25"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>`
}

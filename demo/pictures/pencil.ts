/** The colours of every drawing in the shop. */
export const INK = '#33303a'
export const SPRUCE = '#235c50'
export const MOSS = '#7f9f6a'
export const MINT = '#c3d8b6'
export const MUSTARD = '#efb444'
export const BUTTER = '#f8dc94'
export const CORAL = '#e2704f'
export const BLUSH = '#f3b9a6'
export const SKY = '#93c3d3'
export const SEA = '#3f7c97'
export const NAVY = '#34466c'
export const PLUM = '#6f4b74'
export const LILAC = '#bb9dc4'
export const CREAM = '#fff5e4'
export const WOOD = '#dcab73'
export const BARK = '#b27d48'
export const SNOW = '#faf7f1'
const SHADE = '#33303a26'

/** A filled shape. */
export const shape = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`

/** A stroke of the pen. */
export const line = (d: string, stroke = INK, width = 5): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`

/** A stroke of short stitches. */
export const stitch = (d: string, stroke = CREAM, width = 4): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-dasharray="9 11"/>`

/** A round spot. */
export const dot = (x: number, y: number, r: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`

/** A ring that is not filled. */
export const ring = (x: number, y: number, r: number, stroke: string, width: number): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`

/** An oval, possibly turned by some degrees. */
export const oval = (
  x: number,
  y: number,
  rx: number,
  ry: number,
  fill: string,
  turn = 0,
): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"${turn === 0 ? '' : ` transform="rotate(${turn} ${x} ${y})"`}/>`

/** A box with round corners, possibly turned by some degrees. */
export const box = (
  [x, y, w, h]: readonly [number, number, number, number],
  fill: string,
  round = 6,
  turn = 0,
): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${round}" fill="${fill}"${turn === 0 ? '' : ` transform="rotate(${turn} ${x + w / 2} ${y + h / 2})"`}/>`

/** A five-pointed star. */
export const star = (x: number, y: number, r: number, fill: string): string => {
  const points = Array.from({ length: 10 }, (_, k) => {
    const reach = k % 2 === 0 ? r : r * 0.45
    const angle = (Math.PI * k) / 5 - Math.PI / 2
    return `${(x + reach * Math.cos(angle)).toFixed(1)} ${(y + reach * Math.sin(angle)).toFixed(1)}`
  })
  return shape(`M${points.join('L')}Z`, fill)
}

/** The soft shadow a thing stands on. */
export const ground = (x: number, y: number, rx: number): string => oval(x, y, rx, rx / 11, SHADE)

/** A drawing, its edges as uneven as a hand makes them. */
export function drawn(strokes: readonly string[], [w, h] = [400, 400], wobble = 6): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}"><filter id="w" x="0" y="0" width="1" height="1" filterUnits="objectBoundingBox" primitiveUnits="userSpaceOnUse"><feTurbulence type="fractalNoise" baseFrequency=".018" numOctaves="2" seed="7"/><feDisplacementMap in="SourceGraphic" scale="${wobble}" xChannelSelector="R" yChannelSelector="G"/></filter><g filter="url(#w)" stroke-linecap="round" stroke-linejoin="round"><path d="M0 0H${w}V${h}H0Z" fill="none"/>${strokes.join('')}</g></svg>`
}

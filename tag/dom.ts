import type { Markup } from '../src/consent/wire.ts'

/** An element with these attributes and children; text is never read as markup. */
export function el(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Markup | Node)[]
): HTMLElement {
  const element = document.createElement(name)
  for (const key in attributes) element.setAttribute(key, attributes[key] ?? '')
  element.append(...children.map(drawn))
  return element
}

/** What the markup says; what is drawn already stays. */
export function drawn(markup: Markup | Node): Node | string {
  return typeof markup === 'string' || markup instanceof Node ? markup : el(...markup)
}

/** Listens on the document, before the page does. */
export function on<K extends keyof DocumentEventMap>(
  event: K,
  act: (event: DocumentEventMap[K]) => void,
): void {
  document.addEventListener(event, act, true)
}

/** Runs now, or once the document has been read. */
export function whenRead(act: () => void): void {
  if (document.readyState === 'loading') on('DOMContentLoaded', act)
  else act()
}

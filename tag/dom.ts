/** An element with these attributes and children; text is never read as markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  for (const key in attributes) element.setAttribute(key, attributes[key] ?? '')
  element.append(...children)
  return element
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

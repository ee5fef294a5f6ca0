/**
 * The page, from 1, of each named place in a PDF as Chromium writes it. A PDF of another make gives
 * an empty map.
 */
export function placesOf(pdf: Buffer): ReadonlyMap<string, number> {
  const objects = objectsOf(pdf.toString('latin1'))
  const catalog = [...objects.values()].find(body => /\/Type \/Catalog\b/.test(body)) ?? ''
  const pages = pagesBelow(objects, refOf(catalog, 'Pages'))
  const places = objects.get(refOf(catalog, 'Dests')) ?? ''
  const named = places.matchAll(/\/([^\s/[]+) \[(\d+) 0 R \/XYZ/g)
  const found = [...named].map(
    ([, name = '', page = '']) => [name, pages.indexOf(page) + 1] as const,
  )
  return new Map(found.filter(([, page]) => page > 0))
}

/** What each object says, by its number; for the few that say something about the whole. */
function objectsOf(text: string): ReadonlyMap<string, string> {
  const written = text.matchAll(/^(\d+) 0 obj\n(<<[^]*?>>)\n(?:endobj|stream)$/gm)
  return new Map([...written].map(([, number = '', body = '']) => [number, body]))
}

/** Objects of the pages in their order: the tree has eight to a branch. */
function pagesBelow(objects: ReadonlyMap<string, string>, number: string, deep = 0): string[] {
  const kids = /\/Kids \[([^\]]*)\]/.exec(objects.get(number) ?? '')?.[1]
  if (kids === undefined) return number === '' ? [] : [number]
  if (deep > PAGE_TREE_DEPTH_MAX) return []
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid = '']) =>
    pagesBelow(objects, kid, deep + 1),
  )
}

const PAGE_TREE_DEPTH_MAX = 16

function refOf(body: string, key: string): string {
  return new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1] ?? ''
}

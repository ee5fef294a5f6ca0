import { Report } from '../syntax/report.ts'
import { Said } from '../syntax/said.ts'
import { type Path, readTree, spotName, type Tree } from '../syntax/tree.ts'

/** Longest piece of a line that is quoted. */
const QUOTE_MAX = 100

/** A policy's text, to quote from by path. */
export class Source {
  readonly #lines: readonly string[]
  readonly #report: Report
  readonly #tree: Tree | undefined

  constructor(text: string) {
    this.#lines = text.split(/\r\n|\r|\n/)
    this.#report = new Report('', text)
    this.#tree = readTree(text, this.#report)
  }

  /** What the file says, as it is written. */
  get said(): Said {
    return new Said(this.#tree?.value)
  }

  /** Path of the item of a list that goes by a name; the list's own where there is none. */
  item(list: Path, key: string, name: string): Path {
    const items = this.said.at(...list.map(String)).items()
    const found = items.findIndex(item => item.at(key).is(name))
    return found < 0 ? list : [...list, found]
  }

  /** Line of a place, or of the nearest around it, and what stands there. */
  at(path: Path): { readonly line: number; readonly quote: string } {
    const spot = this.#tree?.spots.get(spotName(path))
    const range = spot?.key ?? this.#tree?.range(path) ?? { start: 0, end: 1 }
    const { line } = this.#report.place(range)
    const said = (this.#lines[line - 1] ?? '').trim()
    return { line, quote: said.length > QUOTE_MAX ? `${said.slice(0, QUOTE_MAX - 1)}…` : said }
  }
}

import type { Code } from '../diagnostic.ts'
import type { PolicyText } from '../syntax/schema.ts'
import type { Range, Report } from '../syntax/report.ts'
import { type Path, spotName, type Tree } from '../syntax/tree.ts'

/** A policy file whose words are known, with the means to say what is wrong where. */
export class Draft {
  readonly text: PolicyText
  readonly #tree: Tree
  readonly #report: Report

  constructor(text: PolicyText, tree: Tree, report: Report) {
    this.text = text
    this.#tree = tree
    this.#report = report
  }

  /** Says that the value at a path is wrong; at its parent when the key is absent. */
  wrong(code: Code, path: Path, message: string, help: string): void {
    this.#report.add(code, this.#range(path), message, help)
  }

  /** The line at which a path is written, counted from 1. */
  line(path: Path): number {
    return this.#report.place(this.#range(path)).line
  }

  #range(path: Path): Range {
    const spot = this.#tree.spots.get(spotName(path))
    if (spot) return spot.value
    return path.length > 0 ? this.#range(path.slice(0, -1)) : { start: 0, end: 1 }
  }
}

export type PurposeText = PolicyText['purposes'][number]
export type TrackerText = PolicyText['trackers'][number]

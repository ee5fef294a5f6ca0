import type { Code } from '../diagnostic.ts'
import type { PolicyText } from '../syntax/schema/policy.ts'
import type { Range, Report } from '../syntax/report.ts'
import { Said } from '../syntax/said.ts'
import type { Path, Tree } from '../syntax/tree.ts'

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

  /** The id, or the name that serves as one, of the item at a path. */
  idAt(path: Path): string | undefined {
    const item = path.reduce((held, key) => held.at(String(key)), new Said(this.#tree.value))
    const names = ['id', 'right', 'control', 'role', 'signal'].map(key => item.at(key).text())
    return names.find(name => name !== undefined)
  }

  /** The line at which a path is written, counted from 1. */
  line(path: Path): number {
    return this.#report.place(this.#range(path)).line
  }

  #range(path: Path): Range {
    return this.#tree.range(path)
  }
}

export type PurposeText = PolicyText['purposes'][number]
export type TrackerText = PolicyText['trackers'][number]

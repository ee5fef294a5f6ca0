/** A finished statement: text with numbered holes, and the values that fill them. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] }

/** Writes SQL as SQL. Every value becomes a parameter; there is no way to splice text. */
export function sql(parts: TemplateStringsArray, ...values: readonly unknown[]): Statement {
  const text = parts.slice(1).reduce((left, right, i) => `${left}$${i + 1}${right}`, parts[0] ?? '')
  return { text, values }
}

/**
 * The one door to PostgreSQL. `timestamptz` comes back as a `Date`, `bigint` as a string, `jsonb`
 * parsed. The slice's store test checks `Row` against a real database.
 */
export type Db = {
  rows<Row extends object>(statement: Statement): Promise<Row[]>
  /** All or nothing: runs `work` in one transaction, rolled back when it throws. */
  within<T>(work: (tx: Db) => Promise<T>): Promise<T>
}

import { IsArray, IsObject, type TSchema } from 'typebox'
import { stringify } from 'yaml'
import { policySchema, type PolicyText } from '../syntax/schema/policy.ts'

/**
 * A policy as YAML, its keys in the order of the language: reading it again gives the same policy.
 * Comments and the layout of the file it came from are lost.
 */
export function printPolicy(text: PolicyText): string {
  return stringify(ordered(policySchema, text), {
    aliasDuplicateObjects: false,
    lineWidth: 0,
    schema: 'core',
    version: '1.2',
  })
}

/** The same value with its keys in the order in which the schema names them. */
function ordered(schema: TSchema | undefined, value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = schema && IsArray(schema) ? schema.items : undefined
    return value.map(item => ordered(items, item))
  }
  if (typeof value !== 'object' || value === null) return value
  const known: Readonly<Record<string, TSchema>> =
    schema && IsObject(schema) ? schema.properties : {}
  const order = Object.keys(known)
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  const sorted = entries.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  return Object.fromEntries(sorted.map(([key, held]) => [key, ordered(known[key], held)]))
}

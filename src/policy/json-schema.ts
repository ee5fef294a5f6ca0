import { policySchema } from './syntax/schema/policy.ts'

const ADDRESS = 'urn:lupaus:policy:1'

/** The published JSON Schema, by which editors complete and check a policy; ends in a newline. */
export function policyJsonSchema(): string {
  const head = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: ADDRESS,
    title: 'Lupaus policy',
  }
  return `${JSON.stringify({ ...head, ...policySchema }, visible, 2)}\n`
}

// Our own keywords would only make strict validators complain.
function visible(key: string, value: unknown): unknown {
  return key.startsWith('x-') ? undefined : value
}

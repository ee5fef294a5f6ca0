import { randomBytes, randomUUID } from 'node:crypto'

/** The only way to get chance, and always the cryptographic kind. */
export type Chance = {
  bytes(count: number): Uint8Array
  uuid(): string
}

export const systemChance: Chance = { bytes: count => randomBytes(count), uuid: () => randomUUID() }

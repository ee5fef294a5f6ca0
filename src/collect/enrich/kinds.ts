/** What was found in a text, named instead of kept. */
export type Kind =
  | 'email'
  | 'phone'
  | 'person'
  | 'iban'
  | 'card'
  | 'ip'
  | 'uuid'
  | 'token'
  | 'number'
  | 'encoded'
  | 'long'

/** Puts a name in the place of what was found. */
export type Mask = (kind: Kind) => string

/** Prose may lose any number or token; a code is one itself, so only what is surely a person's goes. */
export type Manner = 'prose' | 'code'

import { Type } from 'typebox'
import { ASSERTIONS, SOURCE_KINDS } from '../../vocabulary.ts'
import { items, node, text, word, words } from './atoms.ts'

const SourceText = node(
  {
    id: text('id', 'Name of the source in this file.'),
    kind: word(SOURCE_KINDS, 'What sends the events.'),
    key: text(
      'source-key',
      'What it names itself by: a public word, or `sha256:` and the SHA-256 of a secret.',
    ),
    site: Type.Optional(text('id', 'Id of the site or app that it speaks for.')),
    partner: Type.Optional(
      text('id', 'Id of the source or vendor whose site it is (partner only).'),
    ),
    machines: Type.Optional(
      text('id', 'Id of the rule under `machines` that its readings belong to (machine only).'),
    ),
    asserts: Type.Optional(words(ASSERTIONS, 'What it may say of others and be believed.')),
  },
  'Something that sends events, and what it may assert.',
)

/** From where events are taken; where nothing is said, only from the tag on the own sites. */
export const EVENT_SOURCES = {
  'event-sources': Type.Optional(Type.Array(SourceText, items('From where events are taken.', 64))),
}

import { Type } from 'typebox'
import { DATA_FORMS } from '../../vocabulary-parties.ts'
import {
  CONSEQUENCES,
  DATA_CLASSES,
  LINK_EVENTS,
  NEEDS,
  OCCASIONS,
  PERSON_FIELDS,
  SOURCE_KINDS,
  SUBJECTS,
} from '../../vocabulary-people.ts'
import { ids, inEach, items, node, some, text, word, words } from './atoms.ts'

const FieldText = node(
  {
    field: word(PERSON_FIELDS, 'What is known.'),
    class: Type.Optional(word(DATA_CLASSES, 'How delicate it is; that of the group if unsaid.')),
    needed: Type.Optional(word(NEEDS, 'Whether one has to give it.')),
    without: Type.Optional(word(CONSEQUENCES, 'What follows when one does not.')),
  },
  'One datum.',
)

const DataText = node(
  {
    id: text('id', 'Name of the group in this file.'),
    name: Type.Optional(inEach('name', 'What people read as its name, in each language.')),
    class: word(DATA_CLASSES, 'How delicate the group is.'),
    fields: Type.Array(FieldText, some('Each datum; nothing else is kept.')),
    of: Type.Optional(words(SUBJECTS, 'Whose data it is.')),
    sources: Type.Optional(ids('a source', 'Where it comes from.')),
    'only-with-consent': Type.Optional(
      Type.Boolean({ description: 'Kept only with a consent of its own, erased with it.' }),
    ),
    retention: Type.Optional(text('id', 'Id of the rule under `retention` it is kept by.')),
  },
  'A group of data on people.',
)

const SourceText = node(
  {
    id: text('id', 'Name of the source in this file.'),
    kind: word(SOURCE_KINDS, 'What sort of source it is.'),
    name: Type.Optional(text('name', 'Which one, when it is not the person.')),
    occasions: Type.Optional(words(OCCASIONS, 'When it is given.')),
    creates: Type.Optional(
      Type.Boolean({ description: 'Whether it may bring in new people, or only updates.' }),
    ),
  },
  'Where data comes from.',
)

const EntryText = node(
  {
    id: text('id', 'Name of the rule in this file.'),
    register: text('id', 'Id of the register.'),
    at: words(OCCASIONS, 'Where a relation begins.'),
    needs: words(['interest', 'consent', 'order', 'contract'], 'What somebody enters by.'),
    'consent-to': Type.Optional(ids('a purpose', 'Purposes the consent is for.')),
  },
  'How somebody comes into a register.',
)

const LinkText = node(
  {
    id: text('id', 'Name of the link in this file.'),
    event: word(LINK_EVENTS, 'What a person does to be known.'),
    reaches: word(['forward', 'history'], 'Whether earlier visits are linked as well.'),
    by: ids('a vendor', 'Who links: `self`, or a vendor with an arrangement.'),
    purposes: ids('a purpose', 'What the link is used for.'),
    consent: Type.Optional(text('id', 'Id of the purpose whose consent it needs.')),
    arrangement: Type.Optional(text('document', 'Arrangement of joint controllers (Art. 26).')),
    'on-logout': Type.Optional(
      word(['ends'], 'On a shared device the link ends when one logs out.'),
    ),
    devices: Type.Optional(word(['one', 'many'], 'Whether several devices become one person.')),
  },
  'An event by which a browser becomes a person.',
)

const IdentityText = node(
  {
    links: Type.Array(LinkText, items('Events that link; nothing else does.', 16)),
    otherwise: Type.Optional(
      node(
        {
          form: word(DATA_FORMS, 'How near to a person everything else is.'),
          by: Type.Optional(ids('a vendor', 'For whom this holds: `self`, or vendors.')),
          arrangement: Type.Optional(text('document', 'Arrangement of joint controllers.')),
        },
        'What holds for everybody who is not linked.',
      ),
    ),
    'combined-by': Type.Optional(word(['self'], 'Nobody but the controller combines.')),
  },
  'When a visitor becomes a known person.',
)

const MeasurementText = node(
  {
    'without-consent': word(['none', 'aggregate'], 'What is counted of those who said nothing.'),
    salt: Type.Optional(word(['destroyed-daily'], 'Why the count cannot be traced to anybody.')),
  },
  'What is measured without a consent.',
)

const CallText = node(
  {
    id: text('id', 'Name of the rule in this file.'),
    direction: word(['incoming', 'outgoing', 'both'], 'Which calls.'),
    by: word(['self', 'partners'], 'Who speaks for the company.'),
    purpose: text('id', 'Id of the purpose.'),
    announced: word(['before-recording'], 'When people are told that it is recorded.', {
      faulty: ['in-policy-only'],
    }),
    retention: Type.Optional(text('id', 'Id of the rule under `retention`.')),
  },
  'Calls that are recorded.',
)

/** What is known of people, where it comes from, and when a visitor becomes one of them. */
export const PEOPLE = {
  data: Type.Optional(Type.Array(DataText, items('Groups of data on people.', 64))),
  sources: Type.Optional(Type.Array(SourceText, items('Where data comes from.', 64))),
  entries: Type.Optional(Type.Array(EntryText, items('How people come into registers.', 16))),
  identity: Type.Optional(IdentityText),
  measurement: Type.Optional(MeasurementText),
  calls: Type.Optional(Type.Array(CallText, items('Calls that are recorded.', 16))),
}

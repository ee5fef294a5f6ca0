import { Type } from 'typebox'
import { LANGS } from '../../../base/lang.ts'
import { AUTHORITIES, SITE_KINDS } from '../../vocabulary.ts'
import { CONTACT_ROLES, TOLD_BY } from '../../vocabulary-keeping.ts'
import { SUBJECTS } from '../../vocabulary-people.ts'
import { inEach, items, node, some, text, word, words } from './atoms.ts'

/** The documents a policy file can be. */
export const DOCUMENT_KINDS = ['cookie-notice', 'privacy-notice', 'register-description'] as const

const About = node(
  {
    id: text('id', 'Name of this policy for machines; stays the same from version to version.'),
    kind: Type.Optional(
      word(DOCUMENT_KINDS, 'Which document is printed; a cookie notice when nothing is said.'),
    ),
    version: text('date', 'Your own label of this version: the day it was written.'),
    'in-force-from': text('date', 'First day on which it applies.'),
    'review-by': text('date', 'Day by which somebody reads it again.'),
    languages: Type.Array(word(LANGS, 'A language.'), some('Languages the notices exist in.')),
    changes: Type.Optional(
      node(
        {
          told: word(['before-use'], 'When people hear of a change.', { faulty: ['at-will'] }),
          by: Type.Optional(words(TOLD_BY, 'How they hear of it.')),
        },
        'What happens when the policy changes: people are told before anything new is done.',
      ),
    ),
  },
  'What this file is.',
)

const ControllerText = node(
  {
    name: text('name', 'The company, as in the trade register.'),
    'business-id': text('business-id', 'Finnish business id (Y-tunnus).'),
    street: text('name', 'Street and number.'),
    'postal-code': text('postal-code', 'In quotes, so that its zeros stay.'),
    city: inEach('name', 'The town, in each language.'),
    country: text('country', 'ISO 3166-1 code of the country.'),
    email: text('email', 'Where people write about their data.'),
    phone: Type.Optional(text('phone', 'A number people can call: `+358 40 1234567`.')),
    website: text('url', 'Front page of the company.'),
  },
  'Who decides what is done with the data, and answers for it.',
)

const RepresentativeText = node(
  {
    name: text('name', 'The representative in the Union.'),
    country: text('country', 'Where it is.'),
    email: text('email', 'Where it is reached.'),
  },
  'Representative in the Union of a controller outside it (Art. 27).',
)

const ContactText = node(
  {
    id: text('id', 'Name of the contact in this file.'),
    role: word(CONTACT_ROLES, 'What one turns to it for.'),
    name: Type.Optional(text('name', 'A person, when one is named.')),
    email: Type.Optional(text('email', 'Where to write.')),
    phone: Type.Optional(text('phone', 'Where to call.')),
  },
  'Somebody who answers questions about the data.',
)

const RegisterText = node(
  {
    id: text('id', 'Name of the register in this file.'),
    name: inEach('name', 'Its name, in each language.'),
    subjects: words(SUBJECTS, 'Whom it holds.'),
    data: Type.Optional(
      Type.Array(text('id', 'Id of a group under `data`.'), some('What it holds of them.')),
    ),
  },
  'A register by name.',
)

const SiteText = node(
  {
    id: text('id', 'Name of the site in this file.'),
    kind: word(SITE_KINDS, 'What sort of service it is.'),
    name: text('name', 'Name that visitors know.'),
    hosts: Type.Array(
      text('host', 'A host name; a port only where it is unusual.'),
      some('Where the site answers; for an app, what it talks to.'),
    ),
    'app-ids': Type.Optional(
      Type.Array(text('app-id', 'Package of the app.'), some('The app in the shops.', 8)),
    ),
  },
  'A service this policy is about.',
)

/** What a policy says of itself, of the company, and of whom it concerns. */
export const HEAD = {
  policy: About,
  controller: ControllerText,
  representative: Type.Optional(RepresentativeText),
  contacts: Type.Optional(Type.Array(ContactText, items('Who answers questions.', 16))),
  authority: word(AUTHORITIES, 'Where people can complain.'),
  registers: Type.Optional(Type.Array(RegisterText, items('Registers by name.', 16))),
  sites: Type.Array(SiteText, { ...items('Services the policy is about.', 32), minItems: 1 }),
  subjects: Type.Optional(words(SUBJECTS, 'Whom the policy concerns.')),
  minors: node(
    {
      possible: Type.Boolean({ description: 'Whether children may be among them.' }),
      'age-gate': Type.Optional(
        node(
          {
            asks: Type.Literal('age-before-profiling', {
              description: 'Nobody of unknown age is profiled.',
            }),
            under: text('age', 'Nobody younger is profiled: `13 years`.'),
          },
          'How profiling keeps away from children.',
        ),
      ),
    },
    'Whether children may be concerned, and what protects them (rec. 38; Art. 8).',
  ),
}

import { Type } from 'typebox'
import {
  AIMS,
  BASES,
  CATEGORIES,
  EVENT_NAMES,
  FIELD_NAMES,
  INTERESTS,
  SERVICES,
} from '../../vocabulary.ts'
import { DATA_FORMS } from '../../vocabulary-parties.ts'
import { IDENTIFYING_REASONS, PERSON_FIELDS, SUBJECTS } from '../../vocabulary-people.ts'
import { ids, inEach, items, node, some, text, word, words } from './atoms.ts'

const CollectText = node(
  {
    event: word(EVENT_NAMES, 'What happens on the site.'),
    fields: words(FIELD_NAMES, 'What is kept of it; everything else is refused.'),
    'own-consent': Type.Optional(
      words(FIELD_NAMES, 'Fields of these that need a consent of their own.'),
    ),
  },
  'One kind of event that this purpose keeps.',
)

const basisOf = (where: string) => word(BASES, `Why it is lawful ${where}.`, { many: true })

const BasisText = node(
  {
    web: Type.Optional(basisOf('on a web site')),
    app: Type.Optional(basisOf('in a mobile app')),
    email: Type.Optional(basisOf('by e-mail')),
    sms: Type.Optional(basisOf('by text message')),
    phone: Type.Optional(basisOf('on the phone')),
    post: Type.Optional(basisOf('by post')),
    push: Type.Optional(basisOf('by push message')),
    social: Type.Optional(basisOf('in social media')),
    'in-person': Type.Optional(basisOf('face to face, and in our own systems')),
  },
  'Why it is lawful: exactly one basis a channel.',
)

const AssessmentText = node(
  {
    id: text('document', 'Number of the document.'),
    on: text('date', 'Day it was made.'),
    'review-by': text('date', 'Day by which it is weighed again; later the purpose pauses.'),
  },
  'The document in which this was weighed.',
)

const FormText = node(
  {
    is: word(DATA_FORMS, 'How near to a person the data is.'),
    identifying: Type.Optional(
      Type.Array(
        node(
          {
            field: word(PERSON_FIELDS, 'What can tell who it is.'),
            because: word(IDENTIFYING_REASONS, 'Why it cannot be anonymised.'),
          },
          'A datum that can tell who somebody is, and why it has to.',
        ),
        some('Everything that identifies, with its reason.'),
      ),
    ),
  },
  'How near to a person the data of this purpose is.',
)

const PurposeText = node(
  {
    id: text('id', 'Name of the purpose in this file.'),
    name: Type.Optional(inEach('name', 'What people read as its name, in each language.')),
    category: Type.Optional(
      word(CATEGORIES, 'Which of the four uses it belongs to, when a device takes part.'),
    ),
    basis: BasisText,
    aims: words(AIMS, 'What it is for.'),
    subjects: Type.Optional(words(SUBJECTS, 'Whom it concerns.')),
    data: Type.Optional(ids('a group under `data`', 'What data it uses.')),
    services: Type.Optional(words(SERVICES, 'Services that visitors ask for by using them.')),
    collects: Type.Optional(Type.Array(CollectText, some('Events it keeps.'))),
    visitors: Type.Optional(
      word(
        ['without-identity'],
        'Visits are counted with nothing on the device and no key that outlives the day.',
      ),
    ),
    vendors: Type.Optional(ids('a vendor', 'Third parties that take part.')),
    form: Type.Optional(FormText),
    interest: Type.Optional(
      word(INTERESTS, 'The interest it rests on, where the basis is legitimate interest.'),
    ),
    assessment: Type.Optional(AssessmentText),
    dpia: Type.Optional(AssessmentText),
    profiling: Type.Optional(
      node(
        {
          by: word(
            ['interest-scores', 'recent-views', 'segments', 'none'],
            'How a profile is made.',
          ),
          means: word(
            ['what-is-shown', 'which-letters', 'nothing'],
            'What follows for the person.',
          ),
          decides: word(['nothing-alone'], 'Nothing that matters is decided by a machine alone.', {
            faulty: ['alone'],
          }),
        },
        'Profiling: its logic and what it means (Art. 13(2)(f), 22).',
      ),
    ),
    retention: Type.Optional(text('id', 'Id of the rule under `retention` it is kept by.')),
    'review-by': Type.Optional(text('date', 'Day by which the purpose is looked at again.')),
  },
  'One thing the data is used for.',
)

/** What data is used for. */
export const PURPOSES = {
  purposes: Type.Array(PurposeText, { ...items('What data is used for.', 64), minItems: 1 }),
}

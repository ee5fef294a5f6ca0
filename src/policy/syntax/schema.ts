import { type Static, type TSchemaOptions, Type } from 'typebox'
import { LANGS } from '../../base/lang.ts'
import {
  AIMS,
  AUTHORITIES,
  BASES,
  CATEGORIES,
  EVENT_NAMES,
  FIELD_NAMES,
  HELP_TOPICS,
  SERVICES,
  SIGNALS,
  SITE_KINDS,
  STORES,
  TRACKER_USES,
} from '../vocabulary.ts'
import { FORMATS, type FormatName } from './formats.ts'

const closed = { additionalProperties: false }

function text(kind: FormatName, description: string) {
  const { pattern, maxLength } = FORMATS[kind]
  return Type.String({ pattern, maxLength, description, 'x-kind': kind })
}

function said(description: string, more: TSchemaOptions = {}) {
  return { ...closed, ...more, description }
}

function some(description: string, maxItems = 64) {
  return { description, minItems: 1, maxItems, uniqueItems: true }
}

function inEach(kind: FormatName, description: string) {
  return Type.Object(
    {
      fi: text(kind, 'In Finnish.'),
      sv: text(kind, 'In Finland-Swedish.'),
      en: text(kind, 'In English.'),
    },
    said(description),
  )
}

const About = Type.Object(
  {
    id: text('id', 'Name of this policy for machines; stays the same from version to version.'),
    version: text('date', 'Your own label of this version: the day it was written.'),
    'in-force-from': text('date', 'First day on which it applies.'),
    'review-by': text('date', 'Day by which somebody reads it again.'),
    languages: Type.Array(Type.Enum([...LANGS]), some('Languages the notices exist in.')),
  },
  said('What this file is.'),
)

const ControllerText = Type.Object(
  {
    name: text('name', 'The company, as in the trade register.'),
    'business-id': text('business-id', 'Finnish business id (Y-tunnus).'),
    street: text('name', 'Street and number.'),
    'postal-code': text('postal-code', 'In quotes, so that its zeros stay.'),
    city: inEach('name', 'The town, in each language.'),
    country: text('country', 'ISO 3166-1 code of the country.'),
    email: text('email', 'Where people write about their data.'),
    website: text('url', 'Front page of the company.'),
  },
  said('Who decides what is done with the data, and answers for it.'),
)

const SiteText = Type.Object(
  {
    id: text('id', 'Name of the site in this file.'),
    kind: Type.Enum([...SITE_KINDS], { description: 'What sort of service it is.' }),
    name: text('name', 'Name that visitors know.'),
    hosts: Type.Array(
      text('host', 'A host name; a port only where it is unusual.'),
      some('Where the site answers.'),
    ),
  },
  said('A service this policy is about.'),
)

const CategoryText = Type.Object(
  {
    id: Type.Enum([...CATEGORIES], { description: 'One of the four uses of device techniques.' }),
    lifetimes: Type.Object(
      { from: text('span', 'Shortest lifetime.'), to: text('span', 'Longest lifetime.') },
      said('Range that every lifetime in this category keeps to.'),
    ),
  },
  said('One use of device techniques, and how long its trackers may live.'),
)

const CollectText = Type.Object(
  {
    event: Type.Enum([...EVENT_NAMES], { description: 'What happens on the site.' }),
    fields: Type.Array(
      Type.Enum([...FIELD_NAMES]),
      some('What is kept of it; everything else is refused.'),
    ),
  },
  said('One kind of event that this purpose keeps.'),
)

const PurposeText = Type.Object(
  {
    id: text('id', 'Name of the purpose in this file.'),
    category: Type.Enum([...CATEGORIES], { description: 'Which of the four uses it belongs to.' }),
    basis: Type.Object(
      { web: Type.Enum([...BASES], { description: 'Why it is lawful on a web site.' }) },
      said('Why it is lawful.'),
    ),
    aims: Type.Array(Type.Enum([...AIMS]), some('What it is for.')),
    services: Type.Optional(
      Type.Array(Type.Enum([...SERVICES]), some('Services that visitors ask for by using them.')),
    ),
    collects: Type.Optional(Type.Array(CollectText, some('Events it keeps.'))),
    vendors: Type.Optional(
      Type.Array(text('id', 'Id of a vendor.'), some('Third parties that take part.')),
    ),
  },
  said('One thing the data is used for.'),
)

const TrackerText = Type.Object(
  {
    id: text('id', 'Name of the tracker in this file.'),
    name: text('tracker-name', 'Exact name on the device; one `*` for any characters.'),
    store: Type.Enum([...STORES], { description: 'Where on the device it is kept.' }),
    party: Type.Enum(['first', 'third'], {
      description: 'Whose address sets it: ours or another.',
    }),
    vendor: text('id', 'Who stands behind it: `self` or the id of a vendor.'),
    purpose: text('id', 'Id of the one purpose it serves.'),
    use: Type.Enum([...TRACKER_USES], { description: 'What it does.' }),
    service: Type.Optional(
      Type.Enum([...SERVICES], {
        description: 'The service a visitor asked for (functional only).',
      }),
    ),
    lifetime: text('lifetime', 'When the browser removes it: `30 days`, or `session`.'),
    rolling: Type.Optional(
      Type.Object(
        { 'up-to': text('span', 'Longest time since it was first set.') },
        said('Each visit sets it again, until this much time has passed.'),
      ),
    ),
  },
  said('Something stored on or read from a device.'),
)

const VendorText = Type.Object(
  {
    id: text('id', 'Name of the vendor in this file.'),
    name: text('name', 'Name of the product or service.'),
    company: text('name', 'The company behind it.'),
    country: text('country', 'Country of the company.'),
    hosts: Type.Array(text('host', 'A host name.'), some('Hosts it answers from.')),
    privacy: text('url', 'Its own privacy page.'),
    'opt-out': Type.Optional(text('url', 'Page where one can refuse it everywhere.')),
  },
  said('A third party behind a tracker.'),
)

const SignalText = Type.Object(
  {
    signal: Type.Enum([...SIGNALS], { description: 'Global Privacy Control or Do Not Track.' }),
    refuses: Type.Array(text('id', 'Id of a purpose.'), some('Purposes it says no to.')),
  },
  said('What a signal from the browser means here.'),
)

const LinkText = Type.Object(
  {
    topic: Type.Enum([...HELP_TOPICS], { description: 'What the page helps with.' }),
    name: text('name', 'Name of the browser or service.'),
    urls: inEach('url', 'The page in each language.'),
  },
  said('A page elsewhere that helps the visitor.'),
)

const items = (description: string, maxItems: number) => ({ description, maxItems })

/** The language as a schema: what a policy file may say, key by key. */
export const policySchema = Type.Object(
  {
    lupaus: Type.Literal(1, { description: 'Version of the language.' }),
    policy: About,
    controller: ControllerText,
    authority: Type.Enum([...AUTHORITIES], { description: 'Where people can complain.' }),
    sites: Type.Array(SiteText, { ...items('Services the policy is about.', 32), minItems: 1 }),
    categories: Type.Array(CategoryText, items('Ranges of lifetimes.', CATEGORIES.length)),
    purposes: Type.Array(PurposeText, { ...items('What data is used for.', 32), minItems: 1 }),
    trackers: Type.Array(TrackerText, items('All that is stored on the device.', 512)),
    vendors: Type.Optional(Type.Array(VendorText, items('Third parties.', 128))),
    signals: Type.Optional(Type.Array(SignalText, items('Signals that are honoured.', 8))),
    consent: Type.Object(
      { lasts: text('span', 'How long a choice holds before it is asked again.') },
      said('How choices are kept.'),
    ),
    links: Type.Optional(Type.Array(LinkText, items('Further help.', 64))),
  },
  said('A privacy policy that runs.'),
)

/** A policy file whose every key and word is known; what it says may still be wrong. */
export type PolicyText = Static<typeof policySchema>

import { Type } from 'typebox'
import {
  CATEGORIES,
  HELP_TOPICS,
  SERVICES,
  SIGNALS,
  STORES,
  TRACKER_USES,
} from '../../vocabulary.ts'
import { ids, inEach, items, node, said, text, word, words } from './atoms.ts'

const CategoryText = node(
  {
    id: word(CATEGORIES, 'One of the four uses of device techniques.'),
    lifetimes: Type.Object(
      { from: text('span', 'Shortest lifetime.'), to: text('span', 'Longest lifetime.') },
      said('Range that every lifetime in this category keeps to.'),
    ),
  },
  'One use of device techniques, and how long its trackers may live.',
)

const TrackerText = node(
  {
    id: text('id', 'Name of the tracker in this file.'),
    name: text('tracker-name', 'Exact name on the device; one `*` for any characters.'),
    store: word(STORES, 'Where on the device it is kept.', { many: true }),
    party: word(['first', 'third'], 'Whose address sets it: ours or another.'),
    vendor: text('id', 'Who stands behind it: `self` or the id of a vendor.'),
    purpose: text('id', 'Id of the one purpose it serves.'),
    use: word(TRACKER_USES, 'What it does.', { many: true }),
    service: Type.Optional(word(SERVICES, 'The service a visitor asked for (functional only).')),
    lifetime: text('lifetime', 'When the browser removes it: `30 days`, or `session`.'),
    rolling: Type.Optional(
      node(
        { 'up-to': text('span', 'Longest time since it was first set.') },
        'Each visit sets it again, until this much time has passed.',
      ),
    ),
    'browsers-keep': Type.Optional(
      text('span', 'How long browsers really keep it, where that is shorter than its lifetime.'),
    ),
    features: Type.Optional(words(SERVICES, 'What stops working when it is blocked.')),
  },
  'Something stored on or read from a device.',
)

const SignalText = node(
  {
    signal: word(SIGNALS, 'Global Privacy Control or Do Not Track.'),
    refuses: ids('a purpose', 'Purposes it says no to.'),
  },
  'What a signal from the browser means here.',
)

/** Ways of saying no that exist beside the banner; alone, none of them makes a consent. */
export const REFUSAL_WAYS = [
  'browser-settings',
  'do-not-track',
  'third-party-cookie-block',
  'vendor-opt-out',
  'service-settings',
] as const

const RefusalText = node(
  {
    by: word(REFUSAL_WAYS, 'A further way to say no.'),
    beside: word(['banner'], 'What it stands beside: we ask first, and this counts as well.'),
  },
  'A way of saying no beyond our own.',
)

/** How a consent may be given; every other way found in published policies is a fault. */
export const GIVEN_BY = ['banner', 'own-choice'] as const

const GivenText = node(
  {
    by: word(GIVEN_BY, 'The act by which one says yes: on the banner, or an unticked box.', {
      faulty: ['using-site', 'giving-data', 'sending-enquiry', 'ordering-material'],
    }),
    purposes: ids('a purpose', 'What the yes is for.'),
  },
  'One way of saying yes, and for what.',
)

const ConsentText = node(
  {
    lasts: text('span', 'How long a choice holds before it is asked again.'),
    'asks-again': Type.Optional(text('span', 'How long after a refusal nobody is asked again.')),
    given: Type.Optional(Type.Array(GivenText, items('How one says yes.', 16))),
    refusals: Type.Optional(Type.Array(RefusalText, items('Further ways to say no.', 16))),
    'opt-outs': Type.Optional(
      node(
        {
          vendors: ids('a vendor', 'Vendors with a page of their own for saying no.', {
            empty: true,
          }),
        },
        'The published list of pages where one can refuse each vendor.',
      ),
    ),
  },
  'How choices are made and kept.',
)

const LinkText = node(
  {
    topic: word(HELP_TOPICS, 'What the page helps with.'),
    name: text('name', 'Name of the browser or service.'),
    urls: inEach('url', 'The page in each language.'),
    owner: Type.Optional(text('name', 'Whose page it is.')),
    verified: Type.Optional(text('date', 'When somebody last opened it.')),
  },
  'A page elsewhere that helps the visitor.',
)

/** What a policy says of devices: all that is stored, for how long, and how one says no. */
export const DEVICE = {
  categories: Type.Array(CategoryText, items('Ranges of lifetimes.', CATEGORIES.length)),
  trackers: Type.Array(TrackerText, items('All that is stored on the device.', 512)),
  signals: Type.Optional(Type.Array(SignalText, items('Signals that are honoured.', 8))),
  consent: Type.Optional(ConsentText),
  links: Type.Optional(Type.Array(LinkText, items('Further help.', 64))),
}

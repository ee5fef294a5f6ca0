import { Type } from 'typebox'
import {
  CHANNELS,
  DATA_FORMS,
  INPUTS,
  MACHINE_DATA_KINDS,
  MESSAGE_BASES,
  MESSAGE_CLASSES,
} from '../../vocabulary-parties.ts'
import { PERSON_FIELDS } from '../../vocabulary-people.ts'
import { ids, items, node, some, text, word, words } from './atoms.ts'

const AudienceText = node(
  {
    id: text('id', 'Name of the group in this file.'),
    purpose: text('id', 'Id of the purpose.'),
    inputs: words(INPUTS, 'What it is made from.'),
    fields: Type.Optional(words(PERSON_FIELDS, 'What of it leaves; nothing when unsaid.')),
    partners: Type.Optional(
      Type.Array(text('id', 'Id of a partner site.'), some('Sites of partners it is made from.')),
    ),
    destination: Type.Optional(text('id', 'Id of the vendor it goes to.')),
    form: word(DATA_FORMS, 'How near to a person it is.'),
    'minimum-group': Type.Optional(text('count', 'Nothing smaller ever leaves: `50 people`.')),
    leaves: Type.Optional(
      node(
        {
          out: word(['objectors'], 'Who is never part of it.'),
          form: Type.Optional(
            word(DATA_FORMS, 'What the group is called while people are taken out.'),
          ),
        },
        'Who is left out.',
      ),
    ),
  },
  'A target group.',
)

const RecommendationText = node(
  {
    id: text('id', 'Name of the rule in this file.'),
    purpose: text('id', 'Id of the purpose.'),
    inputs: words(INPUTS, 'What recommendations are made from; nothing else.'),
    'at-least': Type.Optional(
      text('count', 'How many people something must interest before it counts: `5 people`.'),
    ),
    'shows-why': Type.Optional(
      Type.Boolean({ description: 'Whether each one says why it is shown.' }),
    ),
  },
  'What recommendations are made from.',
)

const SlotText = node(
  {
    id: text('id', 'Name of the slot in this file.'),
    site: Type.Optional(text('id', 'Id of the site; sites of others when unsaid.')),
    purpose: text('id', 'Id of the purpose.'),
    inputs: words(INPUTS, 'What it is chosen by, with consent.'),
    advertisers: ids('a vendor', 'Whose advertisements: `self`, or vendors by name.'),
    refused: word(['same-number-untargeted'], 'What one sees who said no.'),
  },
  'A place for an advertisement.',
)

const ConversionText = node(
  {
    id: text('id', 'Name of the report in this file.'),
    to: text('id', 'Id of the vendor.'),
    reports: word(['contracts-signed', 'purchases'], 'What is counted.'),
    form: word(DATA_FORMS, 'How near to a person it is.'),
    'minimum-group': text('count', 'Smaller counts are not told: `10 people`.'),
    every: text('span', 'How rarely it is sent.'),
  },
  'A report to somebody who sent visitors.',
)

const ChannelText = node(
  {
    channel: word(CHANNELS, 'How people are reached.'),
    basis: word(MESSAGE_BASES, 'On what that rests.', { many: true }),
  },
  'A channel of direct marketing, which one can forbid by itself.',
)

const MessageText = node(
  {
    id: text('id', 'Name of the rule in this file.'),
    class: word(MESSAGE_CLASSES, 'What the message is for.'),
    purpose: text('id', 'Id of the purpose.'),
    basis: word(MESSAGE_BASES, 'On what it rests.', { many: true }),
    'objection-stops': Type.Boolean({ description: 'Whether an objection stops it.' }),
  },
  'A kind of message.',
)

const MarketingText = node(
  {
    channels: Type.Array(ChannelText, some('Channels, one by one.')),
    messages: Type.Array(MessageText, some('Kinds of messages.')),
    'similar-products': Type.Optional(
      Type.Boolean({
        description: 'Whether own similar products are offered to buyers (§ 200(3)).',
      }),
    ),
  },
  'Direct marketing.',
)

const MachineText = node(
  {
    id: text('id', 'Name of the rule in this file.'),
    kinds: words(MACHINE_DATA_KINDS, 'What sort of data.'),
    holder: word(['self', 'manufacturer'], 'Who holds it.'),
    personal: word(['none', 'mixed'], 'Whether people can be seen in it.'),
    rhythm: word(['continuous', 'hourly', 'daily', 'on-service'], 'How often it comes.'),
    volume: word(['kilobytes-a-day', 'megabytes-a-day', 'gigabytes-a-day'], 'How much it is.'),
    kept: word(['on-machine', 'on-server', 'both'], 'Where it is.'),
    access: word(['free-and-machine-readable'], 'How its user gets it (Data Act Art. 4).'),
    contract: Type.Optional(text('document', 'Contract for use of data that is not personal.')),
    retention: text('id', 'Id of the rule under `retention`.'),
  },
  'Data that machines make.',
)

/** How people are reached, and what is made of their interests. */
export const REACHING = {
  audiences: Type.Optional(Type.Array(AudienceText, items('Target groups.', 32))),
  recommendations: Type.Optional(Type.Array(RecommendationText, items('Recommendations.', 16))),
  'ad-slots': Type.Optional(Type.Array(SlotText, items('Places for advertisements.', 32))),
  conversions: Type.Optional(Type.Array(ConversionText, items('Reports to others.', 16))),
  marketing: Type.Optional(MarketingText),
  machines: Type.Optional(Type.Array(MachineText, items('Data of machines.', 16))),
}

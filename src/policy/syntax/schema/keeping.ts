import { Type } from 'typebox'
import {
  ANCHORS,
  ASSURANCE,
  CLAIMS,
  CONTROL_CHECKS,
  CONTROLS,
  ENDINGS,
  FATES,
  FEES,
  OUTCOMES,
  PROOF_WHEN,
  REFUSAL_GROUNDS,
  REQUEST_CHANNELS,
  REQUEST_MEDIA,
  RIGHTS,
  STAFF_ROLES,
} from '../../vocabulary-keeping.ts'
import { ids, items, node, some, text, word, words } from './atoms.ts'

const RetentionText = node(
  {
    id: text('id', 'Name of the rule in this file.'),
    keep: text('span', 'How long: `25 months`.', {
      faulty: ['as-law-allows', 'as-winding-up-takes'],
    }),
    after: word(ANCHORS, 'From when it is counted.'),
    until: Type.Optional(words(ENDINGS, 'What ends it sooner.')),
    outcome: Type.Optional(word(OUTCOMES, 'Only for calls or offers that ended so.')),
    purposes: Type.Optional(ids('a purpose', 'Purposes whose consent or ground it follows.')),
    law: Type.Optional(text('act', 'The act that orders it: `1336/1997`.')),
    // A word of the language, never a function.
    // oxlint-disable-next-line unicorn/no-thenable
    then: word(FATES, 'What becomes of the data.'),
    external: Type.Optional(
      Type.Boolean({ description: 'Whether registers outside follow it by our instruction.' }),
    ),
  },
  'How long something is kept. What no rule keeps is not kept.',
)

const RequestText = node(
  {
    by: word(REQUEST_CHANNELS, 'How one asks.'),
    in: word(REQUEST_MEDIA, 'In which form.'),
    at: Type.Optional(text('email', 'The address, when it is a mailbox.')),
    tested: Type.Optional(
      word(['works'], 'What came of the last trial of this way.', { faulty: ['broken'] }),
    ),
  },
  'A way of asking.',
)

const RightText = node(
  {
    right: word(RIGHTS, 'Which right.'),
    within: Type.Optional(text('span', 'Answered at the latest after this; one month by law.')),
    fee: Type.Optional(word(FEES, 'When it costs.', { faulty: ['more-than-once-a-year'] })),
    proof: Type.Optional(word(PROOF_WHEN, 'When one must show who one is.')),
    assurance: Type.Optional(word(ASSURANCE, 'How sure that must be.')),
    refusals: Type.Optional(words(REFUSAL_GROUNDS, 'The only grounds of refusal.')),
    by: Type.Optional(Type.Array(RequestText, some('Ways of asking.', 16))),
    archive: Type.Optional(text('id', 'Id of the rule by which its papers are kept.')),
  },
  'A right, and how it is met.',
)

const RoleText = node(
  {
    role: word(STAFF_ROLES, 'Who.'),
    purposes: ids('a purpose', 'For what.'),
    data: Type.Optional(ids('a group under `data`', 'What of it they see.')),
  },
  'What some of the staff may see, for which purpose.',
)

const ControlText = node(
  {
    control: word(CONTROLS, 'What protects.'),
    check: word(CONTROL_CHECKS, 'Whether a machine looks, or a person signs.'),
    owner: word(STAFF_ROLES, 'Who answers for it.'),
    on: Type.Optional(text('date', 'Day it was signed.')),
    'review-by': text('date', 'Day by which it is looked at again.'),
  },
  'A measure of security.',
)

const ClaimText = node(
  { claim: word(CLAIMS, 'What the published text says.') },
  'A published sentence that may not be run.',
)

/** How long data is kept, how rights are met, and how all of it is protected. */
export const KEEPING = {
  retention: Type.Optional(Type.Array(RetentionText, items('How long things are kept.', 64))),
  rights: Type.Optional(Type.Array(RightText, items('Rights and how they are met.', 16))),
  staff: Type.Optional(Type.Array(RoleText, items('Who of the staff sees what.', 32))),
  security: Type.Optional(Type.Array(ControlText, items('What protects the data.', 64))),
  claims: Type.Optional(Type.Array(ClaimText, items('Sentences that may not be run.', 32))),
}

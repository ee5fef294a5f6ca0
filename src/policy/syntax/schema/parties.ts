import { Type } from 'typebox'
import {
  CONTRACT_CLAUSES,
  CONTRACT_ITEMS,
  DATA_FORMS,
  MECHANISMS,
  ONWARD_CASES,
  OWN_USES,
  PROCESSOR_SERVICES,
  RECIPIENT_CATEGORIES,
  ROLES,
  TRIGGERS,
} from '../../vocabulary-parties.ts'
import { ids, items, node, some, text, word, words } from './atoms.ts'

const ContractText = node(
  {
    id: text('document', 'Number of the contract.'),
    signed: text('date', 'Day it was signed.'),
    items: words(CONTRACT_ITEMS, 'Which of the eight items of Art. 28(3) it has.'),
    clauses: Type.Optional(words(CONTRACT_CLAUSES, 'What it forbids beyond them.')),
  },
  'The contract with a processor.',
)

const OwnUseText = node(
  { use: word(OWN_USES, 'What it does with the data.') },
  'A use for ends of its own.',
)

const OnwardText = node(
  { case: word(ONWARD_CASES, 'When it hands data on.') },
  'A case in which a vendor hands data on.',
)

const VendorText = node(
  {
    id: text('id', 'Name of the vendor in this file.'),
    name: text('name', 'Name of the product or service.'),
    company: text('name', 'The company behind it.'),
    country: text('country', 'Country of the company.'),
    hosts: Type.Array(text('host', 'A host name.'), some('Hosts it may be loaded from.')),
    privacy: text('url', 'Its own privacy page.'),
    'opt-out': Type.Optional(text('url', 'Page where one can refuse it everywhere.')),
    settings: Type.Optional(text('url', 'Page of its settings for privacy and advertising.')),
    through: Type.Optional(
      word(['browser', 'server'], 'Who contacts it: the browser, or only our server.'),
    ),
    catalogue: Type.Optional(text('id', 'Id of the entry in `vendors/` that describes it.')),
    role: Type.Optional(word(ROLES, 'What it is in law.')),
    contract: Type.Optional(ContractText),
    arrangement: Type.Optional(text('document', 'Arrangement of joint controllers (Art. 26).')),
    terms: Type.Optional(text('url', 'Its terms, where its own terms govern.')),
    receives: Type.Optional(
      node(
        {
          form: word(DATA_FORMS, 'How near to a person that is.'),
          ip: word(['never', 'truncated'], 'Whether it gets the IP address.', {
            faulty: ['whole'],
          }),
        },
        'What leaves to it.',
      ),
    ),
    'own-uses': Type.Optional(Type.Array(OwnUseText, some('Uses for ends of its own.', 16))),
    onward: Type.Optional(Type.Array(OnwardText, some('When it hands data on.', 8))),
    transfer: Type.Optional(
      text('id', 'Id of the transfer, where data leaves the EU and the EEA.'),
    ),
    social: Type.Optional(
      Type.Boolean({ description: 'Whether it is a social medium with a page of ours.' }),
    ),
  },
  'A third party behind a tracker, a page of ours, or a report.',
)

const RecipientText = node(
  {
    id: text('id', 'Name of the recipient in this file.'),
    category: word(RECIPIENT_CATEGORIES, 'What sort of recipient it is.', {
      faulty: ['partners', 'other-companies', 'third-parties'],
    }),
    role: word(ROLES, 'What it is in law.'),
    purposes: ids('a purpose', 'What for.'),
    data: Type.Optional(ids('a group under `data`', 'What it gets.')),
    when: words(TRIGGERS, 'What makes it happen.'),
    'reviewed-by': Type.Optional(text('date', 'Day by which the partner is looked at again.')),
  },
  'Somebody who receives data.',
)

const ProcessorText = node(
  {
    id: text('id', 'Name of the processor in this file.'),
    name: text('name', 'The company.'),
    service: word(PROCESSOR_SERVICES, 'What it does for the controller.'),
    country: text('country', 'Where it processes.'),
    contract: ContractText,
    security: Type.Optional(
      node(
        {
          seen: text('date', 'Day its security was last shown to us.'),
          'review-by': text('date', 'Day by which it is shown again.'),
        },
        'How its security is made sure of.',
      ),
    ),
    transfer: Type.Optional(
      text('id', 'Id of the transfer, where data leaves the EU and the EEA.'),
    ),
  },
  'Somebody who processes for the controller and by its instructions.',
)

const TransferText = node(
  {
    id: text('id', 'Name of the transfer in this file.'),
    to: Type.Array(text('country', 'A country.'), some('Countries the data goes to.')),
    mechanism: word(MECHANISMS, 'The ground of Art. 45-49.', {
      faulty: ['some-lawful-mechanism'],
      many: true,
    }),
    document: text('document', 'Number of the clauses, rules or decision.'),
    assessment: Type.Optional(text('document', 'Number of the transfer assessment.')),
    'review-by': text('date', 'Day by which it is looked at again.'),
    copy: Type.Optional(text('email', 'Where one gets a copy of the safeguards.')),
  },
  'A transfer outside the EU and the EEA.',
)

/** Everybody else who has to do with the data. */
export const PARTIES = {
  vendors: Type.Optional(Type.Array(VendorText, items('Third parties.', 128))),
  recipients: Type.Optional(Type.Array(RecipientText, items('Who receives data.', 64))),
  processors: Type.Optional(Type.Array(ProcessorText, items('Who processes for us.', 128))),
  transfers: Type.Optional(Type.Array(TransferText, items('Where data leaves the Union.', 64))),
}

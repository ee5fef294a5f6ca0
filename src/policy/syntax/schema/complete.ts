import { Type } from 'typebox'
import { ABSENCE_REASONS, ABSENT_ITEMS } from '../../vocabulary-complete.ts'
import { items, node, word } from './atoms.ts'

const AbsentText = node(
  {
    item: word(ABSENT_ITEMS, 'What the law asks for.'),
    because: word(ABSENCE_REASONS, 'Why it does not apply here.'),
  },
  'Something a notice has to tell, and why there is nothing to tell.',
)

/** What a policy says of that which it does not have. */
export const COMPLETE = {
  'not-applicable': Type.Optional(
    Type.Array(AbsentText, items('What the law asks for and this company does not have.', 16)),
  ),
}

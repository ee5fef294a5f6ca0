import { CONTRACT_ITEMS } from '../vocabulary-parties.ts'
import { lawOn, type Law } from '../law/index.ts'
import type { PolicyText } from '../syntax/schema/policy.ts'
import type { Path } from '../syntax/tree.ts'
import { checkContact } from './contact.ts'
import type { Draft } from './place.ts'

type Vendor = NonNullable<PolicyText['vendors']>[number]
type Processor = NonNullable<PolicyText['processors']>[number]
type Contract = Processor['contract']

/** Everybody who gets data has a role, a contract, and a ground where data leaves the Union. */
export function checkParties(draft: Draft, today: string | undefined): void {
  const law = lawOn(today ?? draft.text.policy['in-force-from'])
  for (const [index, vendor] of (draft.text.vendors ?? []).entries())
    checkVendor(draft, vendor, ['vendors', index], law)
  for (const [index, processor] of (draft.text.processors ?? []).entries()) {
    const path = ['processors', index]
    checkContract(draft, processor.contract, path)
    checkTransferNamed(draft, processor, path, law)
    checkDue(draft, processor.security?.['review-by'], [...path, 'security', 'review-by'], law)
  }
  checkTransfers(draft, law)
  checkContact(draft)
  checkOptOuts(draft)
  checkPartners(draft, law)
}

function checkVendor(draft: Draft, vendor: Vendor, path: Path, law: Law): void {
  if (vendor.role === 'processor' && !vendor.contract) {
    const message = `\`${vendor.id}\` processes for the company, but no contract is named`
    const help = 'add `contract:` with the eight items of Art. 28(3)'
    draft.wrong('L0801', [...path, 'role'], message, help)
  }
  if (vendor.contract && vendor.role === 'processor') checkContract(draft, vendor.contract, path)
  if (vendor.role === 'joint-controller' && !vendor.arrangement) {
    const message = `\`${vendor.id}\` decides together with the company, but no arrangement is named`
    draft.wrong('L0802', [...path, 'role'], message, 'add `arrangement:` (Art. 26)')
  }
  checkOwnUses(draft, vendor, path)
  checkTransferNamed(draft, vendor, path, law)
  if (vendor.social === true) checkSocial(draft, vendor, path)
}

/** A page in a social medium: its terms govern, its settings are told, and the roles are settled. */
function checkSocial(draft: Draft, vendor: Vendor, path: Path): void {
  const missing = [
    ...(vendor.terms === undefined ? ['terms'] : []),
    ...(vendor.settings === undefined ? ['settings'] : []),
    ...(vendor.role === undefined ? ['role'] : []),
  ]
  if (missing.length === 0) return
  const named = missing.map(key => `\`${key}\``).join(', ')
  const message = `\`${vendor.id}\` is a social medium, but ${named} is not told`
  draft.wrong('L0803', [...path, 'id'], message, `add ${named}`)
}

function checkOwnUses(draft: Draft, vendor: Vendor, path: Path): void {
  if (!vendor['own-uses'] || vendor.role === 'controller' || vendor.role === 'joint-controller')
    return
  const message = `\`${vendor.id}\` uses the data for ends of its own, so it is no processor`
  const help = 'write `role: controller` or `role: joint-controller`, or take `own-uses` away'
  draft.wrong('L0804', [...path, 'own-uses'], message, help)
}

function checkContract(draft: Draft, contract: Contract, path: Path): void {
  const missing = CONTRACT_ITEMS.filter(item => !contract.items.includes(item))
  if (missing.length === 0) return
  const named = missing.map(item => `\`${item}\``).join(', ')
  const message = `the contract \`${contract.id}\` lacks ${named}`
  const help = 'a processor works only by a contract with all eight items of Art. 28(3)'
  draft.wrong('L0805', [...path, 'contract', 'items'], message, help)
}

function checkTransferNamed(
  draft: Draft,
  { id, country, transfer }: Pick<Vendor | Processor, 'id' | 'country' | 'transfer'>,
  path: Path,
  law: Law,
): void {
  if (law.isInEea(country)) return
  const named = draft.text.transfers?.find(held => held.id === transfer)
  if (transfer !== undefined && (!named || named.to.includes(country))) return
  const ground = named ? `and \`${named.id}\` does not go there` : 'on no ground'
  const message = `data of \`${id}\` goes to ${country}, outside the EU and the EEA, ${ground}`
  const help = named
    ? `add ${country} to \`${named.id}\`, or name another transfer`
    : 'declare it under `transfers` and name it here as `transfer:`'
  draft.wrong('L0806', [...path, 'country'], message, help)
}

function checkTransfers(draft: Draft, law: Law): void {
  const { transfers = [], vendors = [], processors = [] } = draft.text
  for (const [index, transfer] of transfers.entries()) {
    const path = ['transfers', index]
    checkDue(draft, transfer['review-by'], [...path, 'review-by'], law)
    if (transfer.mechanism === 'adequacy') {
      for (const country of transfer.to.filter(to => !law.adequacy(to))) {
        const message = `no decision says that ${country} protects personal data well enough`
        const help = 'name another mechanism, such as `standard-contractual-clauses`'
        draft.wrong('L0807', [...path, 'mechanism'], message, help)
      }
    } else if (transfer.assessment === undefined) {
      const message = `nobody has assessed the transfer \`${transfer.id}\``
      draft.wrong('L0808', [...path, 'mechanism'], message, 'add `assessment:` with its number')
    }
    if ([...vendors, ...processors].some(held => held.transfer === transfer.id)) continue
    const message = `nobody uses the transfer \`${transfer.id}\``
    draft.wrong('L0809', [...path, 'id'], message, 'name it at a vendor or processor, or remove it')
  }
}

/** The published list of opt-out pages is the list of the vendors that have one. */
function checkOptOuts(draft: Draft): void {
  const { vendors = [], consent } = draft.text
  const listed = consent?.['opt-outs']?.vendors
  if (!listed) return
  for (const [at, id] of listed.entries()) {
    const vendor = vendors.find(held => held.id === id)
    if (!vendor || vendor['opt-out'] !== undefined || vendor.settings !== undefined) continue
    const message = `\`${id}\` is listed for opting out, but has no page for it`
    const help = `add \`opt-out:\` to \`${id}\`, or take it off the list`
    draft.wrong('L0810', ['consent', 'opt-outs', 'vendors', at], message, help)
  }
  const left = vendors.filter(
    ({ id, 'opt-out': page }) => page !== undefined && !listed.includes(id),
  )
  if (left.length === 0) return
  const named = left.map(({ id }) => `\`${id}\``).join(', ')
  const message = `${named} can be refused on a page that the list leaves out`
  draft.wrong('L0810', ['consent', 'opt-outs', 'vendors'], message, `add ${named}`)
}

function checkPartners(draft: Draft, law: Law): void {
  for (const [index, recipient] of (draft.text.recipients ?? []).entries())
    checkDue(draft, recipient['reviewed-by'], ['recipients', index, 'reviewed-by'], law)
}

/** A review whose day has passed: until it is done, the part it is about stands still. */
export function checkDue(draft: Draft, due: string | undefined, path: Path, law: Law): void {
  if (due === undefined || due >= law.on) return
  const message = `this was to be looked at again on ${due}`
  draft.wrong('L0811', path, message, 'look at it again, then write the next date')
}

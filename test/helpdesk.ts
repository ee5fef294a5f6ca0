/** The shop's policy with one purpose more, which needs no consent: people must be told of it first. */
export function withHelpdesk(text: string): string {
  const found = /\n {2}- id: functional\n(?: {4}.*\n)* {4}category: functional\n(?: {4}.*\n)*/
  const [block = ''] = found.exec(text) ?? []
  if (block === '') throw new Error('the shop’s policy has no purpose `functional` any more')
  return text.replace(block, () => block + block.replace('id: functional', 'id: helpdesk'))
}

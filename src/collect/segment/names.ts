/** What is called for; the long and the short path, and `type` in a batch. */
export const KINDS = ['identify', 'track', 'page', 'screen', 'group', 'alias'] as const
export type Kind = (typeof KINDS)[number]

const NAME_MAX = 64

/** Names of Segment's and RudderStack's e-commerce and lifecycle specifications, old and new. */
const KNOWN = new Map<string, string>([
  ['Product Viewed', 'product_view'],
  ['Viewed Product', 'product_view'],
  ['Product List Viewed', 'list_view'],
  ['Product List Filtered', 'list_view'],
  ['Viewed Product Category', 'list_view'],
  ['Products Searched', 'search'],
  ['Product Searched', 'search'],
  ['Searched Products', 'search'],
  ['Product Added', 'cart_add'],
  ['Product Added to Cart', 'cart_add'],
  ['Added Product', 'cart_add'],
  ['Product Removed', 'cart_remove'],
  ['Product Removed from Cart', 'cart_remove'],
  ['Removed Product', 'cart_remove'],
  ['Checkout Started', 'checkout_start'],
  ['Started Checkout', 'checkout_start'],
  ['Order Completed', 'purchase'],
  ['Completed Order', 'purchase'],
  ['Order Refunded', 'refund'],
  ['Refunded Order', 'refund'],
  ['Application Opened', 'app_open'],
  ['Application Installed', 'app_install'],
  ['Application Updated', 'app_update'],
])
const SPELLINGS = new Map([...KNOWN].map(([name, event]) => [spelling(name), event]))

/** Our name of what was tracked; any other name as it is, for the policy to refuse. */
export function eventNamed(name: string): string {
  if (name.length > NAME_MAX) return name.slice(0, NAME_MAX)
  return KNOWN.get(name) ?? SPELLINGS.get(spelling(name)) ?? name
}

/** `product_viewed` and `PRODUCT  viewed` are one name. */
function spelling(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
}

/** The kind of a call, or nothing when it is none of ours. */
export function kindOf(type: unknown): Kind | undefined {
  return KINDS.find(kind => kind === type)
}

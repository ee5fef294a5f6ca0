import { createRequire } from 'node:module'
import { connect } from './connect/segment-react-native.ts'
import { APP_KEY } from './shop.ts'
import { ADDED, orderOf, PRODUCT, SEARCH, TRAITS, USER, type Visit } from './visit.ts'

// The copy that the SDK itself requires.
const phone: { written: Map<string, string> } = createRequire(import.meta.url)(
  '@react-native-async-storage/async-storage',
)

/** Segment's SDK for React Native on a phone that has never had the app, in Node. */
export async function segmentReactNative(lupaus: string, visit: Visit): Promise<void> {
  phone.written.clear()
  const client = connect(lupaus, APP_KEY, () => visit.receipt)
  await new Promise<void>(resolve => void client.isReady.onChange(ready => ready && resolve()))
  await client.screen('Lelut')
  await client.track('Product Viewed', PRODUCT)
  await client.track('Product Added', ADDED)
  await client.track('Products Searched', SEARCH)
  await client.track('Order Completed', orderOf(visit.order))
  await client.identify(USER, TRAITS)
  await client.flush()
  client.cleanup()
}

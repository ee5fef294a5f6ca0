import {
  createClient,
  Plugin,
  PluginType,
  type SegmentEvent,
} from '@segment/analytics-react-native'

/** Says with every event what the user of the app chose. */
class Choice extends Plugin {
  override readonly type = PluginType.before
  readonly #receipt: () => string | undefined

  constructor(receipt: () => string | undefined) {
    super()
    this.#receipt = receipt
  }

  override execute(event: SegmentEvent): SegmentEvent {
    const context = { ...event.context, lupaus: { receipt: this.#receipt() } }
    return { ...event, context }
  }
}

/**
 * Events of an app, sent to Lupaus instead of Segment. Make it when the user has agreed: it writes
 * an id to the phone at once. `receipt` tells what `POST /v1/choices` answered last.
 */
export function connect(lupaus: string, key: string, receipt: () => string | undefined) {
  const client = createClient({
    writeKey: key,
    proxy: `${lupaus}/v1`,
    cdnProxy: `${lupaus}/v1`,
    useSegmentEndpoints: true,
    allowInsecureProxy: lupaus.startsWith('http:'),
    debug: false,
  })
  client.add({ plugin: new Choice(receipt) })
  return client
}

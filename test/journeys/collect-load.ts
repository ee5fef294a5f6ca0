import { Agent, request } from 'node:http'
import { AGENT } from '../world.ts'
import type { Product } from './collect-process.ts'

const SENDERS = 8
const EVENTS_MAX = 4

type Sending = {
  readonly paths: readonly string[]
  readonly options: object
  readonly body: string
}

/** Everything that was sent to a product that may die at any moment, and what it answered. */
export type Account = {
  /** Paths that were acknowledged: each must be stored once. */
  readonly acknowledged: ReadonlySet<string>
  /** Paths sent without an id and not answered: each may be stored, but never twice. */
  readonly unanswered: ReadonlySet<string>
}

/** Sends mixed batches, with ids and without, and pixels, over several connections. */
export class Senders {
  readonly #receipt: string
  readonly #acknowledged = new Set<string>()
  readonly #unanswered = new Set<string>()
  readonly #retries: Sending[] = []
  #made = 0
  #life = 0

  constructor(receipt: string) {
    this.#receipt = receipt
  }

  get account(): Account {
    return { acknowledged: this.#acknowledged, unanswered: this.#unanswered }
  }

  /** Sends until the product is gone; first again what had an id and got no answer. Answers how its paths begin. */
  async sendTo(product: Product): Promise<string> {
    this.#life += 1
    const agent = new Agent({ keepAlive: true, maxSockets: SENDERS })
    const life = { over: false }
    void product.gone.then(() => (life.over = true))
    const sender = async () => {
      while (!life.over) await this.#send(product.url, agent, this.#next())
    }
    await Promise.all(Array.from({ length: SENDERS }, sender))
    agent.destroy()
    return `/k/${this.#life}/`
  }

  /** Sends again what got no answer, until everything with an id is acknowledged. */
  async settle(product: Product): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: SENDERS })
    for (let again = this.#retries.shift(); again; again = this.#retries.shift()) {
      await this.#send(product.url, agent, again)
    }
    agent.destroy()
  }

  #next(): Sending {
    const receipt = this.#receipt
    const again = this.#retries.shift()
    if (again) return again
    const serial = this.#made++
    const begin = `/k/${this.#life}/${serial}`
    if (serial % 5 === 0) return pixel(receipt, `${begin}-pixel`)
    const paths = Array.from({ length: 1 + (serial % EVENTS_MAX) }, (_, i) => `${begin}-${i}`)
    const withIds = serial % 3 !== 0
    const events = paths.map((path, i) => ({
      ...(withIds ? { id: `${serial}x${i}`.padStart(22, '0') } : {}),
      name: 'page_view',
      agoMs: 0,
      fields: { path },
    }))
    const options = { method: 'POST', path: '/v1/events', headers: HEADERS }
    return { paths, options, body: JSON.stringify({ receipt, events }) }
  }

  async #send(url: string, agent: Agent, sending: Sending): Promise<void> {
    const status = await answer(url, agent, sending)
    const hasIds = sending.body.includes('"id"')
    for (const path of sending.paths) {
      if (status === 204 || status === 200) this.#acknowledged.add(path)
      else if (!hasIds) this.#unanswered.add(path)
    }
    if (status === undefined && hasIds) this.#retries.push(sending)
  }
}

const HEADERS = { 'content-type': 'application/json', 'user-agent': AGENT }

function pixel(receipt: string, path: string): Sending {
  const headers = { ...HEADERS, cookie: `lupaus_choice=${receipt}` }
  return {
    paths: [path],
    options: { method: 'GET', path: `/v1/pixel?path=${path}`, headers },
    body: '',
  }
}

/** The status of the answer; undefined when the connection ended without one. */
function answer(
  url: string,
  agent: Agent,
  { options, body }: Sending,
): Promise<number | undefined> {
  return new Promise(resolve => {
    const asked = request(url, { ...options, agent }, reply => {
      reply.resume()
      reply.on('close', () => resolve(reply.complete ? reply.statusCode : undefined))
    })
    asked.on('error', () => resolve(undefined))
    asked.end(body)
  })
}

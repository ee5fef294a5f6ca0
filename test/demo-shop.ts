import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { demoShop, type ShopWorld } from '../demo/shop.ts'
import { type Moment, moment, momentOf } from '../src/base/time.ts'
import { openHttp } from '../src/platform/http.ts'
import { systemChance } from '../src/platform/chance.ts'
import { type Policy, readPolicy } from '../src/policy/index.ts'

/** The children's shop's policy as it is published, with changes made to its text. */
export function shopPolicy(change: (text: string) => string = text => text): Policy {
  const text = change(readFileSync('policies/childrens-shop.yaml', 'utf8'))
  const { policy, diagnostics } = readPolicy(text, 'childrens-shop.yaml')
  if (!policy) throw new Error(JSON.stringify(diagnostics))
  return policy
}

/** The shop on a port of its own, with a clock that the test turns. Its tag is empty unless one is given. */
export async function openShop(
  given: Partial<ShopWorld> & {
    readonly start?: Moment
    readonly tag?: (policy: Policy) => string
    /** Its part that measures. */
    readonly measure?: string
  } = {},
) {
  const time = { now: given.start ?? moment('2026-11-23T12:00:00Z') }
  const policy = shopPolicy()
  const http = await openHttp({ trustProxy: false })
  demoShop({
    policy: () => policy,
    clock: { now: () => time.now },
    chance: systemChance,
    ...given,
  })(http)
  http.get('/lupaus.js', (_, reply) =>
    reply.type('text/javascript').send(given.tag?.(policy) ?? ''),
  )
  http.get('/lupaus-measure.js', (_, reply) =>
    reply.type('text/javascript').send(given.measure ?? ''),
  )
  await http.listen({ port: 0, host: '127.0.0.1' })
  const { port } = http.server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    port,
    policy,
    /** Turns the clock forwards. */
    wait: (seconds: number) => void (time.now = momentOf(time.now + seconds * 1000)),
    get: (path: string, cookie = '', headers = {}) =>
      fetch(origin + path, { redirect: 'manual', headers: { cookie, ...headers } }),
    post: (path: string, fields: Record<string, string>, cookie = '') =>
      fetch(origin + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie },
        body: new URLSearchParams(fields),
      }),
    [Symbol.asyncDispose]: () => http.close(),
  }
}

/** The cookies an answer sets: name to value and Max-Age; no Max-Age is a session cookie. */
export function cookiesOf(answer: Response) {
  return Object.fromEntries(
    answer.headers.getSetCookie().map(text => {
      const [pair = '', ...attributes] = text.split('; ')
      const [name = '', value = ''] = pair.split('=')
      const age = attributes.find(each => each.startsWith('Max-Age='))?.slice(8)
      const isGone = attributes.some(each => each.startsWith('Expires=Thu, 01 Jan 1970'))
      return [name, { value, maxAge: age === undefined ? undefined : Number(age), isGone }]
    }),
  )
}

import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { openAudit, type Probe } from '../src/audit/index.ts'
import type { Span } from '../src/base/time.ts'
import { type Consent, openConsent } from '../src/consent/index.ts'
import type { ChoiceRequest } from '../src/consent/wire.ts'
import { type Gate, openGate } from '../src/gate/index.ts'
import { type Http, openHttp } from '../src/platform/http.ts'
import type { OpenLink } from '../src/platform/link.ts'
import type { Platform } from '../src/platform/index.ts'
import { bannerWords, type Policy, readPolicy } from '../src/policy/index.ts'
import { scratch } from './scratch/index.ts'

const SHOP_POLICY = readFileSync('policies/childrens-shop.yaml', 'utf8')

/** The gate over real stores and real HTTP, with consent and nothing else of a Lupaus. */
export type GateWorld = AsyncDisposable & {
  readonly url: string
  readonly gate: Gate
  readonly consent: Consent
  readonly http: Http
  readonly platform: Platform
  readonly policy: () => Policy
  /** Turns the clock. */
  turn(span: Span): void
  usePolicy(text: string): void
  /** Makes a choice; answers the receipt. */
  choose(granted: readonly string[], more?: Partial<ChoiceRequest>): Promise<string>
  sees(promise: string): ReturnType<Probe['run']>
}

export type GateWorldSettings = {
  readonly policy?: string
  readonly openLink?: OpenLink
  /** More routes, before it listens. */
  readonly site?: (http: Http, parts: Pick<GateWorld, 'consent' | 'policy' | 'gate'>) => void
}

/** Boots one on the day of the shop's policy. */
export async function gateWorld(settings: GateWorldSettings = {}): Promise<GateWorld> {
  const inForce = { policy: read(settings.policy ?? SHOP_POLICY) }
  const policy = () => inForce.policy
  const store = await scratch('2026-11-22T10:00:00Z')
  for (const slice of ['audit', 'consent', 'gate']) await store.migrate(slice)
  const { platform } = store
  const audit = openAudit(platform.db, platform.clock)
  const policyOf = async () => undefined
  const consent = await openConsent({ platform, audit, policy, policyOf, forget: async () => 0 })
  const http = await openHttp({ trustProxy: false })
  const address = { url: '' }
  const { openLink } = settings
  const gate = openGate({ platform, policy, consent, http, openLink, origin: () => address.url })
  gate.routes(http)
  settings.site?.(http, { consent, policy, gate })
  await http.listen({ host: '127.0.0.1', port: 0 })
  address.url = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`
  return {
    ...{ url: address.url, gate, consent, http, platform, policy },
    turn: span => store.pass(span),
    usePolicy: text => void (inForce.policy = read(text)),
    choose: async (granted, more = {}) => {
      const words = bannerWords(policy(), 'fi').first.sha256
      const asked: ChoiceRequest = {
        ...{ lang: 'fi', words, granted: [...granted], via: 'banner', signals: [] },
        ...more,
      }
      const made = await consent.choose(asked)
      if ('refused' in made) throw new Error(JSON.stringify(made))
      return made.receipt
    },
    sees: async promise => {
      const probe = gate.probes.find(one => one.promise === promise)
      if (!probe) throw new Error(`no probe looks at ${promise}`)
      return probe.run()
    },
    async [Symbol.asyncDispose]() {
      await http.close()
      await gate.close()
      await consent.settled()
      await store[Symbol.asyncDispose]()
    },
  }
}

/** A policy text, read; throws with what is wrong. */
function read(text: string): Policy {
  const { policy, diagnostics } = readPolicy(text, 'policy.yaml')
  if (!policy) throw new Error(diagnostics.map(({ message }) => message).join('; '))
  return policy
}

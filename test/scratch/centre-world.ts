import { readFileSync } from 'node:fs'
import { openAudit } from '../../src/audit/index.ts'
import type { Span } from '../../src/base/time.ts'
import { type Centre, openCentre } from '../../src/centre/index.ts'
import { openCollect } from '../../src/collect/index.ts'
import { type Consent, openConsent } from '../../src/consent/index.ts'
import { openHttp } from '../../src/platform/http.ts'
import { type Policy, readPolicy } from '../../src/policy/index.ts'
import { openVersions } from '../../src/versions/index.ts'
import { type Scratch, scratch } from './index.ts'

export const SHOP_POLICY = 'policies/childrens-shop.yaml'

/** The public pages over real databases and real HTTP on loopback, with a clock to turn. */
export type CentreWorld = AsyncDisposable & {
  readonly origin: string
  readonly centre: Centre
  readonly consent: Consent
  readonly platform: Scratch['platform']
  readonly audit: ReturnType<typeof openAudit>
  readonly policy: () => Policy
  usePolicy(source: string): Promise<void>
  pass(span: Span): void
}

export async function centreWorld(today = '2026-11-22T10:00:00Z'): Promise<CentreWorld> {
  const base = await scratch(today)
  for (const slice of ['audit', 'versions', 'consent', 'collect']) await base.migrate(slice)
  const { platform } = base
  const audit = openAudit(platform.db, platform.clock)
  const versions = openVersions(platform.db, platform.clock, audit)
  const http = await openHttp({ trustProxy: false })
  const now: { policy?: Policy; origin: string } = { origin: 'http://127.0.0.1' }
  const policy = () => now.policy as Policy
  const late: { collect?: Awaited<ReturnType<typeof openCollect>> } = {}
  const consent = await openConsent({
    platform,
    audit,
    policy,
    forget: async ({ visitors, groups }) => (await late.collect?.forget(visitors, groups)) ?? 0,
  })
  const collect = await openCollect({
    platform,
    policy,
    factsOf: (...seen) => consent.factsOf(...seen),
  })
  late.collect = collect
  const usePolicy = async (source: string) => {
    const read = readPolicy(source, SHOP_POLICY)
    if (!read.policy) throw new Error(JSON.stringify(read.diagnostics))
    await consent.keepWords(read.policy)
    await versions.putInForce(read.policy, source)
    now.policy = read.policy
  }
  await usePolicy(readFileSync(SHOP_POLICY, 'utf8'))
  const centre = openCentre({
    clock: platform.clock,
    log: platform.log,
    origin: () => now.origin,
    policy,
    consent: { ...consent, formKey: platform.keys.derive('centre.form') },
    knownAbout: visitors => collect.knownAbout(visitors),
    versions,
    sightings: () => audit.sightings(),
    http,
  })
  collect.routes(http)
  centre.routes(http)
  now.origin = await http.listen({ port: 0, host: '127.0.0.1' })
  return {
    get origin() {
      return now.origin
    },
    centre,
    consent,
    platform,
    audit,
    policy,
    usePolicy,
    pass: span => base.pass(span),
    async [Symbol.asyncDispose]() {
      await http.close()
      await consent.settled()
      await collect.close()
      await base[Symbol.asyncDispose]()
    },
  }
}

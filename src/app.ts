import { type Analytics, openAnalytics } from './analytics/index.ts'
import { type Audit, openAudit, type Probe, type Proof, prove } from './audit/index.ts'
import { type Centre, keptNotice, openCentre } from './centre/index.ts'
import { type Collect, openCollect } from './collect/index.ts'
import {
  type Consent,
  consentRoutes,
  openConsent,
  signalsOf,
  type TagParts,
} from './consent/index.ts'
import { CHOICE_COOKIE } from './consent/wire.ts'
import { assert } from './base/assert.ts'
import { Fault } from './base/fault.ts'
import { type Gate, openGate } from './gate/index.ts'
import { type Role, ROLES } from './platform/config.ts'
import { type Http, type HttpSettings, openHttp, type Routes } from './platform/http.ts'
import type { Platform } from './platform/index.ts'
import type { OpenLink } from './platform/link.ts'
import type { Facts, Policy } from './policy/index.ts'
import { consoleRoutes, openStaff, type Staff } from './staff/index.ts'
import {
  type Begun,
  openVersions,
  type Publication,
  type PublishAsk,
  type Versions,
} from './versions/index.ts'
import { openVendors, type Vendors } from './vendors/index.ts'
import { answerErrors } from './errors.ts'
import { healthRoutes } from './health.ts'
import { metricsRoutes } from './metrics.ts'

/** What a running Lupaus is made of. */
export type Lupaus = {
  readonly http: Http
  readonly audit: Audit
  readonly consent: Consent
  readonly collect: Collect
  readonly gate: Gate
  readonly vendors: Vendors
  readonly staff: Staff
  readonly versions: Versions
  readonly platform: Platform
  /** The policy in force at this very moment; a `Fault` while it is not known which one that is. */
  readonly policy: () => Policy
  /** Publishes a policy through the gates, and answers what became of it. */
  publish(source: string, ask: PublishAsk): Promise<Publication>
  /** What became of the policy file of this start. */
  readonly begun: Begun
  /** Runs every probe against this live system and writes the evidence. */
  prove(): Promise<readonly Proof[]>
  /** What is known of the choice of the visitor behind a request. */
  factsOf(request: Visit): Facts
  /** Stops taking requests, lets those under way end, and flushes what was acknowledged. */
  close(): Promise<void>
}

/** What of a request tells whose visit it is. */
export type Visit = {
  readonly headers: { readonly [name: string]: string | string[] | undefined }
  readonly cookies: { readonly [name: string]: string | undefined }
}

export type AppSettings = HttpSettings & {
  readonly platform: Platform
  /** Public origin, `https://shop.example`; asked anew each time, for the port may come late. */
  readonly origin: () => string
  /**
   * The policy file: its text, and its name for messages. A text never seen before is published; in
   * any case the version in force is what the database says, not this file.
   */
  readonly policy: { readonly source: string; readonly file: string }
  readonly tag: string
  /** The built scripts beside it; those that only pages with them need are not served when absent. */
  readonly tagParts?: TagParts
  /** The built script that hands choices over between own sites; not served when absent. */
  readonly handOver?: string
  readonly consoleFolder: string
  /** Most batches of events that one address may send in a minute. */
  readonly batchesPerMinute?: number
  /** Bytes in the spool beyond which nothing is acknowledged. */
  readonly spoolBytesMax?: number
  /** What this process does; all of it when absent. */
  readonly roles?: readonly Role[]
  /** Settings `LUPAUS_VENDOR_…` of vendors' interfaces; nobody is told of anything when absent. */
  readonly vendors?: Readonly<Record<string, string>>
  /** Who shows it may read `/metrics` from anywhere; only this machine may when absent. */
  readonly metricsToken?: string
  /** Names of trackers that are declared but were not seen for long; nobody watches when absent. */
  readonly neverSeen?: () => Promise<readonly string[]>
  /** How links of the policy are opened; they are not checked when absent. */
  readonly openLink?: OpenLink
  /** Routes of a site that is served by the same process, such as the demo shop. */
  readonly site?: (lupaus: Omit<Lupaus, 'http'>) => Routes
}

/** Puts the slices together over one platform. A `Fault` when the policy has errors. */
export async function openLupaus(settings: AppSettings): Promise<Lupaus> {
  const { platform } = settings
  const audit = openAudit(platform.db, platform.clock)
  const late: { consent?: Consent } = {}
  const versions = openVersions({
    ...{ platform, audit, render: keptNotice },
    ...(settings.neverSeen ? { neverSeen: settings.neverSeen } : {}),
    keepWords: policy => {
      assert(late.consent, 'consent is open before a policy is published')
      return late.consent.keepWords(policy)
    },
  })
  const { policy, publish } = versions
  const http = await openHttp(settings)
  const { consent, collect } = await openCollecting(settings, audit, versions, http)
  late.consent = consent
  const begun = await versions.begin(settings.policy.source, settings.policy.file)
  assertInForce(versions, settings.policy.file, begun)
  versions.follow()
  const roles = settings.roles ?? ROLES
  if (roles.some(role => role !== 'collector')) await consent.finishForgetting()
  consent.follow()

  const staff = await openStaff({ platform, audit })
  const analytics = openAnalytics({ platform, policy, audit, staff })
  const centre = openCentreOver(settings, { http, audit, consent, collect, versions, policy })
  const { origin, openLink } = settings
  const gate = openGate({ platform, policy, consent, origin, http, openLink })
  const vendors = openVendors({ platform, policy, audit, settings: settings.vendors ?? {} })
  const slices = [consent, collect, gate, vendors, centre, versions]
  const probes = slices.flatMap(one => one.probes)
  const lupaus: Lupaus = {
    ...{ http, audit, consent, collect, gate, vendors, staff, versions, platform },
    ...{ policy, publish, begun },
    prove: oneAtATime(async () => {
      if (!roles.includes('worker')) throw noWorker()
      return prove(promised(policy(), probes), audit, platform.log)
    }),
    factsOf: ({ cookies, headers }) => consent.factsOf(cookies[CHOICE_COOKIE], signalsOf(headers)),
    close: async () => {
      await http.close()
      await gate.close()
      await consent.settled()
      await collect.close()
      await consent.close()
      await versions.close()
    },
  }
  await serve(settings, lupaus, { centre, analytics })
  return lupaus
}

async function openCollecting(
  { platform, tag, batchesPerMinute, spoolBytesMax }: AppSettings,
  audit: Audit,
  { policy, ...versions }: Versions,
  http: Http,
): Promise<{ consent: Consent; collect: Collect }> {
  const late: { collect?: Collect } = {}
  const consent = await openConsent({
    ...{ platform, audit, policy, tag },
    policyOf: version => versions.policyOf(version),
    forget: async ({ visitors, groups, vendors }) => {
      assert(late.collect, 'collect is open before anyone can withdraw')
      await late.collect.withhold(visitors, vendors)
      return late.collect.forget(visitors, groups)
    },
  })
  late.collect = await openCollect({
    ...{ platform, audit, policy, http },
    factsOf: asked => consent.factsFor(asked),
    spoolBytesMax,
    ...(batchesPerMinute === undefined ? {} : { requestsPerMinute: batchesPerMinute }),
  })
  return { consent, collect: late.collect }
}

type CentreOver = Pick<Lupaus, 'http' | 'audit' | 'consent' | 'collect' | 'versions' | 'policy'>

function openCentreOver(settings: AppSettings, lupaus: CentreOver): Centre {
  const { platform } = settings
  return openCentre({
    ...{ clock: platform.clock, log: platform.log },
    ...{ origin: settings.origin, policy: lupaus.policy },
    consent: { ...lupaus.consent, formKey: platform.keys.derive('centre.form') },
    versionsUsed: async () => [
      ...(await lupaus.consent.versionsUsed()),
      ...(await lupaus.collect.versionsUsed()),
    ],
    knownAbout: visitors => lupaus.collect.knownAbout(visitors),
    copyOf: visitors => lupaus.collect.copyOf(visitors),
    certify: async details => {
      const certificate = platform.chance.uuid()
      const act = { act: 'visitor.erased', by: 'centre', details: { certificate, ...details } }
      return { certificate, entry: (await lupaus.audit.append(act)).seq }
    },
    versions: lupaus.versions,
    sightings: () => lupaus.audit.sightings(),
    http: lupaus.http,
  })
}

/**
 * Registers what the roles of this process answer. A worker has all of it, for its probes send real
 * requests through these routes; nobody else needs to reach it.
 */
async function serve(
  settings: AppSettings,
  lupaus: Lupaus,
  more: { readonly centre: Centre; readonly analytics: Analytics },
): Promise<void> {
  const { http, platform, policy, collect, gate } = lupaus
  const roles = settings.roles ?? ROLES
  const does = (role: Role) => roles.includes(role) || roles.includes('worker')
  answerErrors(http, platform.log, more.centre.notFound)
  metricsRoutes({ collect, gate, policy, token: settings.metricsToken })(http)
  healthRoutes(platform, collect, roles)(http)
  if (does('collector')) collect.routes(http)
  if (does('api')) pages(settings, lupaus, more)
  await http.ready()
}

/** What people see, and where their choices go. */
function pages(
  settings: AppSettings,
  lupaus: Lupaus,
  more: { readonly centre: Centre; readonly analytics: Analytics },
): void {
  const { http, platform, consent, policy } = lupaus
  const salt = platform.chance.bytes(32)
  const { tag, tagParts: parts, handOver } = settings
  const scripts = {
    tag,
    ...(parts ? { parts } : {}),
    ...(handOver === undefined ? {} : { handOver }),
  }
  consentRoutes({ consent, policy, salt, ...scripts })(http)
  lupaus.gate.routes(http)
  lupaus.staff.routes(http)
  more.analytics.routes(http)
  consoleRoutes(settings.consoleFolder, platform.chance)(http)
  more.centre.routes(http)
  settings.site?.(lupaus)(http)
}

function noWorker(): Fault {
  const help = 'run it beside a Lupaus whose `LUPAUS_ROLES` include `worker`'
  return new Fault('config.invalid', 'this process is no worker, so it proves nothing', help)
}

/** The probes of what the policy promises: of other promises there is nothing to show. */
function promised(policy: Policy, probes: readonly Probe[]): readonly Probe[] {
  const made = new Set(policy.promises.map(({ slug }) => slug))
  return probes.filter(({ promise }) => made.has(promise))
}

/** Fails the start when no policy is in force, and says by which gate. */
function assertInForce(versions: Versions, file: string, begun: Begun): void {
  try {
    versions.policy()
  } catch (error) {
    if (begun.outcome !== 'refused') throw error
    const { gates, diagnostics } = begun.publication
    const errors = diagnostics.filter(one => one.severity === 'error').length
    if (errors > 0) {
      const help = '`lupaus check` shows each of them with its place'
      throw new Fault('policy.invalid', `the policy \`${file}\` has ${errors} errors`, help)
    }
    const closed = gates.find(({ passed }) => !passed)
    const why = closed?.reason ?? 'no gate says why'
    const message = `the policy \`${file}\` cannot be published: ${why}`
    throw new Fault('policy.invalid', message, closed?.help ?? '`lupaus publish` tells more')
  }
}

function oneAtATime<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined
  return () => (running ??= work().finally(() => (running = undefined)))
}

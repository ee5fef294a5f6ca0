import type { FastifyRequest } from 'fastify'
import { bannerWords, type Policy } from '../policy/index.ts'
import { browserOf, queryOf } from './browser.ts'
import { formToken } from './form-token.ts'
import type { CentreParts } from './parts.ts'
import { changesFor, type Pending, pendingPurposes } from './pending.ts'
import { type CentreView, DID } from './view.ts'

/** All that the pages about one browser show, read once for one request. */
export async function viewOf(parts: CentreParts, request: FastifyRequest): Promise<CentreView> {
  const { consent, clock } = parts
  const browser = browserOf(request)
  const policy = parts.policy()
  const receipt = browser.receipt === undefined ? undefined : consent.readReceipt(browser.receipt)
  const carriesIds = Object.keys(browser.visitors).length > 0
  const asked = DID.find(did => did === queryOf(request)['did'])
  const facts = consent.factsOf(browser.receipt, browser.signals)
  const purposes = pendingPurposes(policy, receipt, facts)
  return {
    lang: browser.lang,
    now: clock.now(),
    ...{ policy, browser, receipt, facts },
    words: bannerWords(policy, browser.lang),
    known: carriesIds ? await parts.knownAbout(browser.visitors) : [],
    pending: purposes.length > 0 ? await pendingOf(parts, policy, receipt?.v, purposes) : undefined,
    token: formToken(consent.formKey, clock.now()),
    // A browser that refuses our cookie would otherwise be told that its choice is saved.
    did: asked !== undefined && asked !== 'unchanged' && !receipt ? 'unkept' : asked,
  }
}

/** What changed since a version, from its text; told once and remembered for the next visitor. */
async function pendingOf(
  { versions }: CentreParts,
  policy: Policy,
  since: string | undefined,
  purposes: readonly string[],
): Promise<Pending> {
  const terms = since === undefined ? [] : await versions.list()
  const whole = terms.find(({ version }) => since !== undefined && version.startsWith(since))
  const text = whole && (await versions.text(whole.version))
  return { purposes, changes: changesFor(purposes, text, policy) }
}

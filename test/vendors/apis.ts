import type { Seen } from './vendors.ts'

/** What the conversion interfaces are told to answer instead of what they would. */
export type ApiFaults = { status: number | undefined }

type Answer = { readonly status: number; readonly body?: string }

/**
 * What the real interface answers to a request like this, as far as its public reference says;
 * nothing for a path that is no interface.
 */
export function apiAnswer(seen: Seen, faults: ApiFaults): Answer | 'hang up' | undefined {
  const api = APIS.find(({ path }) => path.test(seen.path))
  if (!api || seen.method !== 'POST') return undefined
  if (faults.status === 0) return 'hang up'
  if (faults.status !== undefined) return { status: faults.status, body: '{"error":"as told"}' }
  const problem = api.problem(bodyOf(seen), seen)
  return problem === undefined
    ? api.good
    : { status: 400, body: JSON.stringify({ error: problem }) }
}

type Body = Readonly<Record<string, unknown>>

type Api = {
  readonly path: RegExp
  readonly good: Answer
  problem(body: Body, seen: Seen): string | undefined
}

const APIS: readonly Api[] = [
  {
    // It answers 204 to whatever has a measurement id and a secret, and drops what it cannot read.
    path: /^\/mp\/collect$/,
    good: { status: 204 },
    problem: (body, { query }) => {
      const asked = new URLSearchParams(query)
      if (!asked.get('measurement_id') || !asked.get('api_secret')) return 'no stream'
      if (typeof body['client_id'] !== 'string') return 'no client_id'
      return hasMany(body['events'], 25) ? undefined : 'no events'
    },
  },
  {
    path: /^\/v\d+\.\d+\/[^/]+\/events$/,
    good: { status: 200, body: '{"events_received":1,"messages":[]}' },
    problem: (body, { headers, query }) => {
      const token = new URLSearchParams(query).get('access_token') ?? headers['authorization']
      if (!token && typeof body['access_token'] !== 'string') return 'no token'
      const data = body['data']
      if (!Array.isArray(data) || data.length === 0 || data.length > 1000) return 'no data'
      return data.map(metaProblem).find(problem => problem !== undefined)
    },
  },
  {
    path: /^\/rest\/conversionEvents$/,
    good: { status: 201 },
    problem: (body, { headers }) => {
      if (!headers['authorization']?.startsWith('Bearer ')) return 'no token'
      if (!/^\d{6}$/.test(headers['linkedin-version'] ?? '')) return 'no version'
      const one = headers['x-restli-method'] === 'BATCH_CREATE' ? undefined : body
      if (!one || !/^urn:lla:llaPartnerConversion:\d+$/.test(String(one['conversion']))) {
        return 'no conversion'
      }
      if (typeof one['conversionHappenedAt'] !== 'number') return 'no time'
      const user = objectIn(one['user'])
      return Array.isArray(user['userIds']) && user['userIds'].length > 0 ? undefined : 'no user'
    },
  },
  {
    path: /^\/events\/v3\/send$/,
    good: { status: 204 },
    problem: (body, { headers }) => {
      if (!headers['authorization']?.startsWith('Bearer ')) return 'no token'
      if (!/^pe\d+_/.test(String(body['eventName']))) return 'no event'
      return ['email', 'utk', 'objectId'].some(name => typeof body[name] === 'string')
        ? undefined
        : 'nobody'
    },
  },
]

function metaProblem(event: unknown): string | undefined {
  const { event_name, event_time, action_source, user_data } = objectIn(event)
  if (typeof event_name !== 'string' || typeof event_time !== 'number') return 'no event'
  if (typeof action_source !== 'string') return 'no source'
  const user = objectIn(user_data)
  if (action_source === 'website' && !user['client_user_agent']) return 'no user agent'
  return Object.keys(user).length > 0 ? undefined : 'not enough customer information'
}

function bodyOf({ body }: Seen): Body {
  try {
    return objectIn(JSON.parse(body))
  } catch {
    return {}
  }
}

function objectIn(value: unknown): Body {
  return typeof value === 'object' && value !== null ? (value as Body) : {}
}

function hasMany(value: unknown, most: number): boolean {
  return Array.isArray(value) && value.length > 0 && value.length <= most
}

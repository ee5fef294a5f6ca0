import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { DIRECTIVES, type Directive, REPORT_ENTRIES_MAX } from './wire.ts'

/** What is taken of one report: never a path, a query, a referrer, a sample or a browser's name. */
export type Stopped = {
  readonly directive: Directive
  /** Host of the page, with its port where that is not the usual one. */
  readonly page: string
  /** Host of what was stopped, with its port; or what stood in the page itself. */
  readonly blocked:
    | { readonly host: string }
    | { readonly kind: 'inline' | 'eval' | 'data' | 'blob' }
  readonly disposition: 'enforce' | 'report'
}

const Text = Type.String({ maxLength: 8192 })

/** `application/csp-report`: what `report-uri` sends. Browsers add fields as they like. */
const OldReport = Compile(
  Type.Object({
    'csp-report': Type.Object({
      'document-uri': Text,
      'blocked-uri': Text,
      'effective-directive': Type.Optional(Text),
      'violated-directive': Type.Optional(Text),
      disposition: Type.Optional(Text),
    }),
  }),
)

/** `application/reports+json`: what `report-to` sends, several at once and of other kinds too. */
const NewReports = Compile(
  Type.Array(Type.Object({ type: Text, body: Type.Optional(Type.Unknown()) }), {
    maxItems: REPORT_ENTRIES_MAX,
  }),
)
const NewBody = Compile(
  Type.Object({
    documentURL: Text,
    blockedURL: Text,
    effectiveDirective: Text,
    disposition: Type.Optional(Text),
  }),
)

/** What a body reports as stopped; undefined when it is no report that a browser of ours would send. */
export function readReport(body: unknown): readonly Stopped[] | undefined {
  if (OldReport.Check(body)) {
    const said = body['csp-report']
    const one = stopped({
      directive: said['effective-directive'] ?? said['violated-directive'] ?? '',
      page: said['document-uri'],
      blocked: said['blocked-uri'],
      disposition: said.disposition ?? 'enforce',
    })
    return one && [one]
  }
  if (!NewReports.Check(body)) return undefined
  const all: Stopped[] = []
  for (const { type, body: said } of body) {
    if (type !== 'csp-violation') continue
    const one = NewBody.Check(said)
      ? stopped({
          directive: said.effectiveDirective,
          page: said.documentURL,
          blocked: said.blockedURL,
          disposition: said.disposition ?? 'enforce',
        })
      : undefined
    if (!one) return undefined
    all.push(one)
  }
  return all.length > 0 ? all : undefined
}

type Said = Readonly<Record<'directive' | 'page' | 'blocked' | 'disposition', string>>

function stopped({
  directive: text,
  page: document,
  blocked,
  disposition,
}: Said): Stopped | undefined {
  // Older browsers name the whole directive, with what it allows.
  const [word = ''] = text.trim().split(' ')
  const directive = DIRECTIVES.find(one => one === word)
  const page = hostOf(document)
  const what = blockedBy(blocked)
  if (!directive || page === undefined || !what) return undefined
  if (disposition !== 'enforce' && disposition !== 'report') return undefined
  return { directive, page, blocked: what, disposition }
}

function blockedBy(text: string): Stopped['blocked'] | undefined {
  switch (text) {
    case 'inline':
    case 'eval':
    case 'data':
    case 'blob':
      return { kind: text }
    case 'wasm-eval':
    case 'trusted-types-policy':
    case 'trusted-types-sink':
      return { kind: 'eval' }
    default: {
      const host = hostOf(text)
      return host === undefined ? undefined : { host }
    }
  }
}

const SCHEMES = ['https:', 'http:', 'wss:', 'ws:']

function hostOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, host } = new URL(text)
  return SCHEMES.includes(protocol) && /^[a-z0-9[\]:.-]{1,255}$/.test(host) ? host : undefined
}

'use client'
import {
  createElement,
  type ReactElement,
  type ReactNode,
  useEffect,
  useSyncExternalStore,
} from 'react'
import type { ConsentState, Lupaus } from '../../tag/api.ts'

export type { ConsentState, FieldValue, Lupaus } from '../../tag/api.ts'

declare global {
  interface Window {
    lupaus?: Lupaus
    lupausQueue?: { push(act: (lupaus: Lupaus) => void): unknown }
  }
}

/** Told by the tag whenever what is permitted may have changed. */
const CHOICE = 'lupaus:choice'
/** Tells the tag that there are embeds it has not drawn. */
const EMBED = 'lupaus:embed'

/**
 * Whether a purpose, or `vendor:` and a vendor's id, is permitted now. False on the server, until the
 * page is hydrated, and wherever there is no tag.
 */
export function useConsent(purposeOrVendor: string): boolean {
  return useSyncExternalStore(subscribe, () => isPermitted(purposeOrVendor), no)
}

/** What the visitor's choice is now; undefined on the server and until the tag is there. */
export function useConsentState(): ConsentState | undefined {
  return useSyncExternalStore(subscribe, stateNow, nothing)
}

/** The tag itself, to report events and to set choices with; undefined until it is there. */
export function useLupaus(): Lupaus | undefined {
  return useSyncExternalStore(subscribe, () => window.lupaus, nothing)
}

export type LupausScriptProps = {
  /** Origin of Lupaus, `https://privacy.shop.example`. */
  readonly origin: string
  /** Whether no banner opens by itself on this page. */
  readonly quiet?: boolean
}

/**
 * The tag for the `<head>` of a page that a server renders and sends the gate's header with: first of
 * all that loads. Scripts that React puts in later do not run.
 */
export function LupausScript({ origin, quiet = false }: LupausScriptProps): ReactElement {
  const src = new URL('/lupaus.js', origin).href
  const props = { 'data-lupaus-headers': '', ...(quiet ? { 'data-lupaus-quiet': '' } : {}) }
  return createElement('script', { src, ...props })
}

export type LupausEmbedProps = {
  /** Id of the vendor in the policy. */
  readonly vendor: string
  /** Address of what is to be shown, on a host of the vendor. */
  readonly src: string
  readonly title: string
  /** A picture of the site's own that stands there before. */
  readonly picture?: string
  readonly className?: string
  /** What stands there without the tag; a link to `src` when absent. */
  readonly children?: ReactNode
}

/** A vendor's content behind one button: nothing of it is loaded before the visitor permits it. */
export function LupausEmbed(props: LupausEmbedProps): ReactElement {
  const { vendor, src, title, picture, className, children } = props
  useEffect(() => {
    document.dispatchEvent(new CustomEvent(EMBED))
  }, [vendor, src])
  return createElement(
    'div',
    {
      // The tag draws a place once, so another content is another place.
      key: `${vendor} ${src}`,
      className,
      'data-lupaus-embed': vendor,
      'data-src': src,
      'data-title': title,
      'data-picture': picture,
    },
    children ?? createElement('a', { href: src }, title),
  )
}

function isPermitted(purposeOrVendor: string): boolean {
  // A tag without a policy answers with nothing, which is no yes.
  return window.lupaus?.allows(purposeOrVendor) === true
}

let held: { readonly text: string; readonly state: ConsentState | undefined } | undefined

/** The same object for as long as nothing in it changes, as React asks. */
function stateNow(): ConsentState | undefined {
  const state: unknown = window.lupaus?.consent.state()
  const text = isState(state) ? JSON.stringify(state) : ''
  if (held?.text !== text) held = { text, state: isState(state) ? state : undefined }
  return held.state
}

function isState(value: unknown): value is ConsentState {
  return typeof value === 'object' && value !== null && 'granted' in value
}

function subscribe(changed: () => void): () => void {
  let isOn = true
  const tell = () => {
    if (isOn) changed()
  }
  document.addEventListener(CHOICE, tell)
  // Where the tag comes later than React.
  if (!window.lupaus) {
    const queue: unknown[] & Window['lupausQueue'] = []
    window.lupausQueue ??= queue
    window.lupausQueue.push(tell)
  }
  return () => {
    isOn = false
    document.removeEventListener(CHOICE, tell)
  }
}

function no(): boolean {
  return false
}

function nothing(): undefined {
  return undefined
}

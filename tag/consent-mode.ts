import type { TagConfig } from '../src/consent/wire.ts'
import type { Hold } from './hold.ts'

const GOOGLE = /(^|\.)(googletagmanager|google-analytics|googleadservices|doubleclick)\.\w+(:\d+)?$/

type Signals = Readonly<Record<string, 'granted' | 'denied'>>

/**
 * Tells Google's scripts by Consent Mode what is permitted, where the policy lets a browser contact
 * Google at all: everything denied before any of them runs, then once for each decision. This is the
 * basic kind: no script of Google's is loaded, and no host contacted, before a yes.
 */
export function openConsentMode({ rules, asks }: TagConfig, hold: Hold): void {
  if (!rules.vendors.some(({ hosts }) => hosts.some(host => GOOGLE.test(host)))) return
  const layer = queue()
  const isOn = (group: string) =>
    asks.some(({ purpose, group: of }) => of === group && hold.allows(purpose))
  const tell = (act: string, signals: Signals) => {
    // Google's scripts read only what looks like the arguments of a call.
    layer.push(asArguments('consent', act, signals))
  }
  let told = JSON.stringify(signalsFor(() => false))
  tell(
    'default',
    signalsFor(() => false),
  )
  const update = () => {
    const signals = signalsFor(isOn)
    const text = JSON.stringify(signals)
    if (!hold.standing().text || text === told) return
    told = text
    tell('update', signals)
  }
  update()
  document.addEventListener('lupaus:choice', update)
}

/** The seven signals. What the site itself needs is asked of nobody, and so of Google neither. */
function signalsFor(isOn: (group: string) => boolean): Signals {
  const of = (group: string) => (isOn(group) ? 'granted' : 'denied')
  const marketing = of('marketing')
  return {
    ad_storage: marketing,
    ad_user_data: marketing,
    ad_personalization: marketing,
    analytics_storage: of('analytics'),
    personalization_storage: of('personalisation'),
    functionality_storage: 'denied',
    security_storage: 'denied',
  }
}

function queue(): unknown[] {
  const held: unknown = Reflect.get(window, 'dataLayer')
  if (Array.isArray(held)) return held
  const made: unknown[] = []
  Reflect.set(window, 'dataLayer', made)
  return made
}

function asArguments(...given: readonly unknown[]): IArguments {
  void given
  return arguments
}

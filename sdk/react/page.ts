import { createElement, type ReactElement, useState } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { LupausEmbed, useConsent, useConsentState, useLupaus } from './index.ts'

/** Address of the film on the test's page; nobody answers there. */
export const FILM = 'https://player.tuike.example/film'

/** What the tests render on a server and hydrate in a browser. */
export function App(): ReactElement {
  const lupaus = useLupaus()
  const [hasFilm, setFilm] = useState(false)
  const state = useConsentState()
  const set = (analytics: boolean) => () => void lupaus?.consent.set({ analytics })
  const said = {
    analytics: useConsent('analytics'),
    vendor: useConsent('vendor:tuike-video'),
    nobody: useConsent('vendor:nobody'),
    granted: state?.granted.join(' ') ?? 'unknown',
  }
  return createElement(
    'main',
    {},
    createElement('output', {}, JSON.stringify(said)),
    createElement('button', { id: 'yes', onClick: set(true) }, 'Count my visit'),
    createElement('button', { id: 'no', onClick: set(false) }, 'Do not'),
    createElement('button', { id: 'film', onClick: () => setFilm(true) }, 'Film'),
    hasFilm
      ? createElement(LupausEmbed, { vendor: 'tuike-video', src: FILM, title: 'Film' })
      : null,
  )
}

if (typeof document !== 'undefined') {
  const root = document.querySelector('#root')
  if (root) hydrateRoot(root, createElement(App))
}

import type { TagConfig } from '../src/consent/wire.ts'
import type { Lupaus } from './api.ts'

declare global {
  /** look.css, put in its place by the build. */
  const LOOK: string
  interface Window {
    lupausConfig?: TagConfig
    lupaus?: Lupaus
    lupausQueue?: { push(act: (lupaus: Lupaus) => void): unknown }
    doNotTrack?: string | null
  }
  interface Navigator {
    readonly globalPrivacyControl?: boolean
    readonly doNotTrack?: string | null
  }
}

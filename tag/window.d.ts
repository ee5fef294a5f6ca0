import type { TagConfig } from '../src/consent/wire.ts'
import type { Lupaus } from './api.ts'
import type { Gate } from './gate.ts'

declare global {
  /** look.css, put in its place by the build. */
  const LOOK: string
  interface Window {
    lupausConfig?: TagConfig
    lupaus?: Lupaus
    /** Answers the open gate to the script that runs, if that is one of ours. */
    readonly lupausGate?: () => Gate | undefined
    lupausQueue?: { push(act: (lupaus: Lupaus) => void): unknown }
    doNotTrack?: string | null
  }
  interface Navigator {
    readonly globalPrivacyControl?: boolean
    readonly doNotTrack?: string | null
  }
}

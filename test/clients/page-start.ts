import type { Lupaus } from '../../tag/api.ts'
import { whenAllowed } from './connect/when-allowed.ts'

declare global {
  interface Window {
    lupausQueue?: { push(act: (lupaus: Lupaus) => void): unknown }
  }
}

/** Where the script with the SDKs is served. */
export type Sdks = '/page.js'

// The small script of the shop's page: nothing of an SDK is loaded before somebody has agreed.

whenAllowed('analytics', () => {
  const script = document.createElement('script')
  script.src = '/page.js' satisfies Sdks
  document.head.append(script)
})

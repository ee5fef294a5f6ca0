import { openConsentMode } from './consent-mode.ts'
import type { Core } from './core.ts'
import { openEmbeds } from './embed.ts'
import { insertPartners } from './partner.ts'

export { openLayers } from './layers.ts'

/** Shows what vendors have in this page, as far as the visitor's choice lets them. */
export function start(core: Core): void {
  // Before anything of Google's can run.
  openConsentMode(core.config, core.hold)
  insertPartners(core)
  openEmbeds(core)
}

import type { Before, Core } from './core.ts'
import { type Chooser, openChooser } from './choose.ts'
import { openConsentMode } from './consent-mode.ts'
import { openEmbeds } from './embed.ts'
import { bakeWith } from './jar.ts'
import { type Layers, openLayers } from './layers.ts'
import { insertPartners } from './partner.ts'
import { eraseRare } from './rare.ts'
import { openSet } from './set.ts'

/** All that is wanted only once a visitor does something, or where a page has a vendor's content. */
export type More = Pick<Layers, 'open' | 'delta' | 'note' | 'pick'> &
  Pick<Chooser, 'tell'> & {
    readonly set: (
      choice: Readonly<Record<string, boolean>>,
      pressed: boolean,
      before: Before,
    ) => Promise<boolean>
  }

/** Shows what vendors have in this page, as far as the visitor's choice lets them. */
export function start(core: Core): More {
  const { config, hold } = core
  bakeWith(hold.gate.real.bake)
  const { choose, tell, ran } = openChooser(core)
  const layers = openLayers(core, choose)
  const askAge = async (purposes: readonly string[]) => {
    const answer = await layers.ask(purposes)
    core.stage()?.close()
    return answer
  }
  // Here nobody waits for it to be gone.
  eraseRare(core, () => undefined)
  // Before anything of Google's can run.
  openConsentMode(config, hold)
  insertPartners(core, ran)
  openEmbeds(core, layers.pick)
  return { ...layers, tell, set: openSet(core, choose, askAge) }
}

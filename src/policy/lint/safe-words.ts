import type { Said } from '../syntax/said.ts'
import { GIVEN_BY } from '../syntax/schema/device.ts'
import { isAlone } from './saying-no.ts'
import type { Note } from './safe.ts'

/** Notes how yes and no are read: we ask first, and only a clear act is a yes. */
export function wordsOfSafety(policy: Said, note: Note): void {
  for (const way of policy.at('consent', 'refusals').items().filter(isAlone))
    note(way, 'L01', 'we ask first; this counts as well')
  for (const given of policy.at('consent', 'given').items()) {
    if (GIVEN_BY.some(word => given.at('by').is(word))) continue
    const code = given.at('by').is('using-site') ? 'L02' : 'L17'
    note(given, code, 'this is no consent; only an act on the banner or an own choice is one')
  }
}

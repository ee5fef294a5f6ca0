import { STORES } from '../vocabulary.ts'
import type { Section } from './model.ts'
import { section, type Writer } from './writer.ts'

/** What a cookie and each other store is, in plain words; only stores that the policy uses. */
export function technologySection(w: Writer): Section {
  const used = new Set(w.policy.trackers.map(({ store }) => store))
  const others = STORES.filter(store => store !== 'cookie').filter(store => used.has(store))
  const rolls = w.policy.trackers.some(({ rollingUpTo }) => rollingUpTo !== undefined)
  return section('technology', w.say('tech.title'), [
    w.text(['notice.explains-technology'], w.say('tech.cookie')),
    ...others.map(store => w.text(['notice.explains-technology'], w.say(`tech.${store}`))),
    ...w.promised(
      'device.lifetime-defined',
      w.text(
        ['device.lifetime-defined', 'device.persistent-until-deleted'],
        w.say('tech.lifetime'),
      ),
    ),
    ...(rolls ? [w.text(['device.rolling-renewal'], w.say('tech.rolling'))] : []),
    ...w.promised('device.only-declared', w.text(['device.only-declared'], w.say('tech.listed'))),
  ])
}

/** What is not done, a sentence for each promise of the policy; no section when there is none. */
export function neverSections(w: Writer): Section[] {
  const said = [
    ['analytics.fields-closed', 'never.more'],
    ['identity.anonymous-by-default', 'never.identify'],
    ['analytics.ip-is-personal', 'never.ip'],
    ['pixel.same-gate', 'never.pixel'],
    ['device.persistent-until-deleted', 'never.respawn'],
    ['device.block-is-respected', 'never.fingerprint'],
  ] as const
  const items = said.flatMap(([slug, key]) => w.promised(slug, w.item([slug], w.say(key))))
  return items.length === 0
    ? []
    : [section('never', w.say('never.title'), [{ kind: 'list', items }])]
}

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { collectWorld } from '../../test/scratch/collect-world.ts'
import { systemChance } from '../platform/chance.ts'
import { openLog } from '../platform/log.ts'
import { bringBack, openLoader } from './load.ts'
import { openSpool } from './spool.ts'
import type { EventIn } from './wire.ts'

const view = (path: string, id?: string): EventIn => ({
  ...(id === undefined ? {} : { id }),
  name: 'page_view',
  agoMs: 0,
  fields: { path },
})

test('keeps: collect.durable-landed a segment is loaded once, also when it is left behind or its token outlived its rows', async () => {
  await using world = await collectWorld()
  const spool = join(world.folder, 'spool')
  const paths = async () =>
    (await world.rows('analytics'))
      .map(row => String(row['path']))
      .toSorted((a, b) => (a < b ? -1 : 1))
  const restart = async () => {
    bringBack(spool)
    const again = await openSpool({
      folder: spool,
      clock: { now: () => world.now() },
      chance: systemChance,
      freeBytesMin: 0,
    })
    const loader = await openLoader({
      spool: again,
      store: world.store,
      log: openLog('silent'),
      folder: spool,
    })
    await again.close()
    await loader.close()
  }
  const events = [view('/a'), view('/b'), view('/c', 'c'.repeat(22))]
  await world.send({ receipt: 'analytics', events })
  const [name = ''] = readdirSync(spool).filter(one => one.endsWith('.ndjson'))
  const text = readFileSync(join(spool, name), 'utf8')
  expect(await paths()).toEqual(['/a', '/b', '/c'])

  // As after a kill between the insert and the removal of the file.
  writeFileSync(join(spool, name), text)
  await restart()
  expect(await paths()).toEqual(['/a', '/b', '/c'])

  // As after a kill between ClickHouse's note of the token and its naming of the part.
  await world.store.run({ text: 'delete from collect.analytics where 1', values: {} })
  writeFileSync(join(spool, name), text)
  await restart()
  expect(await paths()).toEqual(['/a', '/b', '/c'])

  // A torn last line was never acknowledged, and what stands before it was.
  const next = name.replace(/-\w{16}\./, '-00000000000000aa.')
  const whole = text.replaceAll('/a', '/d').split('\n')[0] ?? ''
  const line = whole.replace(/"analytics_event":"\d+"/, '"analytics_event":"77"')
  writeFileSync(join(spool, next), `${line}\n${line.replace('/d', '/torn').slice(0, -9)}`)
  await restart()
  expect(await paths()).toEqual(['/a', '/b', '/c', '/d'])

  // What cannot be read is set aside, and the rest goes on.
  writeFileSync(join(spool, name.replace(/-\w{16}\./, '-00000000000000bb.')), 'no json\n')
  await restart()
  expect(readdirSync(join(spool, 'set-aside'))).toHaveLength(1)
  await world.send({ receipt: 'analytics', events: [view('/e')] })
  expect(await paths()).toContain('/e')
})

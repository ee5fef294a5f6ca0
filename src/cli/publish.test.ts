import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withHelpdesk } from '../../test/helpdesk.ts'
import { SHOP_POLICY, type World, world } from '../../test/world.ts'
import { serveControl } from '../platform/control.ts'
import { openLog } from '../platform/log.ts'
import { handlersOf } from './handlers.ts'
import { type Confirm, publishCommand } from './publish.ts'
import { ready } from './ready.ts'

let here: World
let control: AsyncDisposable
let file = ''

const MOVED = SHOP_POLICY.replace('Satukuja 3', 'Satukuja 5')
/** A purpose that needs no consent, from a day that has not come yet. */
const HELPDESK = withHelpdesk(SHOP_POLICY).replace(
  /in-force-from: \S+/,
  'in-force-from: 2027-02-01',
)

beforeAll(async () => {
  here = await world({ today: '2026-11-22T10:00:00Z' })
  const { dataFolder } = here
  const folder = { path: dataFolder, control: join(dataFolder, 'control') }
  control = await serveControl(folder, handlersOf(here.lupaus), openLog('silent'))
  file = join(dataFolder, 'policy.yaml')
})
afterAll(async () => {
  await control[Symbol.asyncDispose]()
  await here[Symbol.asyncDispose]()
})

test('shows what changes and every gate, asks, and does nothing on no', async () => {
  await writeFile(file, MOVED)
  const asked: string[] = []
  const said = await publish([file], async question => {
    asked.push(question)
    return false
  })
  expect(said.code).toBe(1)
  expect(asked).toEqual(['Publish it?'])
  expect(said.out).toMatch(/What changes\n {2}\S/)
  for (const gate of ['readable', 'law', 'complete', 'assessed', 'reviewed', 'seen', 'told'])
    expect(said.out).toContain(`open    ${gate}: `)
  expect(said.out).toContain('nothing was published')
  expect(here.policy().version).toBe((await here.lupaus.versions.list())[0]?.version)
  expect(await here.lupaus.versions.list()).toHaveLength(1)
})

test('publishes nothing where nobody can be asked, unless told `--yes`', async () => {
  await writeFile(file, MOVED)
  const silent = await publish([file], undefined)
  expect(silent.code).toBe(2)
  expect(silent.err).toContain('add `--yes`')
  expect(await here.lupaus.versions.list()).toHaveLength(1)

  const told = await publish([file, '--yes', '--by', 'Aino Virta'], undefined)
  expect([told.code, told.err]).toEqual([0, ''])
  expect(told.out).toMatch(/published [0-9a-f]{12} \(2026-11-22\): in force now/)
  expect(here.policy().controller.street).toBe('Satukuja 5')
  const entries = []
  for await (const entry of here.lupaus.audit.entries()) entries.push(entry)
  const act = entries.findLast(entry => entry.act === 'policy.published')
  expect(act?.details).toMatchObject({ name: 'Aino Virta', version: here.policy().version })

  const again = await publish([file, '--yes'], undefined)
  expect([again.code, again.out]).toEqual([0, expect.stringContaining('unchanged')])
})

test('proves: policy.change (refuses what people were not told of, and says what to do)', async () => {
  await writeFile(file, HELPDESK)
  const before = here.policy().version
  const untold = await publish([file, '--yes'], undefined)
  expect(untold.code).toBe(1)
  expect(untold.out).toContain('CLOSED  told: people must be told first')
  expect(untold.out).toContain('--informed DAY:HOW')
  expect(untold.out).toContain('refused: closed: `told`; nothing was published')
  const early = await publish([file, '--yes', '--informed=2026-11-23:site'], undefined)
  expect([early.code, early.out]).toEqual([1, expect.stringContaining('has not come yet')])

  const told = await publish([file, '--yes', '--informed=2026-11-21:post', '--json'], undefined)
  expect(told.code).toBe(0)
  expect(JSON.parse(told.out)).toMatchObject({
    outcome: 'published',
    coming: true,
    inForceFrom: '2027-01-31T22:00:00.000Z',
  })
  expect(here.policy().version).toBe(before)
})

test('a file with errors is shown with its errors, and refused', async () => {
  await writeFile(file, SHOP_POLICY.replace('purposes:', 'purpoces:'))
  const { code, out, err } = await publish([file, '--yes'], undefined)
  expect(code).toBe(1)
  expect(err).toContain('did you mean `purposes`')
  expect(out).toContain('CLOSED  readable')
})

test.for([
  [[], 'name one policy file'],
  [['a.yaml', 'b.yaml'], 'name one policy file'],
  [['a.yaml', '--informed=yesterday:site'], 'is not a day and a way'],
  [['a.yaml', '--informed=2026-11-20:pigeon'], 'is not a day and a way'],
] as const)('asked as %j it says how it is asked', async ([args, message]) => {
  const { code, err } = await publish([...args], undefined)
  expect([code, err]).toEqual([2, expect.stringContaining(message)])
})

async function publish(args: readonly string[], confirm: Confirm | undefined) {
  let [out, err] = ['', '']
  const terminal = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    colours: false,
  }
  const command = await ready(publishCommand(terminal, confirm ?? 'nobody'))
  const code = await command.run([...args, `--data=${here.dataFolder}`])
  return { code, out: stripVTControlCharacters(out), err: stripVTControlCharacters(err) }
}

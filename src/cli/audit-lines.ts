import { openAudit } from '../audit/index.ts'
import { Fault } from '../base/fault.ts'
import type { Json } from '../base/json.ts'
import { systemClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { openLog } from '../platform/log.ts'
import { openStores, type Stores } from '../platform/stores.ts'
import { SCHEMAS } from '../schemas.ts'
import { keptVersions } from '../versions/index.ts'
import { ask } from './ask.ts'
import { versionLines } from './version-lines.ts'

/** Every entry of the audit log: from the running Lupaus, or from its stores when none runs. */
export async function* auditLines(data: string | undefined): AsyncGenerator<Json> {
  yield* linesOf(data, 'export-audit', async function* entries({ db }) {
    for await (const entry of openAudit(db, systemClock).entries()) yield { ...entry }
  })
}

/** Every publication of a policy, as `verify` reads them: from the running Lupaus, or its stores. */
export async function* versionLinesOf(data: string | undefined): AsyncGenerator<Json> {
  yield* linesOf(data, 'export-versions', ({ db }) => versionLines(keptVersions(db)))
}

async function* linesOf(
  data: string | undefined,
  command: string,
  fromStores: (stores: Stores) => AsyncIterable<Json>,
): AsyncGenerator<Json> {
  const asked: Json[] = []
  try {
    await ask(data, command, {}, line => void asked.push(line))
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'control.unavailable') throw error
    const config = readConfig(process.env, { data })
    const log = openLog(config.log)
    const { data: dataFolder, databaseUrl } = config
    await using stores = await openStores({ dataFolder, databaseUrl, log, schemas: SCHEMAS })
    yield* fromStores(stores)
    return
  }
  yield* asked
}

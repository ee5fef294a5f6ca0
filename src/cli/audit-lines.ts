import { openAudit } from '../audit/index.ts'
import { Fault } from '../base/fault.ts'
import type { Json } from '../base/json.ts'
import { systemClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { openLog } from '../platform/log.ts'
import { openStores } from '../platform/stores.ts'
import { SCHEMAS } from '../schemas.ts'
import { ask } from './ask.ts'

/** Every entry of the audit log: from the running Lupaus, or from its stores when none runs. */
export async function* auditLines(data: string | undefined): AsyncGenerator<Json> {
  const asked: Json[] = []
  try {
    await ask(data, 'export-audit', {}, line => void asked.push(line))
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'control.unavailable') throw error
    yield* fromStores(data)
    return
  }
  yield* asked
}

async function* fromStores(data: string | undefined): AsyncGenerator<Json> {
  const config = readConfig(process.env, { data })
  const log = openLog(config.log)
  const { data: dataFolder, databaseUrl } = config
  await using stores = await openStores({ dataFolder, databaseUrl, log, schemas: SCHEMAS })
  for await (const entry of openAudit(stores.db, systemClock).entries()) yield { ...entry }
}

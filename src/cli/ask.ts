import type { Json } from '../base/json.ts'
import { readConfig } from '../platform/config.ts'
import { callControl } from '../platform/control.ts'

/** Asks the Lupaus that runs on a data folder; `Fault` `control.unavailable` when none does. */
export async function ask(
  data: string | undefined,
  command: string,
  args: Json,
  onLine: (line: Json) => void,
): Promise<void> {
  const config = readConfig(process.env, { data })
  await callControl(config.data, command, args, onLine)
}

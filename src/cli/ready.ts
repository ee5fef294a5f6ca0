import { type ArgsDef, type CommandDef, renderUsage, runCommand } from 'citty'

/** A command whose arguments are known, ready to be asked. */
export type Ready = {
  /** Long names of its flags. */
  readonly flags: readonly string[]
  usage(): Promise<string>
  /** Runs it and answers its exit code. */
  run(args: readonly string[]): Promise<number>
}

/** Makes a citty command ready; its `run` may answer an exit code, anything else means 0. */
export async function ready<T extends ArgsDef>(def: CommandDef<T>): Promise<Ready> {
  const args = await (typeof def.args === 'function' ? def.args() : def.args)
  return {
    flags: Object.entries(args ?? {})
      .filter(([, { type }]) => type !== 'positional')
      .map(([name]) => name),
    usage: () => renderUsage(def, { meta: { name: 'lupaus' } }),
    async run(rawArgs) {
      const { result } = await runCommand(def, { rawArgs: [...rawArgs] })
      return typeof result === 'number' ? result : 0
    },
  }
}

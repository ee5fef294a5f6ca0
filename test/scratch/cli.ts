import { run } from '../../src/cli/run.ts'

/** Runs the CLI in this process: its exit code, and what it said on both streams. */
export async function lupaus(...args: readonly string[]) {
  const said = { out: '', err: '' }
  const code = await run(args, {
    out: text => void (said.out += text),
    err: text => void (said.err += text),
    colours: false,
  })
  return { code, ...said }
}

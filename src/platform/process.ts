import { execFile } from 'node:child_process'
import { readFile, readlink } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** When a process began, as its system words it; undefined when it is gone. Pids are used again. */
export async function startOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
    // The name in brackets may hold anything; what follows it is: state, …, start as the 22nd field.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields === undefined || fields[0] === 'Z' ? undefined : fields[19]
  }
  const { stdout } = await ps(pid, 'lstart=')
  return stdout.trim() || undefined
}

/** Whether a live process works in this folder, as PostgreSQL does in its data. */
export async function livesIn(pid: number, folder: string): Promise<boolean> {
  if ((await startOf(pid)) === undefined) return false
  if (process.platform === 'linux') {
    const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
    return cwd === folder
  }
  const { stdout } = await ps(pid, 'command=')
  return stdout.includes(folder)
}

function ps(pid: number, column: string): Promise<{ stdout: string }> {
  return run('ps', ['-o', column, '-p', String(pid)], {
    env: { PATH: '/bin:/usr/bin', LC_ALL: 'C' },
  }).catch(() => ({ stdout: '' }))
}

/** Resolves true as soon as `done` does, false when the time is over first. */
export async function within(ms: number, done: () => Promise<boolean>): Promise<boolean> {
  const POLL_MS = 20
  for (let waited = 0; waited <= ms; waited += POLL_MS) {
    if (await done()) return true
    await new Promise(resolve => setTimeout(resolve, POLL_MS))
  }
  return false
}

import { readFileSync } from 'node:fs'

/** What Linux counts processor time in, whatever the machine. */
const TICK_MS = 10

/** Processor time of a process so far, all its threads, in milliseconds; NaN where there is no /proc. */
export function cpuMsOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS
  } catch {
    return Number.NaN
  }
}

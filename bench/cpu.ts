/** Processor time of this process so far, all threads, in milliseconds. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Ends the process at SIGTERM, and says how much processor time it used until then. */
export function printCpu(): void {
  const before = cpuMs()
  process.on('SIGTERM', () => {
    process.stdout.write(`cpu ${cpuMs() - before}\n`, () => process.exit(0))
  })
}

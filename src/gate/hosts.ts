/** Whether a host as a policy names it covers this one: `*.` stands for any name before it. */
export function hostCovers(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === host
  const end = pattern.slice(1)
  return host.length > end.length && host.endsWith(end)
}

/** Whether a name is of this very machine. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === '[::1]' ||
    /^(?:.+\.)?localhost$/.test(hostname) ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  )
}

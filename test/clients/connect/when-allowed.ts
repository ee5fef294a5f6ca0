/** Runs `start` once, when the visitor has agreed to this purpose: now, or when that happens. */
export function whenAllowed(purpose: string, start: () => void): void {
  window.lupausQueue ??= []
  window.lupausQueue.push(lupaus => {
    const look = () => {
      if (!lupaus.allows(purpose)) return
      document.removeEventListener('lupaus:choice', look)
      start()
    }
    document.addEventListener('lupaus:choice', look)
    look()
  })
}

/** What the visitor chose, as it stands in the cookie of our tag. */
export function receiptNow(): string | undefined {
  return /(?:^|; )lupaus_choice=([^;]+)/.exec(document.cookie)?.[1]
}

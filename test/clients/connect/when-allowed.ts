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

/** What the visitor chose and the ids that our tag gave this browser, as they stand in its cookies. */
export function lupausNow() {
  const cookie = (name: string, value: string) =>
    new RegExp(`(?:^|; )${name}=(${value})`).exec(document.cookie)?.[1]
  return {
    receipt: cookie('lupaus_choice', '[^;]+'),
    visitors: {
      personalisation: cookie('lupaus_p', '[^;.]+'),
      analytics: cookie('lupaus_a', '[^;.]+'),
      marketing: cookie('lupaus_m', '[^;.]+'),
    },
  }
}

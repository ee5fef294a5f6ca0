/** The languages every text exists in. Swedish is Finland-Swedish. */
export const LANGS = ['fi', 'sv', 'en'] as const
export type Lang = (typeof LANGS)[number]

/** One text in every language. */
export type Words = { readonly [L in Lang]: string }

export function isLang(text: unknown): text is Lang {
  return LANGS.some(lang => lang === text)
}

/** The best of our languages for an Accept-Language header; Finnish when none fits. */
export function pickLang(header: string | undefined): Lang {
  const wanted = (header ?? '')
    .split(',')
    .map(part => {
      const [tag = '', quality = ''] = part.trim().split(';q=')
      return { lang: tag.slice(0, 2).toLowerCase(), q: quality === '' ? 1 : Number(quality) || 0 }
    })
    .filter(want => want.q > 0)
    .toSorted((a, b) => b.q - a.q)
  for (const { lang } of wanted) if (isLang(lang)) return lang
  return 'fi'
}

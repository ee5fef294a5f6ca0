import type { Lang, Words } from '../base/lang.ts'

/** What the page of a vendor's frame says when it may not show one. */
const FRAME = {
  'frame.title': {
    fi: 'Sisältö toisesta palvelusta',
    sv: 'Innehåll från en annan tjänst',
    en: 'Content from another service',
  },
  'frame.no-choice': {
    fi: 'Tätä sisältöä ei näytetä, koska et ole vielä valinnut, saako sen hakea.',
    sv: 'Innehållet visas inte, eftersom du ännu inte har valt om det får hämtas.',
    en: 'This is not shown, because you have not yet chosen whether it may be fetched.',
  },
  'frame.refused': {
    fi: 'Tätä sisältöä ei näytetä, koska et ole antanut siihen lupaa. Voit muuttaa valintaasi milloin tahansa.',
    sv: 'Innehållet visas inte, eftersom du inte har gett lov till det. Du kan ändra ditt val när som helst.',
    en: 'This is not shown, because you have not allowed it. You can change your choice at any time.',
  },
  'frame.unknown': {
    fi: 'Tätä sisältöä ei näytetä, koska tietosuojaselosteessa ei mainita sen tarjoajaa.',
    sv: 'Innehållet visas inte, eftersom integritetspolicyn inte nämner den som erbjuder det.',
    en: 'This is not shown, because the privacy policy does not name who offers it.',
  },
  'frame.foreign': {
    fi: 'Tätä sisältöä ei näytetä, koska osoite ei kuulu sille palvelulle, jolle annoit luvan.',
    sv: 'Innehållet visas inte, eftersom adressen inte hör till den tjänst som du gav lov till.',
    en: 'This is not shown, because the address does not belong to the service that you allowed.',
  },
} as const satisfies Readonly<Record<string, Words>>
export type FrameKey = keyof typeof FRAME

/** One sentence of the frame's page. */
export function sayFrame(lang: Lang, key: FrameKey): string {
  return FRAME[key][lang]
}

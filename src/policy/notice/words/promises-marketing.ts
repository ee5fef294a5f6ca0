import type { Words } from '../../../base/lang.ts'

/** Promises about direct marketing. */
export const MARKETING_PROMISES: Readonly<Record<string, Words>> = {
  'marketing.per-channel': {
    fi: 'Voit sallia tai kieltää suoramarkkinoinnin erikseen jokaisessa kanavassa.',
    sv: 'Du kan tillåta eller förbjuda direktmarknadsföring separat i varje kanal.',
    en: 'You can allow or forbid direct marketing in each channel separately.',
  },
  'marketing.objection-covers': {
    fi: 'Kun kiellät suoramarkkinoinnin, lopetamme myös etämyynnin, kyselyt, markkinatutkimukset ja kohdentamisen sinulle.',
    sv: 'När du förbjuder direktmarknadsföring slutar vi också med distansförsäljning, enkäter, marknadsundersökningar och riktad reklam till dig.',
    en: 'When you forbid direct marketing, we also stop distance selling, surveys, market research and targeting aimed at you.',
  },
  'marketing.service-messages-apart': {
    fi: 'Palveluviestit tilauksestasi saat, vaikka kiellät markkinoinnin, emmekä liitä niihin mainontaa.',
    sv: 'Servicemeddelanden om din beställning får du även om du förbjuder marknadsföring, och vi tar inte in reklam i dem.',
    en: 'You get service messages about your order even if you forbid marketing, and we put no advertising in them.',
  },
  'marketing.newsletter': {
    fi: 'Lähetämme uutiskirjeen vain, jos olet tilannut sen ja vahvistanut tilauksen, ja voit lopettaa sen yhdellä napsautuksella.',
    sv: 'Vi skickar nyhetsbrevet bara om du har beställt det och bekräftat beställningen, och du kan avsluta det med ett klick.',
    en: 'We send the newsletter only if you have ordered it and confirmed the order, and you can stop it with one click.',
  },
  'marketing.research': {
    fi: 'Voit kieltää kyselyt ja markkinatutkimukset, ja pidämme vastauksesi erillään henkilöllisyydestäsi.',
    sv: 'Du kan förbjuda enkäter och marknadsundersökningar, och vi håller dina svar åtskilda från din identitet.',
    en: 'You can forbid surveys and market research, and we keep your answers apart from your identity.',
  },
  'marketing.partner-offers': {
    fi: 'Kerromme kumppaniemme tarjouksista vain, jos olet antanut juuri siihen suostumuksesi.',
    sv: 'Vi berättar om våra partners erbjudanden bara om du har gett ditt samtycke till just det.',
    en: 'We tell you of our partners’ offers only if you have consented to exactly that.',
  },
  'marketing.identifiable-and-stoppable': {
    fi: 'Jokaisesta markkinointiviestistämme näkyy, että se on markkinointia ja keneltä se tulee, ja voit lopettaa viestit kirjautumatta.',
    sv: 'Av varje marknadsföringsmeddelande framgår att det är marknadsföring och vem det kommer från, och du kan stoppa meddelandena utan att logga in.',
    en: 'Each of our marketing messages shows that it is marketing and who it comes from, and you can stop the messages without signing in.',
  },
  'marketing.phone-written-offer': {
    fi: 'Kun myymme puhelimitse, lähetämme tarjouksen kirjallisesti puhelun jälkeen, ja se sitoo sinua vasta, kun olet hyväksynyt sen kirjallisesti.',
    sv: 'När vi säljer per telefon skickar vi anbudet skriftligen efter samtalet, och det binder dig först när du har godkänt det skriftligen.',
    en: 'When we sell by telephone, we send the offer in writing after the call, and it binds you only once you have accepted it in writing.',
  },
}

import type { LintWords } from '../words.ts'

/** Findings on what is known of people, and by whom. */
export const PEOPLE_WORDS = {
  L15: {
    why: {
      fi: 'Anonyymistä tiedosta ei voi tunnistaa eikä erottaa ketään millään kohtuullisella keinolla. Jos tunniste säilyy käynnistä toiseen tai tieto yhdistetään henkilöön, se on enintään pseudonyymiä ja siis henkilötietoa.',
      sv: 'Anonyma uppgifter kan inte med några rimliga medel användas för att känna igen eller urskilja någon. Om en identifierare finns kvar från ett besök till nästa eller uppgiften kopplas till en person, är den på sin höjd pseudonym och alltså en personuppgift.',
      en: 'Nobody can be recognised or singled out from anonymous data by any reasonable means. When an identifier stays from one visit to the next, or the data is linked to a person, it is pseudonymous at best, and so personal data.',
    },
    safe: {
      fi: 'Tietoja käsitellään pseudonyymeinä henkilötietoina: ne vaativat perusteen, ne poistetaan ajallaan, ja niihin on kaikki rekisteröidyn oikeudet.',
      sv: 'Uppgifterna behandlas som pseudonyma personuppgifter: de kräver en grund, de raderas i tid, och den registrerade har alla sina rättigheter.',
      en: 'The data is treated as pseudonymous personal data: it needs a basis, is erased in time, and people have all their rights in it.',
    },
  },
  L25: {
    why: {
      fi: 'Kun kohderyhmiä tehdään muiden sivustoilta kerätyistä tiedoista, on kerrottava, mistä tiedot ovat peräisin. Nimettömältä kumppanilta ei voi tarkistaa, onko sillä suostumus.',
      sv: 'När målgrupper skapas av uppgifter från andras webbplatser ska det framgå varifrån uppgifterna kommer. Av en partner utan namn går det inte att kontrollera om den har ett samtycke.',
      en: 'When groups are made from data collected on the sites of others, people must be told where it comes from. Nobody can check whether a partner without a name has a consent.',
    },
    safe: {
      fi: 'Nimeämättömältä kumppanilta ei oteta vastaan mitään, eikä kohderyhmää tehdä.',
      sv: 'Av en partner som inte är namngiven tas ingenting emot, och målgruppen skapas inte.',
      en: 'Nothing is taken from a partner that is not named, and the group is not made.',
    },
  },
  L26: {
    why: {
      fi: 'Kävijöissä voi olla lapsia, ja lapset tarvitsevat erityistä suojelua markkinoinnilta ja profiloinnilta. Teksti ei kerro, miten heidät pidetään niiden ulkopuolella.',
      sv: 'Bland besökarna kan det finnas barn, och barn behöver särskilt skydd mot marknadsföring och profilering. Texten berättar inte hur de hålls utanför.',
      en: 'There may be children among the visitors, and children need special protection from marketing and profiling. The text does not say how they are kept out of it.',
    },
    safe: {
      fi: 'Ketään ei profiloida, ennen kuin ikä on kysytty. Tuntematon ikä tarkoittaa, ettei profiloida.',
      sv: 'Ingen profileras förrän åldern har frågats. Okänd ålder betyder ingen profilering.',
      en: 'Nobody is profiled before their age has been asked. Age unknown means no profiling.',
    },
  },
  L27: {
    why: {
      fi: 'Jos muut yritykset tunnistavat ihmisiä yhdessä meidän kanssamme, olemme yhteisrekisterinpitäjiä. Silloin vastuista on sovittava, ja järjestelyn keskeinen sisältö on kerrottava.',
      sv: 'Om andra företag identifierar människor tillsammans med oss är vi gemensamt personuppgiftsansvariga. Då ska ansvaret fördelas i ett arrangemang, och dess väsentliga innehåll ska berättas.',
      en: 'When other companies identify people together with us, we are joint controllers. Then an arrangement must say who answers for what, and people must be told its essence.',
    },
    safe: {
      fi: 'Vain rekisterinpitäjä itse yhdistää käynnin henkilöön. Muille ei lähde tunnisteita, joilla tietoja voisi yhdistää.',
      sv: 'Bara den personuppgiftsansvarige kopplar ett besök till en person. Till andra lämnas inga identifierare som uppgifter kan kopplas ihop med.',
      en: 'Only the controller links a visit to a person. No identifier by which data could be joined leaves to others.',
    },
  },
  L30: {
    why: {
      fi: 'Laki tai viranomaisten ohjeet ovat muuttuneet sen jälkeen, kun teksti kirjoitettiin, eikä tekstiin ole merkitty, milloin se luetaan uudelleen.',
      sv: 'Lagen eller myndigheternas anvisningar har ändrats sedan texten skrevs, och det framgår inte när texten ska läsas om.',
      en: 'The law, or the guidance of the authorities, has changed since the text was written, and nothing says when it is read again.',
    },
    safe: {
      fi: 'Teksti luetaan päivän lain mukaan. Uutta versiota ei julkaista ilman päivää, johon mennessä se tarkistetaan.',
      sv: 'Texten läses enligt dagens lag. Ingen ny version publiceras utan en dag då den senast ska ses över.',
      en: 'The text is read by the law of the day. No new version is published without a day by which it is read again.',
    },
  },
} as const satisfies Readonly<Record<string, LintWords>>

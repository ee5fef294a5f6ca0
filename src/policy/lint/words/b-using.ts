import type { LintWords } from '../words.ts'

/** Findings on grounds, marketing and keeping. */
export const USING_WORDS = {
  L07: {
    why: {
      fi: 'Säilytysaika ei saa riippua siitä, muistaako ihminen perua suostumuksensa tai kieltää markkinoinnin. Muuten sen tiedot, joka ei tee mitään, jäävät rekisteriin ikuisesti.',
      sv: 'Lagringstiden får inte bero på om personen kommer ihåg att återkalla sitt samtycke eller förbjuda marknadsföring. Annars blir uppgifterna om den som inte gör något kvar i registret för alltid.',
      en: 'How long data is kept may not depend on whether the person remembers to withdraw consent or to forbid marketing. Otherwise the data of those who do nothing stays for ever.',
    },
    safe: {
      fi: 'Tiedot poistetaan, kun viimeisestä yhteydenpidosta on kulunut enimmäisaika. Ennen kuin aika on sovittu, tietoja ei käytetä.',
      sv: 'Uppgifterna raderas när en längsta tid har gått sedan den senaste kontakten. Innan tiden är bestämd används uppgifterna inte.',
      en: 'The data is erased once a longest time has passed since the last contact. Until that time is settled, the data is not used.',
    },
  },
  L08: {
    why: {
      fi: 'Jokaisella tarkoituksella on kullakin kanavalla yksi oikeusperuste, joka kerrotaan etukäteen. Jos pyydetään suostumus ja silti nojataan oikeutettuun etuun, suostumuksen peruminen ei merkitse mitään.',
      sv: 'Varje ändamål har i varje kanal en enda rättslig grund, som berättas på förhand. Om samtycke begärs men man ändå stöder sig på ett berättigat intresse, betyder det ingenting att återkalla samtycket.',
      en: 'Each purpose has one legal basis on each channel, told in advance. When a consent is asked for and a legitimate interest used all the same, withdrawing the consent means nothing.',
    },
    safe: {
      fi: 'Missä yksi perusteista on suostumus, käsitellään vain suostuneiden tietoja. Suostumuksen peruminen päättää käsittelyn.',
      sv: 'Där en av grunderna är samtycke behandlas endast uppgifter om dem som har samtyckt. Behandlingen slutar när samtycket återkallas.',
      en: 'Where one of the grounds is consent, only the data of those who consented is used. It ends when the consent is withdrawn.',
    },
  },
  L09: {
    why: {
      fi: 'Viesti, jossa tarjotaan lisää palveluja, on suoramarkkinointia, ja sen saa aina kieltää. Vain tilattua palvelua koskevat viestit jatkuvat kiellosta huolimatta.',
      sv: 'Ett meddelande som erbjuder fler tjänster är direktmarknadsföring, och den kan man alltid förbjuda. Endast meddelanden om den beställda tjänsten fortsätter trots ett förbud.',
      en: 'A message that offers further services is direct marketing, and one can always forbid that. Only messages about what was ordered go on in spite of it.',
    },
    safe: {
      fi: 'Markkinointikielto pysäyttää kaikki viestit, jotka eivät koske tilattua palvelua.',
      sv: 'Ett förbud stoppar alla meddelanden som inte gäller den beställda tjänsten.',
      en: 'An objection stops every message that is not about what was ordered.',
    },
  },
  L10: {
    why: {
      fi: 'Asiakkaalle saa markkinoida sähköisesti omia vastaavia tuotteita ilman suostumusta, mutta ei muiden tuotteita. Kumppanien tuotteisiin tarvitaan suostumus.',
      sv: 'Egna likartade produkter får marknadsföras elektroniskt till kunder utan samtycke, men inte andras produkter. För partners produkter behövs samtycke.',
      en: 'A company may market similar products of its own to its customers electronically without consent, but not those of others. Partners’ products need a consent.',
    },
    safe: {
      fi: 'Kumppanien tuotteita markkinoidaan vain sille, joka on suostunut juuri siihen.',
      sv: 'Partners produkter marknadsförs endast till den som har samtyckt till just det.',
      en: 'Products of partners are marketed only to those who said yes to exactly that.',
    },
  },
  L18: {
    why: {
      fi: 'Säilytysaika tai sen määrittävä kriteeri on kerrottava. ”Niin kauan kuin laki sallii” tai ”niin kauan kuin tarvitaan” ei kerro, milloin tiedot poistetaan.',
      sv: 'Lagringstiden eller det kriterium som avgör den ska framgå. ”Så länge lagen tillåter” eller ”så länge det behövs” berättar inte när uppgifterna raderas.',
      en: 'People must be told how long data is kept, or what decides it. “As long as the law allows” or “as long as it takes” does not say when it is erased.',
    },
    safe: {
      fi: 'Mikä ei kuulu mihinkään säilytyssääntöön, sitä ei säilytetä: tietoja ei kerätä ennen kuin aika on päätetty.',
      sv: 'Det som ingen regel om lagring gäller sparas inte: uppgifterna samlas inte in förrän tiden är bestämd.',
      en: 'What no rule keeps is not kept: the data is not collected until its time is settled.',
    },
  },
  L24: {
    why: {
      fi: 'Nauhoittamisesta on kerrottava ennen kuin se alkaa. Soittaja ei ole lukenut tietosuojaselostetta, joten maininta siinä ei riitä.',
      sv: 'Att samtalet spelas in ska berättas innan inspelningen börjar. Den som ringer har inte läst dataskyddsbeskrivningen, och ett omnämnande där räcker inte.',
      en: 'People have to be told of a recording before it starts. Whoever calls has not read the privacy notice, so a line in it is not enough.',
    },
    safe: {
      fi: 'Puhelua ei nauhoiteta, ennen kuin nauhoituksesta on kerrottu puhelun alussa.',
      sv: 'Samtalet spelas inte in förrän inspelningen har nämnts i början av samtalet.',
      en: 'A call is not recorded until the recording has been announced at its start.',
    },
  },
} as const satisfies Record<string, LintWords>

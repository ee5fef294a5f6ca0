import type { LintWords } from '../words.ts'

/** Findings on what is kept on a device, and on saying no to it. */
export const DEVICE_WORDS = {
  L01: {
    why: {
      fi: 'Selaimen asetukset kertovat selaimesta, eivät siitä, mihin ihminen suostuu. Joka ei tee mitään, ei ole suostunut, joten kieltämistä ei voi jättää selaimen varaan.',
      sv: 'Webbläsarens inställningar berättar om webbläsaren, inte om vad en människa samtycker till. Den som inte gör något har inte samtyckt, och därför kan ett nej inte lämnas åt webbläsaren.',
      en: 'The settings of a browser tell something of the browser, not what a person agrees to. Whoever does nothing has not consented, so saying no cannot be left to the browser.',
    },
    safe: {
      fi: 'Ensin kysytään. Ilman vastausta ei tallenneta mitään, mikä vaatii suostumuksen, ja selaimen lähettämä kielto otetaan lisäksi huomioon.',
      sv: 'Först frågar vi. Utan svar sparas ingenting som kräver samtycke, och ett nej från webbläsaren respekteras dessutom.',
      en: 'We ask first. Without an answer nothing is stored that needs consent, and a no from the browser is honoured as well.',
    },
  },
  L03: {
    why: {
      fi: 'Ilman suostumusta saa tallentaa vain sen, mikä on välttämätöntä viestin välittämiseksi tai palvelulle, jota käyttäjä on nimenomaisesti pyytänyt. Tilastot, häiriöiden etsiminen ja palvelun kehittäminen hyödyttävät yritystä.',
      sv: 'Utan samtycke får man spara bara det som är nödvändigt för att förmedla ett meddelande eller för en tjänst som användaren uttryckligen har begärt. Statistik, felsökning och utveckling av tjänsten är till nytta för företaget.',
      en: 'Without consent, only that may be stored which is necessary to carry a message or to provide a service that the user expressly asked for. Statistics, fault finding and development of the service are useful to the company.',
    },
    safe: {
      fi: 'Välttämättömiä ovat vain palvelut, joita kävijä itse pyytää, kuten istunto. Muuhun kysytään suostumus, tai käynnit lasketaan koskematta laitteeseen.',
      sv: 'Nödvändiga är bara de tjänster som besökaren själv begär, till exempel sessionen. För allt annat frågar vi om samtycke, eller så räknas besöken utan att enheten berörs.',
      en: 'Only services that the visitor asks for, such as the session, are necessary. Everything else needs consent, or is counted without touching the device.',
    },
  },
  L04: {
    why: {
      fi: 'Teksti lupaa linkit, joista käytön voi kieltää, mutta luettelo on tyhjä. Lupausta ei voi täyttää, eikä kieltäminen ole helppoa.',
      sv: 'Texten utlovar länkar där man kan säga nej, men listan är tom. Löftet kan inte hållas, och det är inte lätt att säga nej.',
      en: 'The text promises links for saying no, and the list is empty. The promise cannot be kept, and saying no is not made easy.',
    },
    safe: {
      fi: 'Kumppanit, joille ei ole kieltolinkkiä, eivät saa mitään ennen suostumusta, ja suostumuksen voi perua meillä.',
      sv: 'De leverantörer som saknar en länk får ingenting före samtycke, och samtycket kan återkallas hos oss.',
      en: 'Vendors without such a link get nothing before consent, and the consent can be withdrawn with us.',
    },
  },
  L14: {
    why: {
      fi: 'Vaihteluväli ei ole säilytysaika: sen perusteella kukaan ei tiedä, milloin juuri tämä tunniste poistuu. Joka käynnillä uusittava tunniste ei ehkä poistu koskaan.',
      sv: 'Ett intervall är ingen lagringstid: ingen får veta när just den här identifieraren försvinner. En identifierare som förnyas vid varje besök försvinner kanske aldrig.',
      en: 'A range is no period: it tells nobody when this very identifier goes away. One that is renewed at each visit may never go away.',
    },
    safe: {
      fi: 'Käytetään välin lyhintä aikaa. Jos uusimisella ei ole ylärajaa, tunnistetta ei uusita.',
      sv: 'Den kortaste tiden i intervallet gäller. Om förnyelsen saknar en yttersta gräns förnyas identifieraren inte.',
      en: 'The shortest time of the range applies. Where renewal has no end, nothing is renewed.',
    },
  },
  L23: {
    why: {
      fi: 'Kävijällä on oikeus tietää jokaisesta evästeestä ja muusta tunnisteesta, mikä se on, kenen se on, mihin sitä käytetään ja milloin se poistuu. Yhteinen luettelo välineistä ei kerro sitä.',
      sv: 'Besökaren har rätt att få veta om varje kaka och annan identifierare vad den är, vems den är, vad den används till och när den försvinner. En gemensam lista över verktyg berättar inte det.',
      en: 'Visitors have a right to know of each cookie and other identifier what it is, whose it is, what it is for and when it goes away. One list of tools does not tell them.',
    },
    safe: {
      fi: 'Tunnistetta, jolla ei ole omaa nimeä ja yhtä haltijaa, ei ole ilmoitettu. Sitä ei aseteta eikä lueta.',
      sv: 'En identifierare utan eget namn och en enda innehavare är inte angiven. Den varken sätts eller läses.',
      en: 'A tracker without a name of its own and one vendor is not declared. It is neither set nor read.',
    },
  },
  L29: {
    why: {
      fi: 'Selain poistaa evästeen viimeistään oman ylärajansa kohdalla, vaikka eväste pyytäisi pidempää aikaa. Luvattu aika ei siis pidä paikkaansa.',
      sv: 'Webbläsaren tar bort kakan senast vid sin egen övre gräns, även om kakan begär en längre tid. Den utlovade tiden stämmer alltså inte.',
      en: 'A browser removes a cookie at its own limit at the latest, even when the cookie asks for longer. So the time that is promised is not true.',
    },
    safe: {
      fi: 'Aikana pidetään enintään sitä, minkä selaimet säilyttävät, ja selosteessa näkyy tämä aika.',
      sv: 'Som tid gäller högst det som webbläsarna sparar, och det är den tiden som beskrivningen visar.',
      en: 'At most the time that browsers keep applies, and the notice shows that time.',
    },
  },
} as const satisfies Readonly<Record<string, LintWords>>

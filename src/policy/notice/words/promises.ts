import type { Words } from '../../../base/lang.ts'

/** Each promise as one sentence or two that a person can hold us to. */
export const PROMISES: Readonly<Record<string, Words>> = {
  'device.only-declared': {
    fi: 'Käytämme laitteellasi vain niitä evästeitä ja muita tekniikoita, jotka selosteessamme luetellaan.',
    sv: 'Vi använder på din enhet bara de kakor och andra tekniker som räknas upp i vår beskrivning.',
    en: 'We use on your device only the cookies and other techniques that our notice lists.',
  },
  'device.vendor-per-tracker': {
    fi: 'Kerromme jokaisesta evästeestä ja muusta tunnisteesta, kenen se on.',
    sv: 'Vi berättar för varje kaka och annan identifierare vems den är.',
    en: 'We tell you of each cookie and other identifier whose it is.',
  },
  'device.lifetime-defined': {
    fi: 'Jokaisella evästeellä ja muulla tunnisteella on ennalta määrätty voimassaoloaika, jonka jälkeen se poistuu selaimestasi.',
    sv: 'Varje kaka och annan identifierare har en på förhand bestämd giltighetstid, och därefter försvinner den ur din webbläsare.',
    en: 'Each of our cookies and other identifiers has a lifetime set in advance, after which it is gone from your browser.',
  },
  'device.session-dies-with-browser': {
    fi: 'Istuntoevästeemme poistuvat aina, kun suljet selaimen.',
    sv: 'Våra sessionskakor försvinner alltid när du stänger webbläsaren.',
    en: 'Our session cookies are always gone once you close the browser.',
  },
  'device.persistent-until-deleted': {
    fi: 'Pysyvät evästeemme säilyvät, kunnes poistat ne tai niiden aika loppuu. Poistamaasi tunnistetta emme palauta.',
    sv: 'Våra permanenta kakor finns kvar tills du raderar dem eller deras tid är slut. En identifierare som du raderat återskapar vi inte.',
    en: 'Our persistent cookies stay until you delete them or their time is up. We do not bring back an identifier that you have deleted.',
  },
  'device.functional-range': {
    fi: 'Toiminnalliset evästeemme ja muut tunnisteemme pysyvät selosteessa kerrottujen voimassaoloaikojen rajoissa.',
    sv: 'Våra funktionella kakor och andra identifierare håller sig inom de giltighetstider som anges i beskrivningen.',
    en: 'Our functional cookies and other identifiers stay within the lifetimes that the notice gives.',
  },
  'device.personalisation-range': {
    fi: 'Personoinnin evästeet tallennamme vain luvallasi, ja ne pysyvät selosteessa kerrottujen voimassaoloaikojen rajoissa.',
    sv: 'Kakor för personanpassning lagrar vi bara med ditt samtycke, och de håller sig inom de giltighetstider som anges i beskrivningen.',
    en: 'We store cookies for personalisation only with your consent, and they stay within the lifetimes that the notice gives.',
  },
  'device.marketing-range': {
    fi: 'Analytiikan ja markkinoinnin tunnisteet pysyvät selosteessa kerrottujen voimassaoloaikojen rajoissa.',
    sv: 'Identifierare för analys och marknadsföring håller sig inom de giltighetstider som anges i beskrivningen.',
    en: 'Identifiers for analytics and marketing stay within the lifetimes that the notice gives.',
  },
  'device.rolling-renewal': {
    fi: 'Uusimme tunnisteen käyntisi yhteydessä vain, jos seloste niin sanoo, emmekä koskaan yli sen takarajan.',
    sv: 'Vi förnyar en identifierare vid ditt besök bara om beskrivningen säger det, och aldrig förbi dess bortre gräns.',
    en: 'We renew an identifier when you visit only where the notice says so, and never past its final limit.',
  },
  'device.block-is-respected': {
    fi: 'Jos estät evästeet ja muun tallentamisen selaimessasi, emme yritä tunnistaa sinua muilla keinoilla.',
    sv: 'Om du blockerar kakor och annan lagring i din webbläsare försöker vi inte känna igen dig på andra sätt.',
    en: 'If you block cookies and other storage in your browser, we do not try to recognise you by other means.',
  },
  'device.block-consequences-told': {
    fi: 'Kerromme etukäteen, mitkä toiminnot eivät toimi, jos estät evästeet. Muu toimii.',
    sv: 'Vi berättar på förhand vilka funktioner som inte fungerar om du blockerar kakor. Allt annat fungerar.',
    en: 'We tell you in advance which functions do not work if you block cookies. Everything else works.',
  },
  'device.necessary-is-narrow': {
    fi: 'Ilman lupaasi tallennamme laitteellesi vain sen, mitä itse pyytämäsi palvelu tarvitsee, ja vasta kun käytät palvelua.',
    sv: 'Utan ditt samtycke lagrar vi på din enhet bara det som en tjänst du själv ber om behöver, och först när du använder tjänsten.',
    en: 'Without your consent we store on your device only what a service you ask for needs, and only once you use that service.',
  },
  'consent.categories': {
    fi: 'Kysymme lupasi erikseen jokaiseen käyttötarkoitukseen, emmekä valitse mitään puolestasi.',
    sv: 'Vi frågar separat om ditt samtycke till varje ändamål, och vi väljer inget för din räkning.',
    en: 'We ask for your consent to each purpose separately, and we choose nothing for you.',
  },
  'consent.refuse-nonessential': {
    fi: 'Voit kieltäytyä kaikesta, mikä ei ole välttämätöntä, yhtä helposti kuin hyväksyä.',
    sv: 'Du kan säga nej till allt som inte är nödvändigt lika lätt som du kan godkänna det.',
    en: 'You can refuse everything that is not necessary as easily as you can accept it.',
  },
  'signal.dnt-stops-partner-tags': {
    fi: 'Jos selaimesi pyytää, ettei sinua seurata (Do Not Track tai Global Privacy Control), emme lataa analytiikan ja markkinoinnin kumppanien tunnisteita.',
    sv: 'Om din webbläsare ber om att du inte ska spåras (Do Not Track eller Global Privacy Control) laddar vi inte analys- och marknadsföringspartnernas identifierare.',
    en: 'If your browser asks that you not be tracked (Do Not Track or Global Privacy Control), we do not load the identifiers of our analytics and marketing partners.',
  },
  'signal.third-party-cookie-block': {
    fi: 'Jos selaimesi torjuu kolmansien osapuolten evästeet, emme kierrä estoa.',
    sv: 'Om din webbläsare avvisar tredjepartskakor kringgår vi inte det.',
    en: 'If your browser rejects third-party cookies, we do not work around it.',
  },
  'notice.help-links': {
    fi: 'Kerromme, mistä löydät ohjeet evästeiden poistamiseen ja lisätietoa kumppaneistamme.',
    sv: 'Vi berättar var du hittar anvisningar för att radera kakor och mer information om våra partner.',
    en: 'We tell you where to find help with deleting cookies and more about our partners.',
  },
  'notice.explains-technology': {
    fi: 'Selitämme selkeästi, mikä eväste on ja mitä muuta laitteellesi voidaan tallentaa.',
    sv: 'Vi förklarar tydligt vad en kaka är och vad annat som kan lagras på din enhet.',
    en: 'We explain in plain words what a cookie is and what else can be stored on your device.',
  },
  'analytics.fields-closed': {
    fi: 'Keräämme käynnistäsi vain ne tiedot, jotka selosteessa luetellaan.',
    sv: 'Vi samlar in bara de uppgifter om ditt besök som räknas upp i beskrivningen.',
    en: 'We collect about your visit only the data that the notice lists.',
  },
  'analytics.content-interest': {
    fi: 'Selvitämme vain luvallasi, mitkä tuotteet kiinnostavat ja mitkä toiminnot ovat hyödyllisimpiä.',
    sv: 'Bara med ditt samtycke tar vi reda på vilka produkter som intresserar och vilka funktioner som är till störst nytta.',
    en: 'Only with your consent do we find out which products interest people and which functions are the most useful.',
  },
  'analytics.shop-reports': {
    fi: 'Seuraamme sivuston käyttöä, suosittuja tuotteita, trendejä ja myyntiä vain luvallasi kerätyistä tiedoista.',
    sv: 'Vi följer webbplatsens användning, populära produkter, trender och försäljning bara med uppgifter som samlats in med ditt samtycke.',
    en: 'We follow the use of the site, popular products, trends and sales only from data collected with your consent.',
  },
  'analytics.ip-is-personal': {
    fi: 'Käsittelemme IP-osoitettasi henkilötietona emmekä tallenna sitä.',
    sv: 'Vi behandlar din IP-adress som en personuppgift och lagrar den inte.',
    en: 'We treat your IP address as personal data and do not store it.',
  },
  'pixel.same-gate': {
    fi: 'Kuvapistetunnisteet tarvitsevat saman luvan kuin evästeet.',
    sv: 'Bildpunktstaggar kräver samma samtycke som kakor.',
    en: 'Pixel tags need the same consent as cookies do.',
  },
  'identity.anonymous-by-default': {
    fi: 'Emme selvitä evästeiden avulla, kuka olet.',
    sv: 'Vi tar inte reda på vem du är med hjälp av kakor.',
    en: 'We do not find out from cookies who you are.',
  },
  'basis.default-deny': {
    fi: 'Käsittelemme tietojasi vain, jos siihen on selosteessa kerrottu peruste. Jos perustetta ei ole, emme käsittele niitä.',
    sv: 'Vi behandlar dina uppgifter bara om det finns en grund för det i beskrivningen. Finns det ingen grund behandlar vi dem inte.',
    en: 'We use your data only where the notice gives a ground for it. Where there is no ground, we do not use it.',
  },
  'consent.withdraw': {
    fi: 'Voit peruuttaa suostumuksesi milloin tahansa, ja peruutus vaikuttaa heti.',
    sv: 'Du kan återkalla ditt samtycke när som helst, och återkallelsen gäller genast.',
    en: 'You can withdraw your consent at any time, and the withdrawal takes effect at once.',
  },
  'notice.versioned-and-dated': {
    fi: 'Selosteessamme on päiväys ja versio, ja säilytämme myös aiemmat versiot.',
    sv: 'Vår beskrivning har ett datum och en version, och vi bevarar också tidigare versioner.',
    en: 'Our notice carries a date and a version, and we keep the earlier versions, too.',
  },
  'policy.current-published': {
    fi: 'Voimassa oleva seloste on aina luettavissa verkkosivuillamme.',
    sv: 'Den gällande beskrivningen finns alltid att läsa på vår webbplats.',
    en: 'The notice in force can always be read on our website.',
  },
}

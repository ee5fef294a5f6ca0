import type { Words } from '../../../base/lang.ts'

/** Promises about what is stored on a device. */
export const DEVICE_PROMISES: Readonly<Record<string, Words>> = {
  'device.only-declared': {
    fi: 'Käytämme laitteellasi vain niitä evästeitä ja muita tekniikoita, jotka selosteessamme luetellaan.',
    sv: 'Vi använder på din enhet bara de kakor och andra tekniker som räknas upp i vår beskrivning.',
    en: 'We use on your device only the cookies and other techniques that our notice lists.',
  },
  'device.no-dead-declarations': {
    fi: 'Jokainen selosteessa lueteltu eväste ja muu tunniste on todella käytössä ja sellainen kuin kerromme.',
    sv: 'Varje kaka och annan identifierare som räknas upp i beskrivningen används verkligen och är sådan som vi säger.',
    en: 'Every cookie and other identifier that the notice lists is really in use and is what we say it is.',
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
  'server.persistent-cookie-data-2y': {
    fi: 'Pysyvillä evästeillä kerättyjä tietoja säilytämme enintään kaksi vuotta.',
    sv: 'Uppgifter som har samlats in med permanenta kakor sparar vi i högst två år.',
    en: 'We keep data collected with persistent cookies for two years at most.',
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
  'consent.optout-links-listed': {
    fi: 'Luettelemme sivut, joilla voit kieltäytyä kunkin kumppanin seurannasta. Voit aina kieltäytyä myös omalla sivullamme.',
    sv: 'Vi räknar upp de sidor där du kan säga nej till varje partners spårning. Du kan alltid säga nej också på vår egen sida.',
    en: 'We list the pages where you can refuse each partner’s tracking. You can always refuse on our own page as well.',
  },
  'consent.social-controls': {
    fi: 'Kerromme, missä kunkin sosiaalisen median palvelun asetuksissa voit rajoittaa kohdentamista. Oma valintasi meillä on voimassa siitä riippumatta.',
    sv: 'Vi berättar var i inställningarna för varje tjänst i sociala medier du kan begränsa riktad reklam. Ditt eget val hos oss gäller oberoende av det.',
    en: 'We tell you where in the settings of each social media service you can limit targeting. Your own choice with us holds regardless.',
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
  'signal.vendor-optout-honoured': {
    fi: 'Jos olet asentanut kumppanin oman estolisäosan, emme lähetä kumppanille mitään käynnistäsi.',
    sv: 'Om du har installerat en partners eget spärrtillägg skickar vi ingenting om ditt besök till den partnern.',
    en: 'If you have installed a partner’s own opt-out add-on, we send that partner nothing about your visit.',
  },
}

import type { Words } from '../../../base/lang.ts'

/** Promises about measurement. */
export const MEASUREMENT_PROMISES: Readonly<Record<string, Words>> = {
  'analytics.fields-closed': {
    fi: 'Keräämme käynnistäsi vain ne tiedot, jotka selosteessa luetellaan.',
    sv: 'Vi samlar in bara de uppgifter om ditt besök som räknas upp i beskrivningen.',
    en: 'We collect about your visit only the data that the notice lists.',
  },
  'analytics.purpose-bound': {
    fi: 'Käytämme tietoja käynneistäsi vain niihin tarkoituksiin, jotka selosteessa luetellaan.',
    sv: 'Vi använder uppgifter om dina besök bara för de ändamål som räknas upp i beskrivningen.',
    en: 'We use data about your visits only for the purposes that the notice lists.',
  },
  'analytics.mobile-parity': {
    fi: 'Mobiilisovelluksessamme noudatamme samoja sääntöjä kuin verkkosivuillamme ja kysymme lupasi sovelluksessa.',
    sv: 'I vår mobilapp följer vi samma regler som på vår webbplats, och vi frågar om ditt samtycke i appen.',
    en: 'Our mobile app follows the same rules as our website, and we ask for your consent in the app.',
  },
  'analytics.between-own-sites': {
    fi: 'Seuraamme siirtymistäsi vain omien sivustojemme välillä ja vain luvallasi.',
    sv: 'Vi följer hur du rör dig bara mellan våra egna webbplatser, och bara med ditt samtycke.',
    en: 'We follow you only from one site of our own to another, and only with your consent.',
  },
  'analytics.device-level-combine': {
    fi: 'Yhdistämme samalla selaimella tai laitteella tehdyt käynnit vain satunnaisella tunnuksella, joka on eri jokaisessa käyttötarkoituksessa.',
    sv: 'Vi kopplar ihop besök från samma webbläsare eller enhet bara med en slumpmässig kod, och den är en annan för varje ändamål.',
    en: 'We connect visits from the same browser or device only by a random code, and each purpose has a different one.',
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
  'analytics.disturbance-detection': {
    fi: 'Valvomme palvelujamme häiriöiden varalta emmekä tallenna sitä varten laitteellesi mitään ilman lupaasi.',
    sv: 'Vi övervakar våra tjänster för att upptäcka störningar, och för det lagrar vi inget på din enhet utan ditt samtycke.',
    en: 'We watch our services for disturbances, and for that we store nothing on your device without your consent.',
  },
  'analytics.security-and-abuse': {
    fi: 'Tietoja, joilla turvaamme palvelun ja estämme väärinkäytöksiä, emme käytä markkinointiin.',
    sv: 'Uppgifter som vi använder för att skydda tjänsten och förhindra missbruk använder vi inte för marknadsföring.',
    en: 'Data that we use to secure the service and prevent abuse we do not use for marketing.',
  },
  'analytics.statistics-reports': {
    fi: 'Raportoimme sivuston käytöstä vain yhteenlaskettuina lukuina, joista ketään ei voi erottaa.',
    sv: 'Vi rapporterar om användningen av webbplatsen bara i sammanräknade siffror där ingen person kan urskiljas.',
    en: 'We report the use of the site only in aggregate figures in which nobody can be picked out.',
  },
  'analytics.ip-is-personal': {
    fi: 'Käsittelemme IP-osoitettasi henkilötietona emmekä tallenna sitä.',
    sv: 'Vi behandlar din IP-adress som en personuppgift och lagrar den inte.',
    en: 'We treat your IP address as personal data and do not store it.',
  },
  'analytics.linked-is-personal': {
    fi: 'Kun selaimesi tiedot yhdistetään sinuun, käsittelemme niitä kaikkia henkilötietoinasi, myös aiempia.',
    sv: 'När uppgifter om din webbläsare kopplas till dig behandlar vi dem alla som dina personuppgifter, också de tidigare.',
    en: 'Once data about your browser is linked to you, we treat all of it as your personal data, the earlier data too.',
  },
  'analytics.anonymise-when-possible': {
    fi: 'Anonymisoimme analytiikan ja markkinoinnin tiedot aina, kun tunnistamiselle ei ole selosteessa kerrottua syytä.',
    sv: 'Vi anonymiserar uppgifter för analys och marknadsföring alltid när beskrivningen inte anger något skäl att identifiera.',
    en: 'We anonymise data for analytics and marketing whenever the notice gives no reason for it to identify anybody.',
  },
  'vendor.ga-receives-anonymous': {
    fi: 'Google ei saa meiltä IP-osoitettasi eikä mitään muutakaan, mistä sinut voisi tunnistaa.',
    sv: 'Google får av oss varken din IP-adress eller något annat som kan identifiera dig.',
    en: 'Google receives from us neither your IP address nor anything else that could identify you.',
  },
  'vendor.identity-unresolvable': {
    fi: 'Personointiin käyttämämme sivulataukset ja haut eivät päädy muille, joten kukaan ulkopuolinen ei saa niistä selville, kuka olet.',
    sv: 'De sidvisningar och sökningar som vi använder för personanpassning lämnar vi inte ut till andra, så ingen utomstående kan med dem ta reda på vem du är.',
    en: 'The page views and searches that we use for personalisation go to nobody else, so no third party can find out from them who you are.',
  },
  'vendor.ip-not-combined': {
    fi: 'Google ei voi yhdistää IP-osoitettasi muihin tietoihinsa, sillä emme anna osoitetta Googlelle.',
    sv: 'Google kan inte kombinera din IP-adress med sina andra uppgifter, för vi ger inte adressen till Google.',
    en: 'Google cannot combine your IP address with its other data, because we do not give Google the address.',
  },
  'vendor.own-use-told': {
    fi: 'Kerromme jokaisesta kumppanista, mihin se itse käyttää tietoja ja kenelle se luovuttaa niitä edelleen.',
    sv: 'Vi berättar för varje partner vad den själv använder uppgifterna till och till vem den lämnar dem vidare.',
    en: 'We tell you of each partner what it uses the data for itself and to whom it hands the data on.',
  },
  'pixel.same-gate': {
    fi: 'Kuvapistetunnisteet tarvitsevat saman luvan kuin evästeet.',
    sv: 'Bildpunktstaggar kräver samma samtycke som kakor.',
    en: 'Pixel tags need the same consent as cookies do.',
  },
  'partner.site-data': {
    fi: 'Muodostamme kohderyhmiä kumppanien sivustoilla kerätyistä tiedoista vain, jos olemme nimenneet kumppanin ja olet antanut luvan.',
    sv: 'Vi bildar målgrupper av uppgifter från partners webbplatser bara om vi har nämnt partnern vid namn och du har samtyckt till det.',
    en: 'We form target groups from data collected on partners’ sites only if we have named the partner and you have consented.',
  },
  'vendor.no-identification': {
    fi: 'Kumppanimme eivät selvitä käyntitiedoista, kuka olet, eivätkä yhdistä niitä muihin tietoihin, ellet ole siihen erikseen suostunut.',
    sv: 'Våra partner tar inte med hjälp av besöksuppgifterna reda på vem du är och kombinerar dem inte med andra uppgifter, om du inte särskilt har samtyckt till det.',
    en: 'Our partners do not find out from visit data who you are, nor combine it with other data, unless you have separately consented to that.',
  },
}

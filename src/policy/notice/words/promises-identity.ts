import type { Words } from '../../../base/lang.ts'

/** Promises about identity, recommendations, advertisements and target groups. */
export const IDENTITY_PROMISES: Readonly<Record<string, Words>> = {
  'identity.anonymous-by-default': {
    fi: 'Emme selvitä evästeiden avulla, kuka olet.',
    sv: 'Vi tar inte reda på vem du är med hjälp av kakor.',
    en: 'We do not find out from cookies who you are.',
  },
  'identity.link-on-contact-details': {
    fi: 'Yhdistämme käyntisi sinuun yhteystietojesi perusteella vain, jos annoit ne suoramarkkinointia varten ja suostuit yhdistämiseen.',
    sv: 'Vi kopplar dina besök till dig med hjälp av dina kontaktuppgifter bara om du lämnade dem för direktmarknadsföring och samtyckte till kopplingen.',
    en: 'We link your visits to you by your contact details only if you gave them for direct marketing and consented to the link.',
  },
  'identity.link-on-login': {
    fi: 'Yhdistämme käyntisi sinuun kirjautumisen perusteella vain, kun kirjaudut omalla nimelläsi, ja yhdistäminen päättyy, kun kirjaudut ulos.',
    sv: 'Vi kopplar dina besök till dig utifrån inloggning bara när du loggar in i eget namn, och kopplingen upphör när du loggar ut.',
    en: 'We link your visits to you by sign-in only when you sign in under your own name, and the link ends when you sign out.',
  },
  'identity.multi-device-merge': {
    fi: 'Yhdistämme eri laitteet samaan henkilöön vain kirjautumistesi perusteella, emme koskaan arvaamalla.',
    sv: 'Vi kopplar olika enheter till samma person bara utifrån dina inloggningar, aldrig genom att gissa.',
    en: 'We connect several devices with one person only because you signed in on them, never by guessing.',
  },
  'identity.combined-by-controller-only': {
    fi: 'Vain me itse yhdistämme tietojasi. Kukaan kumppani ei tee sitä puolestamme.',
    sv: 'Bara vi själva kombinerar dina uppgifter. Ingen partner gör det åt oss.',
    en: 'Only we ourselves combine your data. No partner does it for us.',
  },
  'identity.enrich-given-with-visits': {
    fi: 'Yhdistämme antamiasi tietoja käyntitietoihisi vain niin kauan kuin suostumuksesi on voimassa.',
    sv: 'Vi kombinerar uppgifter som du har lämnat med uppgifter om dina besök bara så länge ditt samtycke gäller.',
    en: 'We combine data that you have given with data on your visits only for as long as your consent is in force.',
  },
  'identity.no-reverse': {
    fi: 'Käyntejä, joita ei ole yhdistetty sinuun, emme voi jälkikäteenkään jäljittää sinuun, sillä hävitämme siihen tarvittavan avaimen.',
    sv: 'Besök som inte har kopplats till dig kan vi inte heller i efterhand spåra till dig, för vi förstör den nyckel som skulle behövas.',
    en: 'Visits that have not been linked to you we cannot trace to you afterwards either, because we destroy the key that it would take.',
  },
  'identity.indirect-counts': {
    fi: 'Käsittelemme henkilötietona myös tietoa, josta sinut voi tunnistaa vain epäsuorasti.',
    sv: 'Vi behandlar också sådant som kan identifiera dig bara indirekt som personuppgifter.',
    en: 'We treat as personal data also what can identify you only indirectly.',
  },
  'reco.products-and-content': {
    fi: 'Luvallasi suosittelemme sinua kiinnostavia tuotteita ja muuta sisältöä, ja teemme sen itse.',
    sv: 'Med ditt samtycke rekommenderar vi produkter och annat innehåll som intresserar dig, och vi gör det själva.',
    en: 'With your consent we recommend products and other content that interest you, and we do it ourselves.',
  },
  'reco.declared-inputs-only': {
    fi: 'Suosituksemme perustuvat vain niihin tietoihin, jotka selosteessa luetellaan.',
    sv: 'Våra rekommendationer bygger bara på de uppgifter som räknas upp i beskrivningen.',
    en: 'Our recommendations are made only from the data that the notice lists.',
  },
  'reco.content-targeting': {
    fi: 'Kysymme lupasi erikseen sisällön kohdentamiseen ja palvelun kehittämiseen. Toinen ei edellytä toista.',
    sv: 'Vi frågar separat om ditt samtycke till att rikta innehåll och till att utveckla tjänsten. Det ena förutsätter inte det andra.',
    en: 'We ask separately for your consent to targeting content and to developing the service. One does not require the other.',
  },
  'ads.same-number-when-blocked': {
    fi: 'Jos estät kohdentamisen, näytämme sinulle yhtä paljon mainoksia kuin ennenkin, emme enempää.',
    sv: 'Om du blockerar riktad reklam visar vi dig lika många annonser som förut, inte fler.',
    en: 'If you block targeting, we show you as many ads as before, and no more.',
  },
  'ads.untargeted-when-blocked': {
    fi: 'Jos estät kohdentamisen, valitsemme mainokset sivun sisällön emmekä kiinnostuksesi mukaan.',
    sv: 'Om du blockerar riktad reklam väljer vi annonser efter sidans innehåll och inte efter vad som intresserar dig.',
    en: 'If you block targeting, we choose ads by the content of the page and not by your interests.',
  },
  'ads.offsite': {
    fi: 'Kohdennamme sinulle omia mainoksiamme muilla sivustoilla vain, jos olet antanut siihen luvan.',
    sv: 'Vi riktar våra egna annonser till dig på andra webbplatser bara om du har samtyckt till det.',
    en: 'We target our own ads at you on other sites only if you have consented to it.',
  },
  'ads.selected-third-parties': {
    fi: 'Kohdennamme sinulle muiden markkinointia vain, jos olemme nimenneet mainostajan ja olet antanut siihen erillisen luvan.',
    sv: 'Vi riktar andras marknadsföring till dig bara om vi har nämnt annonsören vid namn och du särskilt har samtyckt till det.',
    en: 'We target the marketing of others at you only if we have named the advertiser and you have given a separate consent.',
  },
  'tell.why-interesting': {
    fi: 'Kerromme jokaisesta suosituksesta, miksi näet sen, ja voit itse muuttaa kiinnostuksen kohteitasi.',
    sv: 'Vi berättar för varje rekommendation varför du ser den, och du kan själv ändra dina intressen.',
    en: 'We tell you of each recommendation why you see it, and you can change your interests yourself.',
  },
  'audience.anonymous-groups': {
    fi: 'Kohderyhmiä varten luovutamme vain selosteessa luetellut tiedot emmekä koskaan pienempää ryhmää kuin siinä kerrotaan.',
    sv: 'För målgrupper lämnar vi ut bara de uppgifter som räknas upp i beskrivningen, och aldrig en mindre grupp än vad som anges där.',
    en: 'For target groups we hand over only the data that the notice lists, and never a smaller group than it states.',
  },
  'audience.objectors-excluded': {
    fi: 'Jos olet kieltänyt markkinoinnin, emme käytä tietojasi kohderyhmien muodostamiseen.',
    sv: 'Om du har förbjudit marknadsföring använder vi inte dina uppgifter för att bilda målgrupper.',
    en: 'If you have forbidden marketing, we do not use your data to form target groups.',
  },
  'audience.from-service-use': {
    fi: 'Muodostamme kohderyhmiä palvelujemme käytöstä vain luvallasi ja vain selosteessa luetelluista tiedoista.',
    sv: 'Vi bildar målgrupper utifrån hur våra tjänster används bara med ditt samtycke och bara av de uppgifter som räknas upp i beskrivningen.',
    en: 'We form target groups from the use of our services only with your consent and only from the data that the notice lists.',
  },
  'social.activity-under-vendor-terms': {
    fi: 'Kerromme, missä sosiaalisen median palveluissa toimimme ja mistä löydät niiden ehdot.',
    sv: 'Vi berättar i vilka sociala medier vi är verksamma och var du hittar deras villkor.',
    en: 'We tell you in which social media we are active and where to find their terms.',
  },
  'conversion.anonymous-report-back': {
    fi: 'Kerromme vertailupalvelulle vain, kuinka monta sopimusta sen kautta on syntynyt, emme sitä, kuka ne on tehnyt.',
    sv: 'Vi berättar för en jämförelsetjänst bara hur många avtal som har ingåtts via den, inte vem som har ingått dem.',
    en: 'We tell a comparison service only how many contracts came through it, not who made them.',
  },
  'ads.onsite-targeting': {
    fi: 'Kohdennamme mainoksia omissa palveluissamme vain, kun suostumuksesi on voimassa.',
    sv: 'Vi riktar annonser i våra egna tjänster bara när ditt samtycke gäller.',
    en: 'We target ads in our own services only while your consent is in force.',
  },
}

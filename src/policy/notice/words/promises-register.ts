import type { Words } from '../../../base/lang.ts'

/** Promises about the register. */
export const REGISTER_PROMISES: Readonly<Record<string, Words>> = {
  'notice.controller-identified': {
    fi: 'Kerromme selosteessa nimemme, Y-tunnuksemme, postiosoitteemme ja verkkosivumme.',
    sv: 'Vi anger vårt namn, vårt FO-nummer, vår postadress och vår webbplats i beskrivningen.',
    en: 'We give our name, business ID, postal address and website in the notice.',
  },
  'notice.contact-and-dpo': {
    fi: 'Kerromme, kuka vastaa tietojesi suojasta ja mistä hänet tavoittaa, ja luemme sinne lähettämäsi viestit.',
    sv: 'Vi berättar vem som ansvarar för skyddet av dina uppgifter och hur du når den personen, och vi läser det du skriver.',
    en: 'We tell you who is responsible for protecting your data and how to reach them, and we read what you write.',
  },
  'register.scope-prospects': {
    fi: 'Markkinointirekisterissämme on vain potentiaalisia asiakkaita. Kun sinusta tulee asiakas, tietosi siirtyvät sieltä pois.',
    sv: 'I vårt marknadsföringsregister finns bara potentiella kunder. När du blir kund flyttas dina uppgifter bort därifrån.',
    en: 'Our marketing register holds only potential customers. When you become a customer, your data leaves it.',
  },
  'register.entry-needs-interest-and-consent': {
    fi: 'Otamme sinut markkinointirekisteriin vain, jos olet osoittanut kiinnostusta ja suostunut suoramarkkinointiin.',
    sv: 'Vi tar in dig i marknadsföringsregistret bara om du har visat intresse och samtyckt till direktmarknadsföring.',
    en: 'We enter you in the marketing register only if you have shown interest and consented to direct marketing.',
  },
  'register.purposes': {
    fi: 'Käytämme rekisterin tietoja vain selosteessa lueteltuihin tarkoituksiin, ja uudesta tarkoituksesta kerromme, ennen kuin se alkaa.',
    sv: 'Vi använder uppgifterna i registret bara för de ändamål som räknas upp i beskrivningen, och om ett nytt ändamål berättar vi innan det börjar.',
    en: 'We use the data in the register only for the purposes that the notice lists, and we tell you of a new purpose before it starts.',
  },
  'register.legitimate-interest-documented': {
    fi: 'Kun vetoamme oikeutettuun etuun, olemme punninneet sen kirjallisesti sinun etujasi vasten, ja voit vastustaa käsittelyä.',
    sv: 'När vi åberopar ett berättigat intresse har vi skriftligen vägt det mot dina intressen, och du kan invända mot behandlingen.',
    en: 'Where we rely on a legitimate interest, we have weighed it against yours in writing, and you can object.',
  },
  'register.categories-closed': {
    fi: 'Tallennamme rekisteriin vain ne tiedot, jotka selosteessa luetellaan.',
    sv: 'Vi lagrar i registret bara de uppgifter som räknas upp i beskrivningen.',
    en: 'We store in the register only the data that the notice lists.',
  },
  'register.company-contacts': {
    fi: 'Markkinoimme yrityksen yhteyshenkilölle vain sitä, mikä liittyy hänen tehtäviinsä, ja hän voi kieltää sen omalta osaltaan.',
    sv: 'Till ett företags kontaktperson marknadsför vi bara sådant som har samband med personens uppgifter, och personen kan förbjuda det för egen del.',
    en: 'We market to a company’s contact person only what concerns that person’s work, and the person can forbid it for their own part.',
  },
  'register.correspondence': {
    fi: 'Kirjaamme yhteydenotot, tallenteet ja sinulle kohdistetun markkinoinnin, ja saat nähdä ne kaikki.',
    sv: 'Vi antecknar kontakter, inspelningar och den marknadsföring som har riktats till dig, och du får se allt.',
    en: 'We record contacts, recordings and the marketing aimed at you, and you may see all of it.',
  },
  'register.stated-interests': {
    fi: 'Kirjaamme kiinnostuksen kohteesi sellaisina kuin itse ilmoitat ne, ja voit muuttaa niitä.',
    sv: 'Vi antecknar dina intressen så som du själv anger dem, och du kan ändra dem.',
    en: 'We record your interests as you state them yourself, and you can change them.',
  },
  'register.prohibitions-and-consents': {
    fi: 'Säilytämme jokaisen kieltosi ja suostumuksesi niin, että voimme näyttää, mitä valitsit, milloin ja mitä sinulta kysyttiin.',
    sv: 'Vi bevarar varje förbud och samtycke så att vi kan visa vad du valde, när och vad du fick frågan om.',
    en: 'We keep each of your prohibitions and consents so that we can show what you chose, when, and what you were asked.',
  },
  'register.extra-only-by-consent': {
    fi: 'Muita tietoja keräämme vain erillisellä suostumuksellasi ja poistamme ne, jos peruutat sen.',
    sv: 'Andra uppgifter samlar vi in bara med ditt särskilda samtycke, och vi raderar dem om du återkallar det.',
    en: 'We collect other data only with a separate consent, and we erase it if you withdraw that consent.',
  },
  'register.source-recorded': {
    fi: 'Voimme kertoa, mistä kukin sinua koskeva tieto on peräisin. Jos tieto tulee muualta kuin sinulta, ilmoitamme siitä viimeistään kuukauden kuluttua.',
    sv: 'Vi kan berätta varifrån varje uppgift om dig kommer. Om den inte kommer från dig själv meddelar vi dig det senast inom en månad.',
    en: 'We can tell where all the data we hold on you came from. If it did not come from you, we let you know within a month at the latest.',
  },
  'register.external-updates-safe': {
    fi: 'Ulkopuolisista lähteistä vain päivitämme tietojasi emmekä koskaan kumoa kieltoasi tai omaa korjaustasi.',
    sv: 'Med utomstående källor uppdaterar vi bara dina uppgifter, och vi upphäver aldrig ditt förbud eller din egen rättelse.',
    en: 'From outside sources we only update your data, and we never override your prohibition or your own correction.',
  },
  'calls.recorded-for-quality': {
    fi: 'Jos nauhoitamme puhelun, kerromme siitä ennen nauhoituksen alkua, myös kun kumppani soittaa puolestamme.',
    sv: 'Om vi spelar in ett samtal berättar vi det innan inspelningen börjar, också när en partner ringer för vår räkning.',
    en: 'If we record a call, we tell you before the recording starts, also when a partner calls on our behalf.',
  },
  'calls.keep-25-months': {
    fi: 'Säilytämme puhelutallenteita enintään 25 kuukautta puhelusta.',
    sv: 'Vi sparar samtalsinspelningar i högst 25 månader efter samtalet.',
    en: 'We keep call recordings for at most 25 months after the call.',
  },
  'calls.unsold-3-months': {
    fi: 'Myyntipuhelut, joista ei syntynyt asiakassuhdetta, poistamme kolmen kuukauden kuluttua.',
    sv: 'Säljsamtal som inte ledde till en kundrelation raderar vi efter tre månader.',
    en: 'We erase sales calls that led to no customer relationship after three months.',
  },
  'calls.quality-only': {
    fi: 'Käytämme puhelutallenteita vain palvelun laadun varmistamiseen, emme markkinointiin.',
    sv: 'Vi använder samtalsinspelningar bara för att säkerställa kvaliteten på tjänsten, inte för marknadsföring.',
    en: 'We use call recordings only to assure the quality of our service, not for marketing.',
  },
  'collect.declared-fields': {
    fi: 'Kysymme sinulta vain ne tiedot, jotka selosteessa luetellaan, ja vain siinä kerrotuissa tilanteissa.',
    sv: 'Vi frågar dig bara om de uppgifter som räknas upp i beskrivningen, och bara i de situationer som anges där.',
    en: 'We ask you only for the data that the notice lists, and only on the occasions it names.',
  },
  'collect.only-when-given': {
    fi: 'Keräämme henkilötietojasi vain, kun annat ne itse tai kun selosteessa kerrotaan muusta lähteestä. Tietojen antaminen ei ole suostumus markkinointiin.',
    sv: 'Vi samlar in dina personuppgifter bara när du själv lämnar dem eller när beskrivningen anger en annan källa. Att lämna uppgifter är inget samtycke till marknadsföring.',
    en: 'We collect your personal data only when you give it yourself or when the notice names another source. Giving data is no consent to marketing.',
  },
  'purpose.sales-and-quotes': {
    fi: 'Käytämme tietojasi myyntiin, ostoihin, tarjouksiin ja markkinointiin vain selosteessa kerrotulla perusteella.',
    sv: 'Vi använder dina uppgifter för försäljning, inköp, offerter och marknadsföring bara på den grund som anges i beskrivningen.',
    en: 'We use your data for sales, purchases, quotes and marketing only on the ground that the notice gives.',
  },
  'basis.default-deny': {
    fi: 'Käsittelemme tietojasi vain, jos siihen on selosteessa kerrottu peruste. Jos perustetta ei ole, emme käsittele niitä.',
    sv: 'Vi behandlar dina uppgifter bara om det finns en grund för det i beskrivningen. Finns det ingen grund behandlar vi dem inte.',
    en: 'We use your data only where the notice gives a ground for it. Where there is no ground, we do not use it.',
  },
  'basis.contract-minimal': {
    fi: 'Sopimusta varten kysymme vain ne tiedot, joita sinun tunnistamisesi ja tilauksesi hoitaminen vaatii.',
    sv: 'För avtalet frågar vi bara efter de uppgifter som behövs för att identifiera dig och sköta din beställning.',
    en: 'For a contract we ask only for the data needed to identify you and to handle your order.',
  },
  'basis.legal-obligation': {
    fi: 'Tiedot, jotka laki velvoittaa meidät säilyttämään, säilytämme vain sitä varten ja vain lain vaatiman ajan.',
    sv: 'Uppgifter som lagen ålägger oss att spara sparar vi bara för det ändamålet och bara så länge som lagen kräver.',
    en: 'Data that the law obliges us to keep we keep only for that and only for as long as the law requires.',
  },
  'basis.consent-by-order': {
    fi: 'Tilaus tai kysely verkkosivuillamme ei ole suostumus markkinointiin. Kysymme sitä aina erikseen.',
    sv: 'En beställning eller förfrågan på vår webbplats är inget samtycke till marknadsföring. Det frågar vi alltid om separat.',
    en: 'An order or enquiry on our website is no consent to marketing. We always ask for that separately.',
  },
  'purpose.only-as-stated': {
    fi: 'Käytämme antamiasi tietoja vain siihen, mihin sanoimme keräävämme ne.',
    sv: 'Vi använder uppgifter som du lämnar bara till det som vi sade att vi samlar in dem för.',
    en: 'We use data that you give us only for what we said we collect it for.',
  },
  'responsibility.controller': {
    fi: 'Vastaamme meille antamistasi henkilötiedoista ja voimme osoittaa, kuka niitä on käsitellyt ja miksi.',
    sv: 'Vi ansvarar för de personuppgifter som du lämnar till oss, och vi kan visa vem som har behandlat dem och varför.',
    en: 'We answer for the personal data that you give us, and we can show who has used it and why.',
  },
}

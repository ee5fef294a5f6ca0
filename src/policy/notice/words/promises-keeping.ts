import type { Words } from '../../../base/lang.ts'

/** Promises about keeping, recipients and transfers. */
export const KEEPING_PROMISES: Readonly<Record<string, Words>> = {
  'retention.until-withdrawal': {
    fi: 'Suostumukseesi perustuvat tiedot säilytämme, kunnes peruutat suostumuksen tai kiellät markkinoinnin, ja enintään selosteessa kerrotun ajan viimeisimmästä yhteydenotosta.',
    sv: 'Uppgifter som bygger på ditt samtycke sparar vi tills du återkallar det eller förbjuder marknadsföring, och högst den tid efter den senaste kontakten som anges i beskrivningen.',
    en: 'We keep data based on your consent until you withdraw it or forbid marketing, and at most for the time after the last contact that the notice states.',
  },
  'retention.external-registers': {
    fi: 'Vaadimme ulkopuolisilta rekistereiltä samoja säilytysaikoja kuin itseltämme ja tarkistamme, että niitä noudatetaan.',
    sv: 'Vi kräver samma lagringstider av utomstående register som av oss själva och kontrollerar att de följs.',
    en: 'We require of outside registers the same retention periods as of ourselves and check that they are kept.',
  },
  'retention.process-exists': {
    fi: 'Poistamme tiedot, kun niiden säilytysaika päättyy, ja tarkistamme joka päivä, ettei mitään jää yli.',
    sv: 'Vi raderar uppgifter när lagringstiden går ut och kontrollerar varje dag att inget blir kvar.',
    en: 'We erase data when its retention period ends and check every day that nothing is left over.',
  },
  'retention.contract-wind-up': {
    fi: 'Sopimuksen päätyttyä säilytämme tietojasi vain selosteessa kerrotun ajan, jonka keskeneräisten asioiden hoitaminen vaatii.',
    sv: 'När avtalet har upphört sparar vi dina uppgifter bara den tid som anges i beskrivningen och som behövs för att sköta öppna ärenden.',
    en: 'After a contract has ended, we keep your data only for the time that the notice states and that settling open matters takes.',
  },
  'retention.never-beyond-law': {
    fi: 'Jokaisella tiedolla on säilytysaika, emmekä säilytä mitään pidempään kuin laki sallii.',
    sv: 'Varje uppgift har en lagringstid, och vi sparar inget längre än lagen tillåter.',
    en: 'All data has a retention period, and we keep nothing longer than the law allows.',
  },
  'recipients.cookie-parties': {
    fi: 'Evästeillä kerättyihin tietoihin pääsevät meidän lisäksemme vain selosteessa nimetyt kumppanit.',
    sv: 'Utöver oss har bara de partner som nämns i beskrivningen tillgång till uppgifter som har samlats in med kakor.',
    en: 'Besides us, only the partners named in the notice have access to data collected with cookies.',
  },
  'recipients.categories': {
    fi: 'Luovutamme tietojasi vain selosteessa luetelluille vastaanottajille ja vain siinä kerrottuun tarkoitukseen.',
    sv: 'Vi lämnar ut dina uppgifter bara till de mottagare som räknas upp i beskrivningen och bara för det ändamål som anges där.',
    en: 'We disclose your data only to the recipients that the notice lists and only for the purpose given there.',
  },
  'recipients.selected-partners': {
    fi: 'Luovutamme tietojasi kumppanille vain, kun olemme tehneet sen kanssa sopimuksen ja tarkistaneet sen tietoturvan.',
    sv: 'Vi lämnar ut dina uppgifter till en partner bara när vi har ett avtal med den och har kontrollerat dess informationssäkerhet.',
    en: 'We disclose your data to a partner only when we have a contract with it and have reviewed its security.',
  },
  'recipients.dealer-partners': {
    fi: 'Luovutamme tietojasi viranomaiselle, vakuutus- tai rahoitusyhtiölle tai korjaamolle vain, kun jokin selosteessa kerrottu tilanne sitä vaatii.',
    sv: 'Vi lämnar ut dina uppgifter till en myndighet, ett försäkrings- eller finansieringsbolag eller en verkstad bara när en situation som anges i beskrivningen kräver det.',
    en: 'We disclose your data to an authority, an insurer, a finance company or a workshop only when a situation that the notice names requires it.',
  },
  'recipients.told-on-request': {
    fi: 'Kerromme pyynnöstäsi nimeltä, kenelle olemme luovuttaneet tietojasi ja milloin.',
    sv: 'På din begäran berättar vi vid namn till vem vi har lämnat ut dina uppgifter och när.',
    en: 'At your request we tell you by name to whom we have disclosed your data, and when.',
  },
  'processors.used': {
    fi: 'Kerromme, mitä alihankkijoita käytämme ja missä maissa ne käsittelevät tietojasi.',
    sv: 'Vi berättar vilka underleverantörer vi anlitar och i vilka länder de behandlar dina uppgifter.',
    en: 'We tell you which subcontractors we use and in which countries they process your data.',
  },
  'transfer.mechanism': {
    fi: 'Siirrämme tietojasi EU/ETA-alueen ulkopuolelle vain selosteessa mainitulla laillisella siirtoperusteella.',
    sv: 'Vi överför dina uppgifter till länder utanför EU/EES bara med stöd av den lagliga överföringsgrund som anges i beskrivningen.',
    en: 'We transfer your data outside the EU/EEA only by the lawful transfer mechanism that the notice names.',
  },
  'transfer.google-servers': {
    fi: 'Kerromme, missä maissa Googlen palvelimet käsittelevät tietoja sivuston käytöstä ja millä perusteella tiedot siirretään.',
    sv: 'Vi berättar i vilka länder Googles servrar behandlar uppgifter om användningen av webbplatsen och på vilken grund uppgifterna överförs.',
    en: 'We tell you in which countries Google’s servers process data on the use of the site, and on what ground the data is transferred.',
  },
  'processors.instructions': {
    fi: 'Alihankkijamme käsittelevät tietojasi vain ohjeidemme mukaan, ja se on kirjattu sopimuksiin.',
    sv: 'Våra underleverantörer behandlar dina uppgifter bara enligt våra instruktioner, och det står i avtalen.',
    en: 'Our subcontractors process your data only on our instructions, and the contracts say so.',
  },
  'processors.security-ensured': {
    fi: 'Tarkistamme alihankkijoidemme tietoturvan säännöllisesti ja keskeytämme yhteistyön, jos näyttö puuttuu.',
    sv: 'Vi kontrollerar regelbundet våra underleverantörers informationssäkerhet och avbryter samarbetet om bevisen uteblir.',
    en: 'We regularly check the security of our subcontractors and suspend those who do not show evidence of it.',
  },
  'server.analytics-data-26-months': {
    fi: 'Analytiikan ja markkinoinnin kohdentamisen tietoja säilytämme enintään 26 kuukautta.',
    sv: 'Uppgifter för analys och riktad marknadsföring sparar vi i högst 26 månader.',
    en: 'We keep data for analytics and targeted marketing for at most 26 months.',
  },
}

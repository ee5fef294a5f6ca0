import type { Words } from '../../../base/lang.ts'

/** Promises about security, machines, notices and versions. */
export const SECURITY_PROMISES: Readonly<Record<string, Words>> = {
  'access.identified-staff': {
    fi: 'Tietoihisi pääsevät vain tunnistetut työntekijät, kukin omalla tunnuksellaan, ja jokaisesta katselusta jää merkintä.',
    sv: 'Bara identifierade anställda kommer åt dina uppgifter, var och en med ett eget användarkonto, och varje läsning antecknas.',
    en: 'Only identified employees reach your data, each with an account of their own, and every look at it is logged.',
  },
  'access.rights-granted': {
    fi: 'Työntekijämme näkevät tiedoistasi vain sen, mihin heille on myönnetty oikeus, ja oikeuden poistaminen vaikuttaa heti.',
    sv: 'Våra anställda ser bara de uppgifter om dig som de har beviljats rätt till, och när rätten dras in gäller det genast.',
    en: 'Our employees see only the data on you that they have been granted, and taking a grant away takes effect at once.',
  },
  'security.common-measures': {
    fi: 'Suojaamme tietosi selosteessa luetelluilla keinoilla ja tarkistamme, että ne ovat käytössä.',
    sv: 'Vi skyddar dina uppgifter med de åtgärder som räknas upp i beskrivningen och kontrollerar att de används.',
    en: 'We protect your data by the means that the notice lists and check that they are in place.',
  },
  'security.premises-and-personal-id': {
    fi: 'Pääsy tiloihin, joissa tietojasi säilytetään, on rajoitettu, ja työntekijämme kirjautuvat järjestelmiin aina henkilökohtaisesti.',
    sv: 'Tillträdet till de lokaler där dina uppgifter förvaras är begränsat, och våra anställda loggar alltid in personligen i systemen.',
    en: 'Access to the premises where your data is kept is restricted, and our employees always sign in to the systems personally.',
  },
  'security.standard-and-law': {
    fi: 'Suojaamme tietosi lain, viranomaisten ohjeiden ja tietoturvastandardin mukaisesti ja voimme osoittaa, minkä vaatimuksen kukin keino täyttää.',
    sv: 'Vi skyddar dina uppgifter enligt lagen, myndigheternas anvisningar och en säkerhetsstandard, och vi kan visa vilket krav varje åtgärd uppfyller.',
    en: 'We protect your data as the law, the authorities’ guidance and a security standard require, and we can show which requirement each measure meets.',
  },
  'security.systematic-monitoring': {
    fi: 'Valvomme tietoturvaa järjestelmällisesti ja harjoittelemme säännöllisesti tietojen palauttamista.',
    sv: 'Vi övervakar informationssäkerheten systematiskt och övar regelbundet på att återställa uppgifter.',
    en: 'We monitor security systematically and regularly practise restoring data.',
  },
  'security.confidentiality': {
    fi: 'Tietosi ovat oletuksena piilossa myös omilta työntekijöiltämme, ja niiden avaamiseen tarvitaan syy.',
    sv: 'Dina uppgifter är i utgångsläget dolda också för våra egna anställda, och det krävs ett skäl för att visa dem.',
    en: 'Your data is hidden by default even from our own employees, and showing it takes a reason.',
  },
  'machine.system-data': {
    fi: 'Saat koneesi tuottamat tiedot maksutta ja koneluettavina, ja kerromme, mitä tietoja kone tuottaa ja kenellä ne ovat.',
    sv: 'Du får de data som din maskin producerar avgiftsfritt och i maskinläsbar form, och vi berättar vilka data det är och vem som har dem.',
    en: 'You get the data that your machine produces free of charge and in machine-readable form, and we tell you what data it is and who holds it.',
  },
  'notice.complete-for-law': {
    fi: 'Selosteessamme on kaikki, mitä laki vaatii meitä kertomaan tietojesi käsittelystä.',
    sv: 'Vår beskrivning innehåller allt som lagen kräver att vi berättar om hur vi behandlar dina uppgifter.',
    en: 'Our notice contains everything that the law requires us to tell you about how we use your data.',
  },
  'notice.versioned-and-dated': {
    fi: 'Selosteessamme on päiväys ja versio, ja säilytämme myös aiemmat versiot.',
    sv: 'Vår beskrivning har ett datum och en version, och vi bevarar också tidigare versioner.',
    en: 'Our notice carries a date and a version, and we keep the earlier versions, too.',
  },
  'policy.change': {
    fi: 'Kerromme muutoksesta, ennen kuin käytämme tietojasi uudella tavalla, ja kysymme uudelleen, jos siihen tarvitaan lupasi.',
    sv: 'Vi berättar om en ändring innan vi använder dina uppgifter på ett nytt sätt, och vi frågar på nytt om ditt samtycke behövs.',
    en: 'We tell you of a change before we use your data in a new way, and we ask again where your consent is needed.',
  },
  'policy.current-published': {
    fi: 'Voimassa oleva seloste on aina luettavissa verkkosivuillamme.',
    sv: 'Den gällande beskrivningen finns alltid att läsa på vår webbplats.',
    en: 'The notice in force can always be read on our website.',
  },
  'notice.data-subject-scope': {
    fi: 'Kerromme jokaisesta käyttötarkoituksesta, keiden tietoja se koskee.',
    sv: 'Vi berättar för varje ändamål vems uppgifter det gäller.',
    en: 'We tell you of each purpose whose data it concerns.',
  },
}

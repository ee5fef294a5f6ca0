import type { LintWords } from '../words.ts'

/** Findings on how one says yes, asks for a right, and is told of a change. */
export const ASKING_WORDS = {
  L02: {
    why: {
      fi: 'Suostumus on selvä teko, johon on kysytty. Sivuston käyttäminen ei ole vastaus mihinkään kysymykseen, eikä siitä voi päätellä, mihin kävijä suostuu.',
      sv: 'Ett samtycke är en tydlig handling som svar på en fråga. Att använda en webbplats är inget svar, och av det går det inte att sluta sig till vad besökaren samtycker till.',
      en: 'Consent is a clear act, in answer to a question. Using a site answers no question, and shows nothing of what the visitor agrees to.',
    },
    safe: {
      fi: 'Vierailijalta kysytään ensin. Kunnes hän suostuu, palvelun osoitteesta ei haeta mitään eikä laitteelle tallenneta mitään.',
      sv: 'Besökaren blir tillfrågad först. Innan samtycket är gett hämtas ingenting från tjänsten och ingenting sparas på enheten.',
      en: 'The visitor is asked first. Until they agree, nothing is fetched from the service and nothing is stored on the device.',
    },
  },
  L05: {
    why: {
      fi: 'Omat tiedot saa maksutta. Maksun voi pyytää vain, jos pyyntö on ilmeisen perusteeton tai kohtuuton, ja yrityksen on osoitettava se, tai lisäjäljennöksistä. Pelkkä pyyntöjen tiheys ei riitä.',
      sv: 'De egna uppgifterna får man avgiftsfritt. En avgift får tas ut endast om begäran är uppenbart ogrundad eller orimlig, vilket företaget ska visa, eller för ytterligare kopior. Att begära ofta räcker inte.',
      en: 'One’s own data is free of charge. A fee may be asked only when a request is manifestly unfounded or excessive, which the company has to show, or for further copies. Asking often is not enough.',
    },
    safe: {
      fi: 'Pyynnöt ovat maksuttomia. Maksua ei peritä ennen kuin joku on kirjannut, miksi juuri tämä pyyntö on kohtuuton.',
      sv: 'Begäranden är avgiftsfria. Ingen avgift tas ut innan någon har antecknat varför just denna begäran är orimlig.',
      en: 'Requests are free of charge. No fee is asked before somebody has noted why this very request is excessive.',
    },
  },
  L06: {
    why: {
      fi: 'Oikeuksien käyttämistä on helpotettava. Vaatimus tulla paikan päälle sulkee pois ne, jotka eivät pääse, eikä henkilöllisyyttä saa varmistaa enempää kuin perusteltu epäily vaatii.',
      sv: 'Det ska vara lätt att använda sina rättigheter. Ett krav på att komma till stället utestänger dem som inte kan, och identiteten får kontrolleras endast om det finns rimliga skäl att tvivla.',
      en: 'Using one’s rights has to be made easy. Having to come in person shuts out those who cannot, and identity may be checked only where there is reasonable doubt.',
    },
    safe: {
      fi: 'Pyynnön voi tehdä kirjallisesti myös postitse ja sähköisesti. Henkilöllisyyttä kysytään vain, kun siitä on perusteltu epäily.',
      sv: 'En skriftlig begäran kan också göras per post och elektroniskt. Identiteten frågas endast när det finns rimliga skäl att tvivla.',
      en: 'A written request can also be made by post and electronically. Proof of identity is asked for only on reasonable doubt.',
    },
  },
  L13: {
    why: {
      fi: 'Käytäntöä saa muuttaa, mutta uudesta käyttötarkoituksesta on kerrottava ennen kuin tietoja käytetään siihen. Aiemmin annettu suostumus ei veny uuteen tarkoitukseen.',
      sv: 'Policyn får ändras, men om ett nytt ändamål ska man informeras innan uppgifterna används för det. Ett tidigare samtycke tänjer sig inte till ett nytt ändamål.',
      en: 'A policy may change, but people must hear of a new purpose before their data is used for it. A consent given earlier does not stretch to a new purpose.',
    },
    safe: {
      fi: 'Uusi versio tulee voimaan vasta, kun siitä on kerrottu. Laajempaan käyttöön kysytään suostumus uudelleen, jos se perustuu suostumukseen.',
      sv: 'En ny version träder i kraft först när den har meddelats. För en vidare användning begärs samtycke på nytt, om den grundar sig på samtycke.',
      en: 'A new version applies only once people have been told. For a wider use, consent is asked again where the use rests on consent.',
    },
  },
  L17: {
    why: {
      fi: 'Joka pyytää tarjouksen tai lähettää kysymyksen, haluaa vastauksen. Se ei ole suostumus muuhun: suostumus pyydetään erikseen kuhunkin tarkoitukseen, eikä se ole palvelun ehto.',
      sv: 'Den som begär en offert eller skickar en fråga vill ha ett svar. Det är inget samtycke till något annat: samtycke begärs särskilt för varje ändamål och är inget villkor för tjänsten.',
      en: 'Who asks for a quote or sends a question wants an answer. That is no consent to anything else: consent is asked for each purpose apart, and is no condition of the service.',
    },
    safe: {
      fi: 'Kysymykseen vastataan sopimusta edeltävien toimien perusteella. Markkinointiin on oma tyhjä valintaruutunsa.',
      sv: 'Frågan besvaras som en åtgärd innan ett avtal ingås. För marknadsföring finns en egen ruta som inte är ifylld på förhand.',
      en: 'The question is answered as a step before a contract. Marketing has an unticked box of its own.',
    },
  },
  L21: {
    why: {
      fi: 'Väylä, jota kautta oikeuksiaan voi käyttää, ei toimi. Rikkinäinen lomake on sama kuin lupaus, jota ei pidetä.',
      sv: 'Den kanal som finns för att använda rättigheterna fungerar inte. Ett trasigt formulär är detsamma som ett brutet löfte.',
      en: 'The way of using one’s rights does not work. A broken form is the same as a promise that is not kept.',
    },
    safe: {
      fi: 'Rikkinäistä väylää ei näytetä. Muita kokeillaan koepyynnöllä päivittäin, ja viasta hälytetään.',
      sv: 'En trasig kanal visas inte. De andra prövas dagligen med en testbegäran, och ett fel ger larm.',
      en: 'A broken way is not shown. The others are tried every day with a test request, and a fault raises an alarm.',
    },
  },
  L22: {
    why: {
      fi: 'Tietojen oikeellisuudesta vastaa rekisterinpitäjä. Ihmistä voi pyytää kertomaan muutoksista, mutta vastuuta ei voi siirtää hänelle.',
      sv: 'Det är den personuppgiftsansvarige som ansvarar för att uppgifterna är korrekta. Man kan be människor meddela ändringar, men ansvaret kan inte flyttas över på dem.',
      en: 'The controller answers for data being correct. People may be asked to tell of changes, but the duty cannot be passed on to them.',
    },
    safe: {
      fi: 'Lausetta ei julkaista. Jokainen voi oikaista tietonsa, ja virheet korjataan myös ilman pyyntöä.',
      sv: 'Satsen publiceras inte. Var och en kan rätta sina uppgifter, och fel rättas också utan begäran.',
      en: 'The sentence is not published. Everybody may correct their data, and errors are corrected without being asked.',
    },
  },
} as const satisfies Record<string, LintWords>

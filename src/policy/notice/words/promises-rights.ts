import type { Words } from '../../../base/lang.ts'

/** Promises about the rights of people. */
export const RIGHTS_PROMISES: Readonly<Record<string, Words>> = {
  'access.right': {
    fi: 'Saat nähdä kaikki sinusta tallennetut tiedot riippumatta siitä, miten ne on kerätty.',
    sv: 'Du får se alla uppgifter som vi har lagrat om dig, oavsett hur de har samlats in.',
    en: 'You may see all the data that we hold on you, however it was collected.',
  },
  'access.refusal-grounds': {
    fi: 'Voimme evätä pääsyn tietoihin vain laissa säädetyllä perusteella, jonka kerromme sinulle.',
    sv: 'Vi kan neka tillgång till uppgifter bara på en grund som anges i lag, och vi berättar vilken.',
    en: 'We can refuse access only on a ground laid down in law, and we tell you which.',
  },
  'request.email-intake': {
    fi: 'Voit lähettää pyyntösi selosteessa mainittuun sähköpostiosoitteeseen, ja vastausaika alkaa, kun pyyntö saapuu.',
    sv: 'Du kan skicka din begäran till e-postadressen i beskrivningen, och svarstiden börjar när begäran kommer fram.',
    en: 'You can send your request to the e-mail address in the notice, and the time for our answer runs from its arrival.',
  },
  'request.in-person': {
    fi: 'Voit tehdä pyynnön myös paikan päällä, mutta se ei koskaan ole ainoa tapa.',
    sv: 'Du kan göra din begäran också på plats, men det är aldrig det enda sättet.',
    en: 'You can make a request in person as well, but that is never the only way.',
  },
  'access.fee': {
    fi: 'Tietojesi saaminen on maksutonta. Voimme periä kohtuullisen maksun vain, jos pyyntö on ilmeisen perusteeton tai kohtuuton tai jos pyydät lisäjäljennöksiä.',
    sv: 'Det kostar inget att få dina uppgifter. Vi kan ta ut en rimlig avgift bara om begäran är uppenbart ogrundad eller orimlig eller om du begär ytterligare kopior.',
    en: 'Getting your data is free of charge. We can ask a reasonable fee only if the request is manifestly unfounded or excessive, or if you want further copies.',
  },
  'objection.situation': {
    fi: 'Jos vastustat käsittelyä omaan tilanteeseesi liittyvästä syystä, keskeytämme käsittelyn, kunnes asia on ratkaistu.',
    sv: 'Om du invänder mot behandlingen av skäl som gäller din egen situation avbryter vi den tills saken är avgjord.',
    en: 'If you object for reasons of your own situation, we suspend the processing until the matter is decided.',
  },
  'objection.refusal': {
    fi: 'Voimme hylätä vastustuksesi vain laissa säädetyllä perusteella. Suoramarkkinoinnin kieltoa emme hylkää koskaan.',
    sv: 'Vi kan avslå din invändning bara på en grund som anges i lag. Ett förbud mot direktmarknadsföring avslår vi aldrig.',
    en: 'We can reject your objection only on a ground laid down in law. We never reject an objection to direct marketing.',
  },
  'objection.marketing-absolute': {
    fi: 'Voit kieltää suoramarkkinoinnin perustelematta ja todistamatta henkilöllisyyttäsi, ja kielto vaikuttaa heti.',
    sv: 'Du kan förbjuda direktmarknadsföring utan att ange skäl och utan att styrka din identitet, och förbudet gäller genast.',
    en: 'You can forbid direct marketing without giving a reason or proving who you are, and it takes effect at once.',
  },
  'rectify.fix-delete-complete': {
    fi: 'Pyynnöstäsi oikaisemme, täydennämme tai poistamme virheelliset, puutteelliset, vanhentuneet ja tarpeettomat tiedot ja ilmoitamme siitä niille, joille tietoja on luovutettu.',
    sv: 'På din begäran rättar, kompletterar eller raderar vi felaktiga, ofullständiga, föråldrade och onödiga uppgifter och meddelar det till dem som har fått uppgifterna.',
    en: 'At your request we correct, complete or erase wrong, incomplete, outdated and unnecessary data, and we tell those who have received it.',
  },
  'restrict.while-waiting': {
    fi: 'Kun odotat vastausta oikaisu- tai poistopyyntöösi, emme tee tiedoillesi muuta kuin säilytämme ne.',
    sv: 'Medan du väntar på svar på en begäran om rättelse eller radering gör vi inget annat med uppgifterna än lagrar dem.',
    en: 'While you wait for an answer on correction or erasure, we do nothing with the data but keep it.',
  },
  'accuracy.self-service': {
    fi: 'Voit itse tarkistaa ja muuttaa antamiasi tietoja, ja vastaamme mekin siitä, että tiedot ovat oikein.',
    sv: 'Du kan själv kontrollera och ändra de uppgifter du har lämnat, och också vi ansvarar för att de är riktiga.',
    en: 'You can check and change the data you have given, and we too answer for its being correct.',
  },
  'consent.withdraw': {
    fi: 'Voit peruuttaa suostumuksesi milloin tahansa, ja peruutus vaikuttaa heti.',
    sv: 'Du kan återkalla ditt samtycke när som helst, och återkallelsen gäller genast.',
    en: 'You can withdraw your consent at any time, and the withdrawal takes effect at once.',
  },
  'portability.machine-readable': {
    fi: 'Kun käsittely perustuu sopimukseen tai suostumukseen, saat itse antamasi tiedot koneluettavina ja voit siirtää ne muualle.',
    sv: 'När behandlingen bygger på avtal eller samtycke får du de uppgifter du själv har lämnat i maskinläsbar form och kan flytta dem någon annanstans.',
    en: 'Where the processing rests on a contract or consent, you get the data that you have given in machine-readable form and can move it elsewhere.',
  },
  'complaint.authority-told': {
    fi: 'Kerromme selosteessa ja jokaisessa kielteisessä vastauksessa, miten voit valittaa valvontaviranomaiselle.',
    sv: 'Vi berättar i beskrivningen och i varje avslag hur du kan klaga hos tillsynsmyndigheten.',
    en: 'We tell you in the notice and in every refusal how to complain to the supervisory authority.',
  },
  'identity.proof-on-request': {
    fi: 'Pyydämme sinua todistamaan henkilöllisyytesi vain, jos meillä on perusteltu syy epäillä sitä, ja poistamme todisteen päätöksen jälkeen.',
    sv: 'Vi ber dig styrka din identitet bara om vi har rimliga skäl att tvivla på den, och vi raderar beviset efter beslutet.',
    en: 'We ask you to prove who you are only where we have reasonable doubt, and we erase the proof after the decision.',
  },
  'identity.no-disclosure-if-unsure': {
    fi: 'Emme anna tietojasi kenellekään, jonka henkilöllisyydestä emme ole riittävän varmoja.',
    sv: 'Vi lämnar inte ut dina uppgifter till någon vars identitet vi inte är tillräckligt säkra på.',
    en: 'We give your data to nobody of whose identity we are not sure enough.',
  },
  'refusal.reasons-told': {
    fi: 'Jos hylkäämme pyyntösi, kerromme syyt kuukauden kuluessa.',
    sv: 'Om vi avslår din begäran berättar vi skälen inom en månad.',
    en: 'If we refuse your request, we tell you the reasons within a month.',
  },
  'refusal.can-be-contested': {
    fi: 'Voit riitauttaa kielteisen päätöksen, ja sen tutkii eri työntekijä kuin se, joka päätöksen teki.',
    sv: 'Du kan bestrida ett avslag, och det prövas av en annan anställd än den som fattade beslutet.',
    en: 'You can contest a refusal, and it is reviewed by another employee than the one who decided.',
  },
  'request.archive': {
    fi: 'Arkistoimme pyyntösi vain selosteessa kerrotuksi ajaksi ja mahdollisimman vähin tiedoin.',
    sv: 'Vi arkiverar din begäran bara så länge som anges i beskrivningen och med så få uppgifter som möjligt.',
    en: 'We archive your request only for as long as the notice says, and with as little data as possible.',
  },
  'request.prompt-answer': {
    fi: 'Vastaamme pyyntöösi ilman aiheetonta viivytystä ja viimeistään kuukauden kuluttua. Jos tarvitsemme lisäaikaa, kerromme siitä ja sen syystä saman kuukauden aikana.',
    sv: 'Vi svarar på din begäran utan onödigt dröjsmål och senast inom en månad. Om vi behöver mer tid berättar vi det och varför inom samma månad.',
    en: 'We answer your request without undue delay and within a month at the latest. If we need more time, we tell you so, and why, within that month.',
  },
  'request.same-medium': {
    fi: 'Sähköiseen pyyntöön vastaamme sähköisesti, ellet pyydä muuta.',
    sv: 'En elektronisk begäran besvarar vi elektroniskt, om du inte ber om något annat.',
    en: 'We answer an electronic request electronically, unless you ask otherwise.',
  },
  'relation.end-any-time': {
    fi: 'Voit lopettaa asiakassuhteesi milloin tahansa, ja kerromme, milloin tietosi sen jälkeen poistetaan.',
    sv: 'Du kan avsluta din kundrelation när som helst, och vi berättar när dina uppgifter därefter raderas.',
    en: 'You can end your customer relationship at any time, and we tell you when your data is erased after that.',
  },
}

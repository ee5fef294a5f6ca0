import type { LintWords } from '../words.ts'

/** Findings on what is told: of others, of the law, and without contradiction. */
export const TELLING_WORDS = {
  L11: {
    why: {
      fi: 'Avoin luettelo (”esimerkiksi”, ”muut yhteistyökumppanit”) ei kerro, mitä tietoja kerätään tai kuka ne saa. Siksi siihen mahtuisi mitä tahansa.',
      sv: 'En öppen lista (”till exempel”, ”övriga samarbetspartner”) berättar inte vilka uppgifter som samlas in eller vem som får dem. Därför kunde vad som helst rymmas i den.',
      en: 'An open list (“for example”, “other partners”) does not say what data is collected or who receives it. Anything could be read into it.',
    },
    safe: {
      fi: 'Luettelo on suljettu: mitä siinä ei nimetä, sitä ei kerätä, käytetä eikä luovuteta.',
      sv: 'Listan är stängd: det som inte nämns i den samlas inte in, används inte och lämnas inte ut.',
      en: 'The list is closed: what it does not name is not collected, used or disclosed.',
    },
  },
  L12: {
    why: {
      fi: 'Kun tietoja siirretään EU:n ja ETA:n ulkopuolelle, on kerrottava, millä suojatoimella kukin siirto tehdään ja mistä siitä saa jäljennöksen. ”Tai muu laillinen keino” jättää sen auki.',
      sv: 'När uppgifter överförs till länder utanför EU och EES ska det framgå vilken skyddsåtgärd varje överföring grundar sig på och var man får en kopia av den. ”Eller någon annan laglig mekanism” lämnar det öppet.',
      en: 'When data leaves the EU and the EEA, people must be told which safeguard each transfer rests on and where to get a copy of it. “Or some other lawful mechanism” leaves that open.',
    },
    safe: {
      fi: 'Mitään ei siirretä, ennen kuin siirrolla on yksi nimetty peruste, asiakirja ja kohdemaa.',
      sv: 'Ingenting överförs förrän överföringen har en namngiven grund, ett dokument och ett mottagarland.',
      en: 'Nothing is transferred until the transfer has one named ground, a document and a country.',
    },
  },
  L16: {
    why: {
      fi: 'Teksti sanoo kaksi asiaa, joista toinen ei voi pitää paikkaansa: minkä se yhdessä virkkeessä kiistää, sen se toisessa tekee. Lukija ei saa tietää, kumpi on totta.',
      sv: 'Texten säger två saker av vilka den ena inte kan vara sann: det som förnekas i en mening görs i en annan. Läsaren får inte veta vilket som stämmer.',
      en: 'The text says two things of which one cannot be true: what one sentence denies, another does. The reader never learns which to believe.',
    },
    safe: {
      fi: 'Varovaisempi tulkinta ratkaisee: tieto on henkilötietoa, sen alkuperä kerrotaan, eikä sitä yhdistetä henkilöön ilman erillistä suostumusta.',
      sv: 'Den försiktigare tolkningen avgör: uppgifterna är personuppgifter, deras ursprung anges, och de kopplas inte till en person utan särskilt samtycke.',
      en: 'The more careful reading decides: the data is personal data, its source is told, and it is not linked to a person without a consent of its own.',
    },
  },
  L19: {
    why: {
      fi: 'Teksti vetoaa lakiin, joka on kumottu. Oikeudet, valitustiet ja määräajat ovat nyt muissa säädöksissä.',
      sv: 'Texten hänvisar till en lag som är upphävd. Rättigheterna, besvärsvägarna och tidsfristerna finns nu i andra författningar.',
      en: 'The text rests on an act that has been repealed. Rights, remedies and terms now stand in other acts.',
    },
    safe: {
      fi: 'Noudatetaan voimassa olevaa lakia: sen oikeuksia, määräaikoja ja muutoksenhakua.',
      sv: 'Den gällande lagen följs: dess rättigheter, tidsfrister och ändringssökande.',
      en: 'The law in force is followed: its rights, terms and remedies.',
    },
  },
  L20: {
    why: {
      fi: 'Tietosuojaselosteesta puuttuu kohtia, jotka on kerrottava kaikille, joiden tietoja käsitellään. Kukaan ei voi käyttää oikeutta, josta ei tiedä.',
      sv: 'I dataskyddsbeskrivningen saknas sådant som ska berättas för alla vars uppgifter behandlas. Ingen kan använda en rättighet som den inte känner till.',
      en: 'The notice leaves out what everybody whose data is used has to be told. Nobody can use a right they have not heard of.',
    },
    safe: {
      fi: 'Käytäntöä ei julkaista ennen kuin jokainen kohta on kerrottu tai perusteltu aiheettomaksi. Lain antamat oikeudet ovat silti voimassa.',
      sv: 'Policyn publiceras inte förrän varje punkt är angiven eller motiverat obehövlig. De rättigheter som lagen ger gäller ändå.',
      en: 'The policy is not published until each item is told, or shown not to apply. The rights that the law gives hold all the same.',
    },
  },
  L28: {
    why: {
      fi: 'Palveluntarjoaja käyttää tietoja omiin tarkoituksiinsa tai luovuttaa niitä eteenpäin. Silloin se ei ole pelkkä käsittelijä, ja sen rooli on kerrottava.',
      sv: 'Leverantören använder uppgifterna för egna ändamål eller lämnar dem vidare. Då är den inte bara ett personuppgiftsbiträde, och dess roll ska framgå.',
      en: 'A vendor uses the data for ends of its own, or hands it on. Then it is more than a processor, and its role has to be told.',
    },
    safe: {
      fi: 'Palveluntarjoajaa pidetään rekisterinpitäjänä: sille ei anneta mitään ilman suostumusta, ja sen oma käyttö kerrotaan nimeltä.',
      sv: 'Leverantören betraktas som personuppgiftsansvarig: den får ingenting utan samtycke, och dess egen användning nämns vid namn.',
      en: 'The vendor is taken for a controller: it gets nothing without consent, and its own use is told by name.',
    },
  },
} as const satisfies Record<string, LintWords>

/** På svenska: beskrivningen av kakor. */
export const svNotice = {
  'notice.title': 'Kakor och liknande tekniker',
  'notice.description':
    'Vad {site} lagrar på din enhet, för vilket ändamål, hur länge och hur du kan säga nej.',
  'notice.lead':
    'Här berättar vi vad {site} lagrar på din enhet, för vilket ändamål och hur länge. Vi berättar också hur du kan säga nej.',
  'notice.dated': 'Gäller från och med den {date}. Version {label}.',
  'notice.contents': 'Innehåll',
  'short.title': 'I korthet',
  'short.always':
    'Utan ditt samtycke lagrar vi bara det som behövs för tjänster du själv ber om: {services}.',
  'short.asked': 'Bara med ditt samtycke använder vi kakor också för {uses}.',
  'short.refuse':
    'Det är lika lätt att säga nej som att säga ja. Webbplatsen fungerar även om du säger nej.',
  'short.change': 'Du kan ändra dig när som helst på sidan <choices>Dina val</choices>.',
  'short.signals': 'Om din webbläsare ber om att du inte ska spåras respekterar vi det.',
  'who.title': 'Vem som ansvarar för dina uppgifter',
  'who.text':
    'Personuppgiftsansvarig, alltså det företag som ansvarar för behandlingen av dina uppgifter, är {name}.',
  'who.business-id': 'FO-nummer',
  'who.address': 'Postadress',
  'who.email': 'E-post',
  'who.website': 'Webbplats',
  'who.sites': 'Beskrivningen gäller',
  'tech.title': 'Vad en kaka är',
  'tech.cookie':
    'En kaka är en liten textfil. Servern ber din webbläsare att spara den på din enhet, och webbläsaren skickar tillbaka den när du öppnar nästa sida. Så vet servern att det är samma webbläsare som nyss, och minns till exempel vad du lagt i kundvagnen.',
  'tech.local-storage':
    'Webbläsarens lokala lagring är webbplatsens egen minnesplats i din webbläsare. Där ryms mer än i en kaka, och webbläsaren skickar den inte till servern av sig själv.',
  'tech.session-storage':
    'Sessionslagringen är en likadan minnesplats, men den töms när du stänger fliken.',
  'tech.indexed-db': 'Webbläsarens databas (IndexedDB) är en minnesplats för större mängder data.',
  'tech.cache':
    'Webbläsarens cacheminne (Cache Storage) bevarar hela filer, så att sidan inte behöver hämta dem varje gång.',
  'tech.service-worker':
    'Ett bakgrundsprogram (service worker) är webbplatsens eget program som webbläsaren sparar och kan köra också när sidan inte är öppen.',
  'tech.pixel':
    'En bildpunktstagg är en bild på sidan som bara är en enda punkt stor. När din webbläsare hämtar bilden får servern som skickar den veta att sidan öppnades.',
  'tech.listed': 'Vi använder bara de tekniker som räknas upp på den här sidan.',
  'tech.lifetime':
    'Varje kaka och annan identifierare har en giltighetstid som bestämts på förhand. När tiden är slut försvinner den ur din webbläsare. Du kan också ta bort den själv när som helst.',
  'tech.rolling':
    'En del identifierare förnyas när du besöker webbplatsen. Också de har en bortre gräns, som räknas från det första besöket och anges i tabellen.',
  'uses.title': 'Vad vi använder kakor till',
  'uses.intro':
    'Vi använder kakor och andra identifierare för {n} ändamål. Du bestämmer separat om varje ändamål som kräver ditt samtycke.',
  'uses.services':
    'De här identifierarna behövs när du använder en tjänst som du själv ber om. Identifieraren lagras först när du börjar använda tjänsten.',
  'uses.services.list': 'Tjänster',
  'uses.aims': 'Vi vill {aims}.',
  'uses.aims.list': 'Vi vill:',
  'uses.ask':
    'Vi frågar först. Utan ditt samtycke varken lagrar eller läser vi något på din enhet för det här.',
  'uses.basis': 'Rättslig grund',
  'uses.vendors': 'Partner',
  'uses.lifetimes': 'Giltighetstider',
  'uses.range': 'minst {shortest} och högst {longest}',
  'uses.collects': 'För det här samlar vi bara in de här uppgifterna om ditt besök:',
  'uses.collects.none': 'För det här samlar vi inte själva in uppgifter om ditt besök.',
  'uses.caption': '{name}: kakor och andra identifierare',
  'uses.none': 'För det här lagras ingenting på din enhet.',
  'basis.consent':
    'Ditt samtycke (allmänna dataskyddsförordningen, artikel 6.1 a; lagen om tjänster inom elektronisk kommunikation, 205 §)',
  'basis.service-requested':
    'En tjänst som du själv ber om (lagen om tjänster inom elektronisk kommunikation, 205 § 2 mom.)',
  'basis.legitimate-interest':
    'Vårt berättigade intresse (allmänna dataskyddsförordningen, artikel 6.1 f)',
  'basis.contract': 'Avtalet med dig (allmänna dataskyddsförordningen, artikel 6.1 b)',
  'never.title': 'Vad vi inte gör',
  'never.more': 'Vi samlar inte in något om ditt besök som inte nämns på den här sidan.',
  'never.identify': 'Vi försöker inte ta reda på vem du är enbart med hjälp av kakor.',
  'never.ip':
    'Vi lagrar inte din IP-adress. Vi behandlar den som en personuppgift, och den finns i serverns minne bara så länge som svaret kräver.',
  'never.pixel': 'Vi laddar inte bildpunktstaggar utan samma samtycke som kakorna kräver.',
  'never.respawn': 'Vi återskapar inte en identifierare som du har tagit bort.',
  'never.fingerprint':
    'Om du blockerar lagring i din webbläsare försöker vi inte känna igen den på andra sätt.',
  'choices.title': 'Så säger du ja, säger nej eller ändrar dig',
  'choices.banner': 'När du kommer till webbplatsen',
  'choices.banner.text':
    'Vi frågar vad vi får göra. Knapparna ”{accept}” och ”{refuse}” är lika stora och står bredvid varandra. Under ”{choose}” bestämmer du separat om varje ändamål.',
  'choices.link': 'Senare',
  'choices.link.text':
    'På varje sida finns en liten länk, ”{open}”. Via den kan du ändra ditt val eller återkalla ditt samtycke när som helst. Återkallelsen gäller genast.',
  'choices.centre': 'Utan banner',
  'choices.centre.text':
    'På sidan <choices>Dina val</choices> ser du vad du har valt och kan ändra det. Sidan fungerar också utan JavaScript.',
  'choices.lapse': 'Hur länge valet gäller',
  'choices.lapse.text':
    'Ditt val gäller {during}. Efter det frågar vi på nytt. Vi frågar också på nytt om det du samtyckt till ändras.',
  'choices.browser': 'Webbläsarens inställningar',
  'choices.browser.text':
    'I webbläsarens inställningar kan du radera kakor och annat som har lagrats, eller blockera dem helt.',
  'without.title': 'Vad som händer om du säger nej eller blockerar kakor',
  'without.refuse':
    'Om du inte ger ditt samtycke förlorar du ingen tjänst. Det gäller allt som kräver ditt samtycke: {uses}.',
  'without.recommendations':
    'Du får då samma produktrekommendationer och samma innehåll som alla andra.',
  'without.block':
    'Om du i webbläsaren blockerar också de nödvändiga identifierarna kan någon tjänst du ber om sluta fungera:',
  'signals.title': 'Signaler från din webbläsare',
  'signals.intro':
    'Din webbläsare kan säga för din räkning att du inte vill bli spårad. Vi följer de här signalerna, och du behöver inte göra något annat.',
  'signals.effect': 'När signalen är på avstår vi från {what}.',
  'signals.override':
    'Om du ger ditt samtycke medan signalen är på är det ditt eget val som gäller.',
  'signals.third-party':
    'Du kan också avvisa tredjepartskakor i webbläsarens inställningar. Vi kringgår inte en sådan spärr.',
  'vendors.title': 'Våra partner',
  'vendors.intro': 'De här företagen deltar bara i sådant som du har samtyckt till.',
  'vendors.caption': 'Partner, deras land och mer information',
  'vendors.name': 'Tjänst',
  'vendors.company': 'Företag',
  'vendors.country': 'Land',
  'vendors.for': 'Till vad',
  'vendors.more': 'Mer information',
  'vendors.privacy': 'dataskyddsbeskrivning',
  'vendors.opt-out': 'avböj på partnerns sida',
  'rights.title': 'Dina rättigheter och kontaktuppgifter',
  'rights.browser':
    'På sidan <choices>Dina val</choices> ser du vad vi vet om den här webbläsaren.',
  'rights.text':
    'Du har rätt att få tillgång till dina uppgifter, rätta och radera dem, begränsa behandlingen av dem och invända mot den samt flytta dem någon annanstans. Skriv till oss: <mail>{email}</mail>.',
  'rights.authority':
    'Om du anser att vi bryter mot lagen kan du klaga hos tillsynsmyndigheten. I Finland är det {authority}: <site>www.tietosuoja.fi</site>.',
  'about.title': 'Om den här beskrivningen',
  'about.text':
    'Beskrivningen är gjord av samma fil som webbplatsens programvara följer. På sidan <promises>Våra löften</promises> ser du för varje löfte om vi håller det och när det senast kontrollerades.',
  'about.version': 'Version',
  'about.in-force': 'Gäller från och med',
  'about.review': 'Ses över senast',
  'about.id': 'Filens kontrollsumma (SHA-256)',
  'about.versions': 'Tidigare versioner',
  'about.machine': 'Maskinläsbart',
}

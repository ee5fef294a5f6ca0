import type { CentreWords } from './en.ts'
import { svDevice } from './sv-device.ts'
import { svMine } from './sv-mine.ts'
import { svRights } from './sv-rights.ts'

/** The public pages in Finland-Swedish. */
export const sv: CentreWords = {
  ...svDevice,
  ...svMine,
  ...svRights,
  'centre.title': 'Din integritet',
  'centre.lead':
    'Här ser du vad du har tillåtit, kan ändra dig och får veta vad som är känt om den här webbläsaren. Allt fungerar också utan JavaScript.',

  'now.heading': 'Gäller just nu',
  'now.none':
    'Du har inte valt ännu. Tills du gör det är svaret nej: bara det som är nödvändigt används.',
  'now.refused': 'Du har nekat allt som inte är nödvändigt.',
  'now.granted': 'Du tillåter: {purposes}.',
  'now.silenced': 'Ditt val gäller, men just nu används bara det som är nödvändigt.',
  'now.unreadable':
    'I din webbläsare finns ett val vars äkthet vi inte kan bekräfta. Det betyder detsamma som nej.',
  'now.lapsed': 'Ditt tidigare val gäller inte längre, så svaret är nej igen.',
  'now.withdrawn': 'Du har återkallat det här valet. Svaret är nej.',
  'now.dates': 'Du valde {made}. Valet gäller till {until}, om du inte ändrar det tidigare.',
  'now.withdraw': 'Återkalla alla samtycken',

  'did.unchanged':
    'Beskrivningen ändrades medan sidan var öppen, så ingenting sparades. Det du hade valt tidigare gäller som förut. Titta på valen en gång till.',
  'did.saved': 'Ditt val är sparat och gäller nu.',
  'did.narrowed':
    'Det du nekade gäller nu. Nya tillstånd sparades inte, eftersom sidan hade varit öppen länge eller beskrivningen har ändrats sedan dess. Titta på valen på nytt och spara en gång till.',
  'did.reset':
    'Beskrivningen ändrades medan sidan var öppen. För säkerhets skull är nu bara det nödvändiga tillåtet. Titta på valen på nytt och spara en gång till.',
  'did.unkept':
    'Ditt val nådde oss, men din webbläsare sparar inte vår kaka. Ingenting blir ihågkommet, och det betyder detsamma som nej.',

  'signals.heading': 'Din webbläsare har redan sagt något',
  'signals.gpc': 'Din webbläsare sänder signalen Global Privacy Control.',
  'signals.dnt': 'Din webbläsare sänder signalen Do Not Track.',
  'signals.refuses': 'För oss betyder den nej till: {purposes}.',
  'signals.nothing': 'Vår policy knyter inte signalen till något ändamål, så valen nedan avgör.',
  'signals.override':
    'Om du ändå tillåter något av detta nedan går ditt eget val före: du har gjort det medvetet och kan ta tillbaka det när som helst.',

  'choices.heading': 'Dina val',
  'choices.lead':
    'Du bestämmer om varje ändamål för sig, och varje beslut går att ångra. Butiken fungerar även om du nekar till allt.',
  'choices.quick': 'Med ett tryck',
  'choices.each': 'Eller välj ett i taget',
  'choices.allow': 'Tillåt',
  'choices.always': 'Används alltid',
  'choices.always.text':
    'Utan detta skulle tjänsten du bad om inte fungera, så här finns inget att stänga av.',
  'choices.on': 'gäller',
  'choices.off': 'inte tillåtet',
  'choices.trackers':
    '{count, plural, one {Vad som lagras: # sak} other {Vad som lagras: # saker}}',
  'choices.noTrackers': 'För det här ändamålet lagras ingenting på din enhet.',
  'choices.noscript':
    'När du nekar tar vi genast bort kakorna för det du nekat till. Det som eventuellt finns kvar i webbläsarens lokala lagring kan bara tas bort av ett skript, och JavaScript är avstängt i din webbläsare. Det tas bort nästa gång du besöker oss med JavaScript påslaget. Du kan också rensa den här webbplatsens data i webbläsarens inställningar.',

  'reason.no-consent': 'Du har inte tillåtit detta.',
  'reason.withdrawn': 'Du har återkallat detta.',
  'reason.objected': 'En signal från din webbläsare säger nej till detta.',
  'reason.lapsed': 'Ditt samtycke gäller inte längre.',
  'reason.terms-changed':
    'Villkoren har ändrats sedan du samtyckte. Därför frågar vi på nytt i stället för att anta.',
  'reason.other': 'Detta används inte.',

  'column.name': 'Namn',
  'column.use': 'Vad den är till för',
  'column.vendor': 'Vems den är',
  'column.store': 'Var',
  'column.lifetime': 'Hur länge',

  'receipt.heading': 'Ditt kvitto',
  'receipt.text':
    'Ditt val har ett undertecknat kvitto. Där står vad du tillät, när och vilka ord du fick läsa, så att du kan visa det för vem som helst, också för oss.',
  'receipt.none': 'Du får ett kvitto när du har gjort ett val, också när du har nekat.',
  'receipt.download': 'Ladda ner kvittot',
  'receipt.anonymous':
    'Kvittot för ett nej innehåller ingen identifierare: det är likadant för alla som nekade samma dag på samma språk.',
  'receipt.missing.title': 'Det finns inget kvitto ännu',
  'receipt.missing.text':
    'I den här webbläsaren finns inget kvitto vars äkthet vi kan bekräfta. Antingen har inget val gjorts här, eller så har kakan med kvittot tagits bort eller ändrats.',
  'receipt.missing.do': 'Gör ett val, så får du ett kvitto',

  'file.about': 'Ett kvitto på ett integritetsval: vad som valdes, när och vilka ord som visades.',
  'file.allowed': 'Du tillät: {purposes}.',
  'file.refused': 'Du nekade allt som inte är nödvändigt.',
  'file.check':
    'Klistra in den här filen, eller bara texten under ”receipt”, på adressen som anges här. Underskriften kan bara kontrolleras av servern som gjorde den. Kvittots mellersta del, mellan de två punkterna, är vanlig base64url-text som vem som helst kan läsa.',
  'file.words.same': 'De här orden visades för dig.',
  'file.words.other':
    'Orden som visades för dig kan inte längre återskapas med den här versionen av programmet. Det här är början på deras SHA-256-kontrollsumma.',

  'check.again': 'Kontrollera ett annat kvitto',
  'check.title': 'Kontrollera ett kvitto',
  'check.lead':
    'Klistra in ett kvitto här, antingen hela den nedladdade filen eller bara själva kvittot. Vi berättar om det är äkta, vad det tillåter och om det fortfarande gäller. Inget av det du klistrar in sparas.',
  'check.label': 'Kvitto',
  'check.button': 'Kontrollera',
  'check.genuine': 'Kvittot är äkta',
  'check.genuine.text': 'Vi har undertecknat det, och inte ett enda tecken har ändrats sedan dess.',
  'check.forged': 'Kvittot är inte äkta',
  'check.forged.text':
    'Underskriften stämmer inte. Antingen kommer kvittot inte från den här webbplatsen, eller så har det ändrats, eller så föll en del bort när det kopierades.',
  'check.empty': 'Det fanns inget kvitto i texten',
  'check.empty.text':
    'Ett kvitto är en lång rad bokstäver och siffror med två punkter i. I en nedladdad fil står det under ”receipt”.',
  'check.allows': 'Vad det tillåter',
  'check.nothing': 'Inget utöver det som är nödvändigt. Det är ett nej.',
  'check.standing.yes': 'gäller fortfarande',
  'check.standing.no': 'gäller inte längre',
  'check.made': 'Gjort',
  'check.until': 'Gäller till',
  'check.lang': 'Språk som orden visades på',
  'check.policy': 'Policyns version',
  'check.words': 'Ordens kontrollsumma',
  'check.read': 'Läs den versionens beskrivning',

  'known.sent.stray':
    'En del av dessa hör till ändamål som du inte tillåter. Tryck på ”{refuse}” ovan, så tas de bort.',
  'known.heading': 'Vad som är känt om den här webbläsaren',
  'known.sent.heading': 'Vad din webbläsare sände oss nyss',
  'known.sent.none': 'Din webbläsare sände inga kakor alls med den här sidförfrågan.',
  'known.sent.text':
    'De här följde med din förfrågan. Vi visar hur långt varje värde är men inte själva värdet, så att ingen som tittar över axeln på dig får veta det.',
  'known.length': 'Längd',
  'known.characters': '{count, plural, one {# tecken} other {# tecken}}',
  'known.undeclared.heading': 'Kakor som policyn inte nämner',
  'known.undeclared.text':
    'Din webbläsare sände också kakor som vår policy inte nämner. Vi använder dem inte. De kan komma från en annan tjänst på samma adress eller från ett tillägg i din webbläsare.',
  'known.server.heading': 'Vad vår server har sparat',
  'known.server.nothing':
    'Ingenting. Den här webbläsaren bär ingen identifierare från oss, så här finns inget som kan kopplas till den.',
  'known.server.text':
    'Varje ändamål har sin egen identifierare och sin egen tabell, och de går inte att koppla ihop. När du återkallar ett ändamål raderas det som sparats för det.',
  'known.group.personalisation': 'Personanpassning',
  'known.group.analytics': 'Analys',
  'known.group.marketing': 'Marknadsföring',
  'known.group.none': 'Inget är sparat.',
  'known.group.count':
    '{count, plural, one {# händelse} other {# händelser}}, den första {first} och den senaste {last}.',
  'known.group.day': '{count, plural, one {# händelse} other {# händelser}} den {first}.',
  'known.group.recent': '{count, plural, one {Visa den senaste} other {Visa de # senaste}}',
  'known.when': 'När',
  'known.what': 'Vad',

  'event.page_view': 'du öppnade en sida',
  'event.page_leave': 'du lämnade en sida',
  'event.link_click': 'du följde en länk',
  'event.product_view': 'du tittade på en produkt',
  'event.search': 'du sökte',
  'event.cart_add': 'du lade i varukorgen',
  'event.cart_remove': 'du tog bort ur varukorgen',
  'event.purchase': 'du köpte',
  'event.pixel_view': 'du såg en annons',
  'event.list_view': 'du tittade på en produktlista',
  'event.checkout_start': 'du gick till kassan',
  'event.refund': 'du fick pengar tillbaka',
  'event.goal': 'du nådde ett mål',
  'event.screen_view': 'du öppnade en vy i appen',
  'event.app_open': 'du öppnade appen',
  'event.app_install': 'du installerade appen',
  'event.app_update': 'du uppdaterade appen',
  'field.path': 'sida',
  'field.title': 'rubrik',
  'field.referrer': 'du kom från',
  'field.language': 'språk',
  'field.device': 'enhet',
  'field.browser': 'webbläsare',
  'field.os': 'operativsystem',
  'field.visible_seconds': 'sekunder i sikte',
  'field.link_kind': 'slag av länk',
  'field.link_target': 'länk till',
  'field.product': 'produkt',
  'field.product_name': 'produktens namn',
  'field.category': 'produktgrupp',
  'field.query': 'sökord',
  'field.results': 'träffar',
  'field.quantity': 'antal',
  'field.value': 'värde',
  'field.currency': 'valuta',
  'field.campaign': 'kampanj',
  'field.campaign_source': 'kampanjens källa',
  'field.campaign_medium': 'kampanjens medium',
  'field.campaign_term': 'kampanjens sökord',
  'field.campaign_content': 'annonsens version',
  'field.click_id': 'annonsens klickidentifierare',
  'field.channel': 'hur du hittade hit',
  'field.source': 'tjänsten du kom från',
  'field.referrer_path': 'föregående sida',
  'field.country': 'land',
  'field.region': 'region',
  'field.city': 'ort',
  'field.screen_size': 'skärmens storlek',
  'field.os_version': 'operativsystemets version',
  'field.screen': 'vy',
  'field.app_version': 'appens version',
  'field.order': 'ordernummer',
  'field.price': 'styckpris',
  'field.shipping': 'leveranskostnader',
  'field.tax': 'skatt',
  'field.discount': 'rabatt',
  'field.coupon': 'rabattkod',
  'field.goal': 'mål',

  'more.heading': 'Läs mer',
  'more.notice': 'Om kakor: vad som används, vems det är och hur länge',
  'more.promises': 'Vad vi lovar, och om vi har hållit det',
  'more.versions': 'Alla versioner av policyn',
  'more.yaml': 'Policyfilen som systemet lyder',
  'more.json': 'Samma sak för maskiner',

  'notice.other': 'Den här beskrivningen som fil',
  'notice.md': 'Markdown',
  'notice.txt': 'ren text',
  'notice.old': 'Du läser en version som inte längre gäller. Den gällde från {from} till {until}.',
  'notice.coming': 'Du läser en version som har publicerats men börjar gälla först {from}.',
  'notice.called-off':
    'Du läser en version som drogs tillbaka innan den hann börja gälla: en annan kom i dess ställe.',
  'notice.old.current': 'Läs den som gäller nu',

  'versions.none': 'Ingen version gäller ännu.',
  'versions.title': 'Alla versioner av policyn',
  'versions.lead':
    'Ingen version tas någonsin bort. Varje version har en SHA-256-kontrollsumma av sin fil, så att vem som helst kan försäkra sig om att den inte har ändrats i efterhand.',
  'versions.label': 'Version',
  'versions.from': 'Gäller från',
  'versions.until': 'Till',
  'versions.now': 'gäller nu',
  'versions.read': 'Läs',
  'versions.file': 'policyfil',
  'versions.fingerprint': 'Kontrollsumma',
  'versions.coming': 'gäller ännu inte',
  'versions.ends': 'Till',
  'versions.past': 'gäller inte längre',
  'versions.called-off': 'drogs tillbaka innan den började gälla',
  'versions.changes': 'Vad som ändrades',
  'versions.first': 'Den första versionen.',
  'versions.same': 'Ingenting annat än själva versionen.',
  'versions.unknown': 'Ändringarna har inte antecknats.',
  'versions.follows.inform': 'berättades i förväg',
  'versions.follows.ask-again': 'lov frågas på nytt',
  'versions.told.site': 'Ändringen berättades på webbplatsen den {day}.',
  'versions.told.email': 'Ändringen berättades per e-post den {day}.',
  'versions.told.post': 'Ändringen berättades per post den {day}.',
  'versions.json': 'undertecknad uppgift',
  'versions.signature': 'Underskrift',
  'versions.unsigned': 'Den här versionen är inte undertecknad.',
  'versions.key':
    'Varje version är undertecknad (Ed25519) tillsammans med sina beskrivningar och sin dag, så att ingen, inte ens vi, kan ändra den obemärkt.',
  'versions.key.link': 'Den öppna nyckeln',

  'promises.title': 'Löften, och vad som har setts',
  'promises.lead':
    'En del löften prövas i det system som är i drift, och nedan står vad som har setts och när. Andra testas före varje utgåva, och för en del har den här versionen av systemet ännu inga belägg. Vi kallar ett löfte hållet bara om vi har sett att det håller.',
  'promises.summary':
    '{kept, plural, one {# löfte hållet} other {# löften hållna}}, {broken, plural, =0 {inget brutet} one {# brutet} other {# brutna}}, {tested, plural, =0 {inget bara testat} one {# bara testat före utgåvan} other {# bara testade före utgåvan}}, {unproven, plural, =0 {inget utan belägg} other {# ännu utan belägg}}.',
  'promises.summary.old':
    '{count, plural, one {En av iakttagelserna är mer än två dygn gammal.} other {# av iakttagelserna är mer än två dygn gamla.}}',
  'promises.status.broken': 'Brutet',
  'promises.status.kept': 'Hållet',
  'promises.status.tested': 'Testat före utgåvan',
  'promises.status.unproven': 'Ännu utan belägg',
  'promises.heading.broken': 'Brutna löften',
  'promises.heading.kept': 'Hållna löften',
  'promises.heading.tested': 'Löften som har testats före utgåvan',
  'promises.heading.unproven': 'Löften som det ännu inte finns belägg för',
  'promises.broken.none': 'Inget brutet löfte har setts.',
  'promises.old': 'Detta sågs för mer än två dygn sedan och stämmer kanske inte längre.',
  'promises.tested.text':
    'Dessa har ännu inte prövats i det system som är i drift. Automatiska test granskar dem före varje utgåva, en del av dem bara i fråga om vad som måste stå i policyn.',
  'promises.unproven.text':
    'Policyn ger dessa löften, men den här versionen av systemet har varken test eller prov som visar att de håller. Därför kallar vi dem inte hållna.',
  'promises.entry': 'bevis nummer {entry}',
  'promises.line': 'rad {line} i policyfilen',
  'promises.zone': 'Klockslagen är finländsk tid.',

  'probe.current':
    'Den publicerade policyfilen har kontrollsumman {published}…, och {version}… gäller. Av de tre beskrivningarna är {same} av den versionen.',
  'probe.versions':
    '{count, plural, one {Det har funnits en version} other {Det har funnits # versioner}}. Filen stämmer med sin kontrollsumma i {intact} av {count}, beskrivningen går att läsa i {notices} av {wanted} fall (tre språk per version), och {dated} av {terms} är daterade. Val och händelser hänvisar till {used} versioner, av vilka {lost} inte går att läsa.',
  'probe.technology':
    'Av de tre publicerade beskrivningarna förklarar {count} med enkla ord vad en kaka är.',
  'probe.vendors':
    'I beskrivningarnas tabeller står det på {named} av {wanted} rader vems kakan eller identifieraren är ({trackers, plural, one {# identifierare} other {# identifierare}}, tre språk).',
  'probe.links':
    'Av länkarna till mer hjälp finns {printed} av {wanted} i de publicerade beskrivningarna (tre språk).',
  'probe.declared':
    '{pages} sidor öppnades som vid ett första besök; de satte {cookies, plural, =0 {ingen kaka} one {en kaka} other {# kakor}}. Skriptet känner till {known} av de {trackers} identifierare som policyn nämner.',
  'probe.refusal':
    'Ett prov-nej i formuläret: {left} av {asked} ändamål som kräver samtycke blev kvar, {ended} av {cookies} kakor togs bort, och {anonymous, select, yes {kvittot hade ingen identifierare} other {kvittot hade en identifierare eller uteblev}}.',
  'probe.withdrawal':
    'Ett provsamtycke gavs och återkallades, vartdera med ett tryck: före {before}, efter {after} tillåtna ändamål. Det gamla kvittot tillåter nu {old}.',

  'error.404.title': 'Här finns ingen sida',
  'error.404.text': 'Adressen kan vara felskriven, eller så har sidan flyttats.',
  'error.405.title': 'Den här sidan kan inte användas så',
  'error.405.text': 'Öppna sidan i en webbläsare som vanligt.',
  'error.400.title': 'Vi kunde inte läsa det där',
  'error.400.text':
    'Något i förfrågan var fel eller för stort. Ingenting ändrades. Gå tillbaka till din integritetssida och försök på nytt.',
  'error.403.title': 'Detta kom från en annan webbplats',
  'error.403.text':
    'Tillstånd kan bara ges på våra egna sidor. Ingenting ändrades. Om du ville välja kan du göra det här:',
  'error.429.title': 'För många försök',
  'error.429.text':
    'Vänta en minut och försök igen. Den som nekar eller återkallar behöver aldrig vänta.',
  'error.500.title': 'Något gick fel hos oss',
  'error.500.text':
    'Felet är vårt, inte ditt. Ingenting ändrades. Försök igen om en stund. Om felet återkommer, skriv till oss: {email}',
  'error.home': 'Till din integritetssida',
}

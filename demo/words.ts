import { say } from './catalogue/index.ts'

/** Words of the frame around every page. */
export const FRAME = {
  skip: say('Siirry sisältöön', 'Gå till innehållet', 'Skip to content'),
  promo: say(
    'Ilmainen toimitus yli 80 euron tilauksiin · 100 päivän palautus',
    'Fri leverans på beställningar över 80 euro · 100 dagars returrätt',
    'Free delivery on orders over €80 · 100 days to return',
  ),
  search: say('Hae tuotteita', 'Sök produkter', 'Search products'),
  searchGo: say('Hae', 'Sök', 'Search'),
  categories: say('Tuoteryhmät', 'Produktgrupper', 'Departments'),
  language: say('Kieli', 'Språk', 'Language'),
  account: say('Kirjaudu', 'Logga in', 'Sign in'),
  signedIn: say('Oma tili', 'Mitt konto', 'My account'),
  cart: say('Ostoskori', 'Varukorg', 'Cart'),
  tools: say('Kieli, tili ja kori', 'Språk, konto och korg', 'Language, account and cart'),
  home: say('Etusivu', 'Startsida', 'Home'),
  shop: say('Kauppa', 'Butiken', 'Shop'),
  service: say('Asiointi', 'Kundtjänst', 'Service'),
  privacy: say('Yksityisyys', 'Integritet', 'Privacy'),
  newsletter: say('Uutiskirje', 'Nyhetsbrev', 'Newsletter'),
  notice: say('Evästeseloste', 'Om kakor och dina uppgifter', 'Cookie notice'),
  choices: say('Yksityisyyskeskus', 'Integritetscentral', 'Privacy centre'),
  promises: say('Lupauksemme', 'Våra löften', 'Our promises'),
  change: say('Muuta evästevalintoja', 'Ändra kakval', 'Change cookie choices'),
  demo: say(
    'Tämä on esittelykauppa. Yritys ja tuotteet ovat keksittyjä, mitään ei voi ostaa eikä mitään veloiteta.',
    'Det här är en demobutik. Företaget och produkterna är påhittade, inget går att köpa och ingenting debiteras.',
    'This is a demo shop. The company and its goods are invented; nothing can be bought and nothing is charged.',
  ),
  demoPartners: say(
    'Katso, mitä keksityiltä kumppaneilta on pyydetty.',
    'Se vad de påhittade partnerna har ombetts om.',
    'See what its made-up partners were asked for.',
  ),
  seen: say('Viimeksi katsomasi', 'Senast visade', 'Recently viewed'),
  picked: say('Sinulle poimittua', 'Utvalt för dig', 'Picked for you'),
  pickedWhy: say(
    'Valittu tässä selaimessa sen mukaan, mitä olet katsonut.',
    'Valt i den här webbläsaren utifrån vad du har tittat på.',
    'Chosen in this browser from what you have looked at.',
  ),
} as const

/** Words of the home page. */
export const HOME = {
  title: say(
    'Kestävää tavaraa pienille ihmisille',
    'Hållbara saker för små människor',
    'Things that last, for small people',
  ),
  lead: say(
    'Vaunuja, puuleluja ja villaa. Valikoimme vähän ja hyvää, jotta sama tavara ehtii palvella useamman lapsuuden.',
    'Vagnar, träleksaker och ull. Vi väljer lite men bra, så att sakerna hinner tjäna mer än en barndom.',
    'Prams, wooden toys and wool. We choose few things and good ones, so that each can serve more than one childhood.',
  ),
  go: say('Katso ulkoilutarvikkeet', 'Se allt för utelek', 'See things for outdoors'),
  goToys: say('Puulelut', 'Träleksaker', 'Wooden toys'),
  heroAlt: say(
    'Piirros: lapsi vetää puuhirveä metsäpolulla, taustalla mökki ja järvi.',
    'Teckning: ett barn drar en träälg längs en skogsstig, i bakgrunden en stuga och en sjö.',
    'Drawing: a child pulls a wooden moose along a forest path, with a cottage and a lake behind.',
  ),
  departments: say('Mitä etsit?', 'Vad letar du efter?', 'What are you looking for?'),
  picks: say('Marraskuun suosikit', 'Novembers favoriter', 'Favourites this November'),
  picksLine: say(
    'Pimeään, kuraan ja ensilumeen.',
    'För mörker, lera och den första snön.',
    'For the dark, the mud and the first snow.',
  ),
  whyTitle: say('Mistä meidät tunnistaa', 'Så känner du igen oss', 'What we stand by'),
  why: [
    {
      title: say('Tehty korjattavaksi', 'Gjort för att lagas', 'Made to be mended'),
      text: say(
        'Jokaiseen tuotteeseen saa varaosat kymmenen vuotta: pyörät, nepit, tupsutkin.',
        'Reservdelar finns i tio år till allt vi säljer: hjul, knappar och tofsar.',
        'Spare parts for ten years for everything we sell: wheels, snaps, even bobbles.',
      ),
    },
    {
      title: say('Sata päivää aikaa', 'Hundra dagar på dig', 'A hundred days'),
      text: say(
        'Lapsi ehtii kasvaa ja mieli muuttua. Palautus on maksuton sata päivää.',
        'Barn hinner växa och tycke ändras. Returen är gratis i hundra dagar.',
        'Children grow and minds change. Returns are free for a hundred days.',
      ),
    },
    {
      title: say('Rauha selata', 'I lugn och ro', 'Browse in peace'),
      text: say(
        'Emme seuraa sinua ilman lupaa. Kauppa toimii yhtä hyvin, sanoitpa kyllä tai ei.',
        'Vi följer dig inte utan lov. Butiken fungerar lika bra vare sig du säger ja eller nej.',
        'We do not follow you without leave. The shop works just as well whether you say yes or no.',
      ),
    },
  ],
} as const

/** Words around the film. */
export const FILM = {
  title: say('Näin Harald syntyy', 'Så blir Harald till', 'How Harald is made'),
  line: say(
    'Kahdentoista sekunnin piirretty matka koivusta metsäpolulle.',
    'En tecknad resa på tolv sekunder, från björk till skogsstig.',
    'A drawn journey of twelve seconds, from birch to forest path.',
  ),
  link: say(
    'Katso filmi Tuikkeen sivulla',
    'Se filmen på Tuikes sida',
    'Watch the film on Tuike’s own page',
  ),
} as const

/** Words of the product, category and search pages. */
export const GOODS = {
  facts: say('Tiedot', 'Fakta', 'Details'),
  material: say('Materiaali', 'Material', 'Material'),
  age: say('Kenelle', 'För vem', 'For whom'),
  size: say('Mitat', 'Mått', 'Size'),
  care: say('Hoito', 'Skötsel', 'Care'),
  made: say('Valmistus', 'Tillverkning', 'Made'),
  quantity: say('Määrä', 'Antal', 'Quantity'),
  add: say('Lisää ostoskoriin', 'Lägg i varukorgen', 'Add to cart'),
  stock: say(
    'Varastossa, toimitus 1–3 arkipäivää',
    'I lager, leverans 1–3 vardagar',
    'In stock, delivered in 1–3 working days',
  ),
  vat: say('sis. alv 25,5 %', 'inkl. moms 25,5 %', 'incl. VAT 25.5%'),
  same: say('Sopii seuraksi', 'Passar bra ihop', 'Goes well with'),
  count: {
    fi: (n: number) => (n === 1 ? '1 tuote' : `${n} tuotetta`),
    sv: (n: number) => (n === 1 ? '1 produkt' : `${n} produkter`),
    en: (n: number) => (n === 1 ? '1 product' : `${n} products`),
  },
  searchTitle: say('Haku', 'Sökning', 'Search'),
  found: say('Haulla', 'Sökning på', 'Results for'),
  none: say('Ei osumia haulla', 'Inga träffar på', 'Nothing found for'),
  noneHelp: say(
    'Tarkista kirjoitusasu tai kokeile lyhyempää sanaa, vaikka näin:',
    'Kontrollera stavningen eller pröva ett kortare ord, till exempel:',
    'Check the spelling or try a shorter word, for example:',
  ),
  ask: say(
    'Kirjoita, mitä etsit: tuotteen nimi, materiaali tai tilanne.',
    'Skriv vad du söker: ett namn, ett material eller en situation.',
    'Write what you are looking for: a name, a material or a situation.',
  ),
  ideas: say('villa,vaunut,puu,unipussi', 'ull,vagn,björk,sovpåse', 'wool,pram,birch,sleeping bag'),
  all: say(
    'Tai aloita tuoteryhmästä',
    'Eller börja med en produktgrupp',
    'Or start with a department',
  ),
} as const

/** Words of the newsletter page. */
export const LETTER = {
  title: say('Kirje kerran kuussa', 'Ett brev i månaden', 'One letter a month'),
  lead: say(
    'Uutuuksia, korjausohjeita ja yksi hyvä iltasatu. Ei muuta, eikä useammin.',
    'Nyheter, lagningsråd och en god godnattsaga. Inget annat, och inte oftare.',
    'What is new, how to mend things, and one good bedtime story. Nothing else, and no more often.',
  ),
  email: say('Sähköpostiosoite', 'E-postadress', 'E-mail address'),
  consent: say(
    'Kyllä, minulle saa lähettää uutiskirjeen sähköpostilla. Voin perua luvan milloin tahansa jokaisessa kirjeessä olevasta linkistä.',
    'Ja, jag vill få nyhetsbrevet per e-post. Jag kan när som helst ta tillbaka lovet via länken i varje brev.',
    'Yes, you may send me the newsletter by e-mail. I can take this back at any time with the link in every letter.',
  ),
  go: say('Tilaa kirje', 'Beställ brevet', 'Sign up'),
  needConsent: say(
    'Rastita lupa, jos haluat kirjeen. Ilman sitä emme lähetä mitään.',
    'Kryssa för samtycket om du vill ha brevet. Utan det skickar vi ingenting.',
    'Tick the box if you want the letter. Without it we send nothing.',
  ),
  note: say(
    'Esittelykauppa ei tallenna osoitetta minnekään.',
    'Demobutiken sparar inte adressen någonstans.',
    'The demo shop does not store the address anywhere.',
  ),
  thanks: say(
    'Kiitos, näin se kävisi',
    'Tack, så här skulle det gå till',
    'Thank you, this is how it would go',
  ),
  steps: [
    say(
      'Saisit vahvistusviestin. Vasta sen linkki ottaisi tilauksen käyttöön.',
      'Du skulle få ett bekräftelsebrev. Först länken i det startar prenumerationen.',
      'You would get a message to confirm. Only its link would start the subscription.',
    ),
    say(
      'Luvasta jäisi talteen hetki, sanamuoto ja kieli, jotta sen voi myöhemmin näyttää.',
      'Tidpunkten, ordalydelsen och språket skulle sparas, så att samtycket kan visas senare.',
      'The time, the wording and the language of your consent would be kept, so that it can be shown later.',
    ),
    say(
      'Tämä on esittely, joten mitään ei tallennettu eikä lähetetty. Tietosuojalupauksemme ei tunne uutiskirjerekisteriä.',
      'Det här är en demo, så ingenting sparades eller skickades. Våra integritetslöften omfattar inget nyhetsbrevsregister.',
      'This is a demo, so nothing was stored or sent. Our privacy policy promises no newsletter register.',
    ),
  ],
} as const

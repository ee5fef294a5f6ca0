import { say } from './catalogue/index.ts'

/** Words of cart, checkout and thanks. */
export const ORDER = {
  title: say('Ostoskori', 'Varukorg', 'Cart'),
  empty: say('Ostoskorisi on tyhjä', 'Din varukorg är tom', 'Your cart is empty'),
  emptyLine: say(
    'Kori muistaa valintasi tässä selaimessa, kunhan laitat siihen jotain.',
    'Korgen minns dina val i den här webbläsaren, så snart du lägger något i den.',
    'The cart remembers your choices in this browser once you put something in it.',
  ),
  browse: say('Katsele tuotteita', 'Titta på produkter', 'Browse products'),
  update: say('Päivitä', 'Uppdatera', 'Update'),
  remove: say('Poista', 'Ta bort', 'Remove'),
  goods: say('Tuotteet', 'Varor', 'Goods'),
  delivery: say('Toimitus', 'Leverans', 'Delivery'),
  free: say('maksuton', 'gratis', 'free'),
  total: say('Yhteensä', 'Totalt', 'Total'),
  toCheckout: say('Siirry kassalle', 'Till kassan', 'Go to checkout'),
  checkout: say('Kassa', 'Kassa', 'Checkout'),
  summary: say('Tilauksesi', 'Din beställning', 'Your order'),
  demoTitle: say('Esittelykassa', 'Demokassa', 'Demo checkout'),
  demoText: say(
    'Mitään ei veloiteta eikä lähetetä. Nimeä, sähköpostia ja osoitetta ei tallenneta: tietosuojalupauksemme ei tunne tilausrekisteriä, joten tiedot unohdetaan heti, kun lomake on tarkistettu.',
    'Ingenting debiteras och ingenting skickas. Namn, e-post och adress sparas inte: våra integritetslöften omfattar inget orderregister, så uppgifterna glöms så snart formuläret har kontrollerats.',
    'Nothing is charged and nothing is sent. Name, e-mail and address are not stored: our privacy policy promises no register of orders, so they are forgotten as soon as the form has been checked.',
  ),
  name: say('Nimi', 'Namn', 'Name'),
  email: say('Sähköpostiosoite', 'E-postadress', 'E-mail address'),
  street: say('Katuosoite', 'Gatuadress', 'Street address'),
  postal: say('Postinumero', 'Postnummer', 'Postal code'),
  city: say('Postitoimipaikka', 'Postanstalt', 'Town'),
  remember: say(
    'Muista minut tällä laitteella',
    'Kom ihåg mig på den här enheten',
    'Remember me on this device',
  ),
  rememberLine: say(
    'Asettaa evästeen, josta tunnistamme sinut asiakkaaksi seuraavalla kerralla. Kaikki toimii ilmankin.',
    'Sätter en kaka som gör att vi känner igen dig som kund nästa gång. Allt fungerar också utan.',
    'Sets a cookie by which we recognise you as a customer next time. Everything works without it too.',
  ),
  place: say(
    'Tilaa (esittely, ei veloitusta)',
    'Beställ (demo, inget debiteras)',
    'Place order (demo, no charge)',
  ),
  wrong: say('Tarkista nämä kohdat', 'Kontrollera de här punkterna', 'Please check these'),
  needName: say('Kirjoita nimi.', 'Skriv ett namn.', 'Enter a name.'),
  needEmail: say(
    'Kirjoita sähköpostiosoite muodossa nimi@esimerkki.fi.',
    'Skriv en e-postadress i formen namn@exempel.fi.',
    'Enter an e-mail address such as name@example.com.',
  ),
  needStreet: say('Kirjoita katuosoite.', 'Skriv en gatuadress.', 'Enter a street address.'),
  needPostal: say(
    'Postinumerossa on viisi numeroa, esimerkiksi 00100.',
    'Postnumret har fem siffror, till exempel 00100.',
    'A postal code has five digits, for example 00100.',
  ),
  needCity: say('Kirjoita postitoimipaikka.', 'Skriv en postanstalt.', 'Enter a town.'),
  tooLong: say(
    'Teksti on liian pitkä (enintään 100 merkkiä).',
    'Texten är för lång (högst 100 tecken).',
    'The text is too long (100 characters at most).',
  ),
  thanks: say('Kiitos tilauksesta!', 'Tack för din beställning!', 'Thank you for your order!'),
  thanksText: say(
    'Tämä oli esittely: mitään ei veloitettu eikä lähetetty, eikä tietojasi jäänyt talteen.',
    'Det här var en demo: ingenting debiterades eller skickades, och inga uppgifter om dig sparades.',
    'This was a demo: nothing was charged or sent, and nothing about you was kept.',
  ),
  number: say('Tilausnumero', 'Ordernummer', 'Order number'),
  pieces: say('Tuotteita', 'Antal varor', 'Pieces'),
  noOrder: say('Täällä ei ole tilausta', 'Här finns ingen beställning', 'There is no order here'),
  noOrderText: say(
    'Tilauksen yhteenveto näytetään kerran ja unohdetaan sitten.',
    'Sammanfattningen av en beställning visas en gång och glöms sedan.',
    'The summary of an order is shown once and then forgotten.',
  ),
  on: say('Jatka ostoksia', 'Fortsätt handla', 'Continue shopping'),
} as const

/** Words of the account page. */
export const ACCOUNT = {
  title: say('Kirjaudu sisään', 'Logga in', 'Sign in'),
  lead: say(
    'Esittelyssä kelpaa mikä tahansa osoite. Sitä ei tallenneta: evästeeseen tulee vain satunnainen istuntotunnus.',
    'I demon duger vilken adress som helst. Den sparas inte: kakan får bara ett slumpmässigt sessionsnummer.',
    'In the demo any address will do. It is not stored: the cookie holds a random session id and nothing else.',
  ),
  go: say('Kirjaudu', 'Logga in', 'Sign in'),
  titleIn: say('Oma tili', 'Mitt konto', 'My account'),
  leadIn: say(
    'Olet kirjautunut tässä selaimessa. Istunto päättyy itsestään, kun et käytä kauppaa.',
    'Du är inloggad i den här webbläsaren. Sessionen tar slut av sig själv när du inte använder butiken.',
    'You are signed in on this browser. The session ends by itself when you stop using the shop.',
  ),
  out: say('Kirjaudu ulos', 'Logga ut', 'Sign out'),
  orders: say('Tilaukset', 'Beställningar', 'Orders'),
  ordersNone: say(
    'Ei tilauksia. Esittelykauppa ei säilytä tilauksia.',
    'Inga beställningar. Demobutiken sparar inga beställningar.',
    'No orders. The demo shop keeps none.',
  ),
  known: say('Tunnistettu asiakkaaksi', 'Igenkänd som kund', 'Recognised as a customer'),
  knownLine: say(
    'Pyysit meitä muistamaan sinut tällä laitteella.',
    'Du bad oss komma ihåg dig på den här enheten.',
    'You asked us to remember you on this device.',
  ),
  forget: say(
    'Unohda minut tällä laitteella',
    'Glöm mig på den här enheten',
    'Forget me on this device',
  ),
} as const

/** Words of pages that say no. */
export const PROBLEM = {
  gone: say('Sivua ei löydy', 'Sidan finns inte', 'Page not found'),
  goneText: say(
    'Osoite on voinut muuttua, tai tuote on siirtynyt seuraavalle lapselle. Kokeile hakua.',
    'Adressen kan ha ändrats, eller så har produkten gått vidare till nästa barn. Pröva sökningen.',
    'The address may have changed, or the product has moved on to the next child. Try the search.',
  ),
  bad: say(
    'Lomaketta ei voitu lukea',
    'Formuläret gick inte att läsa',
    'The form could not be read',
  ),
  badText: say(
    'Valitse tuote ja määrä 0–20 ja yritä uudelleen.',
    'Välj en produkt och ett antal mellan 0 och 20 och försök igen.',
    'Choose a product and a quantity from 0 to 20 and try again.',
  ),
  undeclared: say(
    'Tätä ei voi muistaa',
    'Det här kan inte kommas ihåg',
    'This cannot be remembered',
  ),
  undeclaredText: say(
    'Toiminto tarvitsee evästeen, jota voimassa oleva tietosuojalupauksemme ei mainitse. Mitä lupaus ei mainitse, sitä emme tee. Eväste on nimeltään',
    'Funktionen behöver en kaka som våra gällande integritetslöften inte nämner. Det som löftena inte nämner gör vi inte. Kakan heter',
    'This needs a cookie that the policy in force does not declare, and what the policy does not say we do not do. The cookie is called',
  ),
} as const

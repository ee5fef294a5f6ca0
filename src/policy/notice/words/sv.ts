/** På svenska: de offentliga sidorna och bannern. */
export const sv = {
  'column.name': 'Namn',
  'column.use': 'Vad den gör',
  'column.vendor': 'Vems den är',
  'column.store': 'Lagringssätt',
  'column.lifetime': 'Hur länge',
  'banner.title': 'Du bestämmer om kakorna',
  'banner.body':
    'Vi använder kakor och liknande tekniker för {always}. Bara med ditt samtycke använder vi dem också för {asked}. Välj i lugn och ro: du kan ändra dig när som helst.',
  'details.age': 'Bara för den som har fyllt {n} år: vi frågar om åldern särskilt.',
  'banner.body.only-asked':
    'Vi använder kakor och liknande tekniker bara med ditt samtycke: för {asked}. Välj i lugn och ro. Du kan ändra dig när som helst.',
  'banner.body.only-necessary':
    'Vi använder kakor och liknande tekniker bara för {always}. Vi använder dem inte till något annat.',
  'banner.signal':
    'Din webbläsare ber om att du inte ska spåras. Vi respekterar det: {what} är avstängda om du inte själv väljer något annat.',
  'banner.signal.some':
    'Din webbläsare ber om att du inte ska spåras. Vi respekterar det om du inte själv väljer något annat.',
  'banner.accept': 'Godkänn alla',
  'banner.refuse': 'Endast nödvändiga',
  'banner.choose': 'Välj själv',
  'banner.open': 'Val om kakor',
  'banner.notice': 'Läs mer om kakorna',
  'details.title': 'Välj vad du samtycker till',
  'details.save': 'Spara mina val',
  'details.back': 'Tillbaka',
  'details.always-on': 'Alltid på',
  'details.show-trackers': 'Visa kakor och andra identifierare',
  'details.vendor': '{company}, {country}',
  'age.title': 'Har du fyllt {n} år?',
  'age.text':
    'De här använder vi bara om du har fyllt {n} år. Annars förblir de avstängda och allt annat fungerar som förut.',
  'age.of-age': 'Jag har fyllt {n}',
  'age.too-young': 'Jag är under {n}',
  'delta.title': 'Något har ändrats i fråga om kakorna',
  'delta.intro':
    'Ditt tidigare val gäller fortfarande. Vi frågar bara om det som är nytt eller har ändrats.',
  'delta.accept': 'Tillåt',
  'delta.refuse': 'Tillåt inte',
  'delta.again':
    'Vi frågar på nytt eftersom villkoren eller inställningarna i din webbläsare har ändrats.',
  'embed.text':
    'Innehållet kommer från {vendor} ({company}, {country}). Om du visar det får {vendor} din IP-adress och kan lagra uppgifter på din enhet.',
  'embed.grant':
    'Du ger då oss och den här partnern ditt samtycke till ”{purpose}”. Andra partner förblir avstängda. Du kan återkalla samtycket när som helst.',
  'embed.show': 'Visa innehållet',
  'embed.notice': 'Läs mer om partnerna',
  'embed.later': 'Ditt samtycke är sparat. Innehållet visas när du laddar om sidan.',
  'embed.reload': 'Ladda om sidan',
  'purpose.text.services':
    'De behövs för tjänster som du själv ber om: {services}. Därför frågar vi inte om lov.',
  'purpose.text.consent': 'Bara med ditt samtycke. Vi vill {aims}.',
  'purpose.text.unasked': 'Vi vill {aims}.',
  'page.skip': 'Hoppa till innehållet',
  'page.languages': 'Språk',
  'page.footer': 'Dataskydd',
  'page.notice': 'Kakor',
  'page.choices': 'Dina val',
  'page.promises': 'Våra löften',
  'page.versions': 'Tidigare versioner',
  'page.number': 'Sida {page} av {pages}',
}

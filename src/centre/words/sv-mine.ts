import type { enMine } from './en-mine.ts'

/** Why, receipts, my data and its erasure, in Finland-Swedish. */
export const svMine: Readonly<Record<keyof typeof enMine, string>> = {
  'why.title': 'Varför ser jag det här?',
  'why.lead':
    'För varje ändamål: vad som gäller i den här webbläsaren, vilket av dina val som avgjorde det, enligt vilken rad i policyn och vad det leder till.',
  'why.on': 'används',
  'why.off': 'används inte',
  'why.decided': 'Vem som bestämde',
  'why.by.service': 'Ingen behövde fråga: det behövs för tjänsten du använder och för inget annat.',
  'why.by.contract': 'Ingen behövde fråga: det behövs för din beställning eller ditt avtal.',
  'why.by.interest': 'Det grundar sig på vårt berättigade intresse. Du kan invända mot det.',
  'why.by.yes': 'Du, {day}: du tillät det. Det gäller till {until}.',
  'why.by.no': 'Du, {day}: du tillät det inte.',
  'why.by.nobody': 'Du har inte valt. Utan ett ja är svaret nej.',
  'why.by.withdrawn': 'Du: du tillät det {day} och har återkallat det sedan dess.',
  'why.by.lapsed': 'Ditt val av den {day} upphörde {until}, så svaret är nej igen.',
  'why.by.terms':
    'Du tillät det {day}, men villkoren har ändrats sedan dess. Det är avstängt tills du svarar på nytt.',
  'why.by.signal': 'Din webbläsare: den sänder {signals}, som policyn tolkar som ett nej.',
  'why.by.other': 'Något gick inte att läsa, och det som inte går att läsa nekas.',
  'why.leads': 'Vad det leder till',
  'why.leads.functional': 'Funktionerna du använder fungerar. Inget väljs ut åt dig utifrån det.',
  'why.leads.recommendations.on':
    'Produkter och innehåll som visas för dig kan väljas utifrån vad du har tittat på här.',
  'why.leads.recommendations.off':
    'Produkter och innehåll väljs inte utifrån vad du har tittat på här: du ser detsamma som alla andra.',
  'why.leads.ads.on': 'Annonser som visas för dig kan väljas utifrån vad du har gjort här.',
  'why.leads.ads.off':
    'Annonser väljs inte utifrån vad du har gjort här. Om du ser en annons skulle vem som helst se den på samma ställe.',
  'why.leads.analytics.on': 'Dina besök ingår i vår statistik. Det ändrar inte vad du får se.',
  'why.leads.analytics.off': 'Dina besök ingår inte i vår statistik.',
  'why.leads.analytics.counted':
    'Ditt besök räknas, men inget lagras på din enhet för det och ingen går att skilja från andra längre än en dag.',
  'why.leads.other.on': 'Vi använder uppgifter till det som står om ändamålet ovan.',
  'why.leads.other.off': 'Vi använder inga uppgifter om dig till det.',
  'why.companies': 'Företag',
  'why.company.on': '{name} får vara med.',
  'why.company.off': '{name} är inte med.',
  'why.company.refused': '{name} är inte med: du lämnade uttryckligen det utanför.',
  'why.rule': 'Enligt vilken regel',
  'why.rule.line': 'Rad {line} i policyfilen:',
  'why.promises': '{count, plural, one {Vad vi lovar om detta} other {Vad vi lovar om detta (#)}}',

  'receipts.title': 'Kvitton',
  'receipts.lead':
    'Varje val som har gjorts i den här webbläsaren har gett ett kvitto. Här är det som gäller och de som det har ersatt, det nyaste först.',
  'receipts.none': 'Inget val från den här webbläsaren är registrerat.',
  'receipts.refusal':
    'Ditt nuvarande val är ett nej. Ett nej har ingen identifierare, så vi vet inte vilka tidigare val som var dina, och inga visas.',
  'receipts.now': 'gäller',
  'receipts.replaced': 'ersatt',
  'receipts.ended': 'gäller inte längre',
  'receipts.allowed': 'Tillåtet',
  'receipts.refused': 'Inte tillåtet',
  'receipts.without': 'Företag som lämnats utanför',
  'receipts.nothing': 'inget',
  'receipts.where': 'Var',
  'receipts.via.banner': 'i kakfrågan',
  'receipts.via.details': 'i kakfrågans inställningar',
  'receipts.via.centre': 'på de här sidorna',
  'receipts.via.app': 'i appen',
  'receipts.via.other': 'någon annanstans',
  'receipts.version': 'Policy',
  'receipts.version.read': 'den dagens beskrivning',
  'receipts.proof': 'Vad filen bevisar',
  'receipts.proof.text':
    'I filen finns det undertecknade kvittot, exakt de ord och den lista över lagrade uppgifter som visades för dig, kontrollsumman för skriptet som frågade och ditt vals plats i vår logg, som inte kan ändras obemärkt.',

  'data.title': 'Mina uppgifter',
  'data.lead':
    'Allt som den här webbläsarens identifierare leder till, ändamål för ändamål. Du behöver inget konto: webbläsaren själv är nyckeln, så håll den för dig själv.',
  'data.take': 'Ta med dig uppgifterna',
  'data.take.text':
    'Filen är JSON: dina val och kvitton, identifierarna i din webbläsare och varje händelse som har sparats under dem, i klartext och kolumner.',
  'data.take.button': 'Ladda ner mina uppgifter',
  'data.all': '{count, plural, one {Visa händelsen} other {Visa # händelser}}',
  'data.more': 'Här visas de {shown} nyaste av {count} händelser; resten finns i filen.',
  'data.more.limit':
    'Det finns {count} händelser; en fil rymmer de {shown} äldsta. Be oss om resten: {email}',
  'data.not.heading': 'Vad som inte finns här',
  'data.not.text':
    'Det vi kanske vet om dig som namngiven kund är inte kopplat till den här webbläsaren och visas inte här, för vem som helst kan sitta vid en webbläsare. Du kan begära det:',
  'data.not.link': 'Dina rättigheter och hur du använder dem',
  'data.file.about':
    'Allt som sparas under en webbläsares identifierare, och valen som har gjorts i den.',
  'data.file.none': 'Inget sparas under den här webbläsarens identifierare.',
  'data.erase': 'Låt radera uppgifterna',

  'erase.title': 'Radera mina uppgifter',
  'erase.lead':
    'Ett tryck raderar allt som den här webbläsarens identifierare leder till, både på vår server och i webbläsaren. Det går inte att ångra. Ingenting är raderat ännu.',
  'erase.what': 'Vad som raderas',
  'erase.server':
    'På vår server: {count, plural, =0 {inget är sparat} one {# händelse} other {# händelser}}',
  'erase.server.group':
    '{group}: {count, plural, =0 {inget alls} one {# händelse} other {# händelser}}',
  'erase.device': 'I den här webbläsaren: kakorna för varje ändamål som kräver ditt samtycke',
  'erase.consent':
    'Samtidigt upphör dina samtycken, för annars skulle insamlingen genast börja om. Det som blir kvar är en kaka som säger nej.',
  'erase.stays': 'Vad som sparas',
  'erase.stays.text':
    'Anteckningen om att ett val har gjorts sparas tills valet upphör: vi måste kunna visa det (dataskyddsförordningen, artikel 7.1). Den innehåller valet, dagen och kvittots nummer, som din webbläsare sedan inte längre bär, men inga händelser. Det du som kund har beställt eller avtalat med oss är inte kopplat till den här webbläsaren och berörs därför inte här.',
  'erase.mine': 'Radera mina uppgifter',
  'erase.everything': 'Radera allt från den här webbplatsen',
  'erase.everything.text':
    'Detta raderar också allt som webbplatsen har lagrat i din webbläsare: varukorgen, inloggningen, språket och ditt nej, även i den lokala lagringen. Därefter är du en främling här, och vi frågar på nytt. I webbläsare som följer rubriken Clear-Site-Data når raderingen varje sökväg, partition och lager, till och med andra tjänster under samma huvudadress.',
  'erase.back': 'Radera ingenting',
  'erase.done': 'Uppgifterna är raderade',
  'erase.done.text':
    'Vi tittade efter en gång till: under den här webbläsarens identifierare finns inget kvar på vår server.',
  'erase.notyet': 'Raderingen är inte klar',
  'erase.notyet.text':
    'Den är antecknad som ogjord och kommer att slutföras. {count, plural, one {# händelse finns} other {# händelser finns}} ännu kvar. Titta igen om en stund.',
  'erase.certificate': 'Intyg',
  'erase.certificate.text':
    'Spara numret. Med det kan du hänvisa till raderingen, och den som granskar vår logg hittar den.',
  'erase.entry': 'Anteckning i loggen',
  'erase.at': 'Raderat',
  'erase.count': 'Raderade händelser',
}

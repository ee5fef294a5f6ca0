import type { enDevice } from './en-device.ts'

/** Choices per vendor, age, what changed, and what lies on the device, in Finland-Swedish. */
export const svDevice: Readonly<Record<keyof typeof enDevice, string>> = {
  'nav.label': 'Din integritet sida för sida',
  'nav.choices': 'Val',
  'nav.device': 'På den här enheten',
  'nav.why': 'Varför ser jag det här?',
  'nav.receipts': 'Kvitton',
  'nav.data': 'Mina uppgifter',
  'nav.rights': 'Dina rättigheter',

  'did.young':
    'Tack för att du sade det. Inget som bildar en profil av dig används, och resten av ditt val gäller.',
  'did.kept': 'Inget nytt är tillåtet. Det du tillät tidigare gäller som förut.',

  'vendors.heading': '{count, plural, one {Företaget som är med} other {Företagen som är med}}',
  'vendors.lead':
    'Ett företag är med bara om du kryssar för både ändamålet och företaget. Du kan tillåta ändamålet och ändå lämna ett företag utanför.',
  'vendors.about': '{company}, {country}.',
  'vendors.through.browser': 'Din webbläsare kontaktar det direkt.',
  'vendors.through.server':
    'Bara vår server kontaktar det: din webbläsare gör det inte, och din nätadress eller dina identifierare lämnas inte vidare.',
  'vendors.nowhere': 'Det får ingenting, eftersom uppgifter inte får föras till det landet.',
  'vendors.elsewhere': 'väljs längre upp på sidan',
  'vendors.privacy': 'Så använder {name} uppgifter',
  'vendors.opt-out': 'Säg nej hos {name}',
  'vendors.settings': 'Dina inställningar hos {name}',

  'delta.heading': 'Något har ändrats sedan du valde',
  'delta.lead':
    'Du valde {chosen}. Sedan dess har följande ändrats, och det används inte förrän du svarar:',
  'delta.new': 'Det här ändamålet är nytt.',
  'delta.unknown':
    'Villkoren har ändrats. Vad som ändrades berättas under ”Alla versioner av policyn”.',
  'delta.allow': 'Tillåt detta',
  'delta.refuse': 'Tillåt inte',
  'delta.rest':
    'Vi frågar inte om något annat. Resten av det du har tillåtit gäller i vilket fall.',

  'age.title': 'Har du fyllt {years} år?',
  'age.lead':
    'Innan detta tas i bruk måste vi få veta det: {purposes}. Allt annat du valde är redan sparat.',
  'age.yes': 'Jag har fyllt {years} år',
  'age.no': 'Jag är yngre än {years} år',
  'age.why':
    'Ingen profileras innan frågan är besvarad. Vi sparar bara ditt svar, inte din ålder och inte ditt födelsedatum.',
  'age.later': 'Lämna frågan obesvarad: då förblir det avstängt',

  'device.title': 'På den här enheten',
  'device.lead':
    'Vad den här webbplatsen får lagra i din webbläsare, vad av det som finns här nu, hur länge det lever och en knapp som raderar det.',
  'device.here':
    '{count, plural, =0 {Här finns inget nu} one {Här nu: # uppgift} other {Här nu: # uppgifter}}',
  'device.here.none': 'Din webbläsare sände ingen av de kakor som policyn nämner.',
  'device.here.text':
    'Din webbläsare sände dessa med just den här förfrågan. Vi visar hur långt ett värde är men aldrig själva värdet, så att ingen som tittar över axeln på dig får veta det.',
  'device.length': '{count, plural, one {# tecken} other {# tecken}} långt',
  'device.since': 'Har funnits här sedan {day}',
  'device.since.unknown': 'Det syns inte sedan när',
  'device.ends.lifetime': 'Upphör {day}',
  'device.ends.cap': 'Upphör {day}, hur ofta du än besöker oss',
  'device.ends.consent': 'Upphör {day} tillsammans med ditt samtycke',
  'device.ends.browser': 'Upphör {day}, eftersom webbläsare inte sparar längre',
  'device.ends.latest.lifetime': 'Upphör senast {day}',
  'device.ends.session': 'Upphör när du stänger webbläsaren',
  'device.refused': 'Du tillåter inte detta, så det får inte finnas här.',
  'device.column.standing': 'Nu',
  'device.column.erase': 'Radering',
  'device.erase': 'Radera',
  'device.erase.name': 'Radera {name}',
  'device.erased': 'Raderad: {name}.',
  'device.erased.not':
    'Det gick inte att radera, eftersom sidan hade varit öppen för länge eller förfrågan inte kom därifrån. Ingenting ändrades. Försök på nytt.',
  'device.choice.note':
    'Den här innehåller själva valet. Om du raderar den är svaret nej igen och vi frågar på nytt.',
  'device.undeclared.heading': 'Nämns inte i policyn',
  'device.undeclared.text':
    'Din webbläsare sände också dessa kakor. Vår policy nämner dem inte, och vi använder dem inte. De kan komma från en annan tjänst på samma adress eller från ett tillägg i din webbläsare. Du kan ändå radera dem här.',
  'device.script.heading': 'Det som bara ett skript ser',
  'device.script.text':
    'Dessa sänds inte till oss. Bara ett skript på den här sidan ser om de finns här.',
  'device.script.off':
    'Inget skript körs just nu, så sidan vet inte. Allt på en gång kan raderas utan skript på sidan ”Mina uppgifter”.',
  'device.script.here': 'finns här nu',
  'device.script.gone': 'finns inte här',
  'device.vendor.heading': 'På andras adresser',
  'device.vendor.text':
    'Dessa lagras under ett annat företags egen adress, där vi varken kan se eller radera dem. Utan ditt samtycke kontaktas företaget inte. Företagets egna sidor:',
  'device.absent.heading': 'Tillåts av policyn men finns inte här',
  'device.absent.show': '{count, plural, one {Visa # namn} other {Visa # namn}}',
  'device.all': 'Radera allt på en gång',
  'probe.vendor.optOut':
    'Av länkarna till företagens egna sidor för att säga nej står {listed} av {wanted} bredvid valet (tre språk).',
  'probe.vendor.settings':
    'Av länkarna till inställningarna i företagens egna tjänster står {listed} av {wanted} bredvid valet (tre språk).',
  'probe.erasure':
    'Provradering av {wanted} namngivna kakor: {erased} raderades och {again} sattes på nytt.',
}

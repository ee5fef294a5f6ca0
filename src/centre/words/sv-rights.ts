import type { enRights } from './en-rights.ts'

/** How each request of GDPR Articles 15 to 22 is made, in Finland-Swedish. */
export const svRights: Readonly<Record<keyof typeof enRights, string>> = {
  'rights.title': 'Dina rättigheter och hur du använder dem',
  'rights.lead':
    'Vad du enligt EU:s allmänna dataskyddsförordning kan begära av oss, vad de här sidorna redan gör själva och vart du skriver i övrigt.',
  'rights.contents': 'På den här sidan',
  'rights.here': 'Här och nu',
  'rights.write': 'Annars, skriv till oss',
  'rights.how.heading': 'Så begär du',
  'rights.how.text':
    'Här finns ännu ingen blankett för de här begärandena. Skriv till oss fritt med egna ord; du behöver inte nämna någon artikel. Berätta vad du vill, vad det gäller och vart vi kan svara dig.',
  'rights.how.email': 'E-post',
  'rights.how.post': 'Brev',
  'rights.how.phone': 'Telefon',
  'rights.how.officer': 'Dataskyddsombud',
  'rights.when.heading': 'När du får svar',
  'rights.when.text':
    'Utan onödigt dröjsmål och senast inom en månad från din begäran. Om en begäran är komplicerad eller om de är många kan vi behöva två månader till; det och orsaken berättar vi inom den första månaden (dataskyddsförordningen, artikel 12.3).',
  'rights.cost.text':
    'Det kostar ingenting. Bara om en begäran är uppenbart ogrundad eller orimlig får vi ta ut en rimlig avgift eller vägra, och då måste vi visa varför (artikel 12.5).',
  'rights.who.text':
    'Vi ber dig styrka vem du är bara om det finns rimliga skäl att tvivla (artikel 12.6). Det du gör på de här sidorna kräver inget bevis alls: webbläsaren är nyckeln.',
  'rights.refused.text':
    'Om vi vägrar berättar vi inom en månad varför, och hur du kan klaga (artikel 12.4).',
  'rights.by': 'Hur',
  'rights.within': 'Vi svarar',
  'rights.within.span': 'inom {within}',
  'rights.article': 'Dataskyddsförordningen, {article}',

  'rights.access.title': 'Se dina uppgifter',
  'rights.access.text':
    'Du får veta om vi behandlar uppgifter om dig och får en kopia av dem. Vi berättar också vad de används till, vem som får dem och hur länge de sparas.',
  'rights.access.here': 'Se och ladda ner det som den här webbläsarens identifierare leder till',
  'rights.rectification.title': 'Begär rättelse',
  'rights.rectification.text':
    'Du kan få felaktiga uppgifter rättade och ofullständiga uppgifter kompletterade.',
  'rights.erasure.title': 'Begär radering',
  'rights.erasure.text':
    'Du kan få dina uppgifter raderade när de inte längre behövs, när du återkallar ditt samtycke, när du invänder och inget väger tyngre eller när de har behandlats olagligt.',
  'rights.erasure.here': 'Radera det som den här webbläsarens identifierare leder till',
  'rights.restriction.title': 'Begär begränsning',
  'rights.restriction.text':
    'Medan det utreds om uppgifterna är riktiga eller får användas kan du begära att de bara lagras och inte används.',
  'rights.portability.title': 'Flytta uppgifterna',
  'rights.portability.text':
    'Uppgifter som du själv har gett oss och som vi behandlar med ditt samtycke eller för ett avtal får du i en form som en maskin kan läsa, och du kan föra dem vidare till någon annan.',
  'rights.portability.here': 'Ladda ner uppgifterna som JSON',
  'rights.objection.title': 'Invänd',
  'rights.objection.text':
    'När behandlingen grundar sig på vårt berättigade intresse kan du invända mot den av skäl som hör till din egen situation. Direktmarknadsföring kan du förbjuda när som helst och utan att ange skäl.',
  'rights.objection.here': 'Neka till marknadsföring i den här webbläsaren',
  'rights.automated.title': 'Ingen maskin bestämmer ensam',
  'rights.automated.text':
    'Du har rätt att inte bli föremål för ett beslut som en maskin fattar ensam och som påverkar dig i betydande grad.',
  'rights.automated.none': 'Enligt vår policy fattas inga sådana beslut.',
  'rights.automated.here': 'Se vad som avgör vad som visas i den här webbläsaren',
  'rights.withdrawal.title': 'Återkalla ditt samtycke',
  'rights.withdrawal.text':
    'Du kan återkalla vilket samtycke som helst när som helst, lika lätt som du gav det. Det som gjordes före det förblir lagligt.',
  'rights.withdrawal.here': 'Ändra eller återkalla dina val',
  'rights.complaint.title': 'Klaga',

  'rights.way.email': 'per e-post: ',
  'rights.way.web-form': 'med en webblankett',
  'rights.way.privacy-centre': 'på de här sidorna',
  'rights.way.phone': 'per telefon: ',
  'rights.way.post': 'per brev',
  'rights.way.in-person': 'på vårt verksamhetsställe',
  'rights.way.message-link': 'via länken i meddelandet',
}

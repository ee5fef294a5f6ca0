/** På svenska: beskrivningens delar: lagring, rättigheter och skydd. */
export const svNoticeKeeping = {
  'keeping.title': 'Hur länge vi sparar uppgifter',
  'keeping.text':
    'När tiden har gått raderas uppgifterna eller görs anonyma. Det sker automatiskt.',
  'keeping.caption': 'Lagringstider',
  'keeping.what': 'Vad',
  'keeping.term': 'Hur länge',
  'keeping.term.text': '{keep} {from}',
  'keeping.until': 'Vad som avslutar tiden tidigare',
  'keeping.then': 'Vad som händer sedan',
  'keeping.law': 'Lag',
  'keeping.external': 'Samma tider gäller register som andra för för vår räkning.',
  'keeping.papers': 'begäranden som gäller dina rättigheter',
  'keeping.outcome': '{what} ({outcome})',
  'right.access.text': 'Du får veta om vi behandlar uppgifter om dig, och du får en kopia av dem.',
  'right.rectification.text':
    'Vi rättar uppgifter som är felaktiga och kompletterar dem som är bristfälliga.',
  'right.erasure.text':
    'Vi raderar dina uppgifter när de inte längre behövs, när du återkallar ditt samtycke eller när du invänder mot behandlingen och det inte finns tyngre vägande skäl för den.',
  'right.restriction.text':
    'Du kan begära att dina uppgifter inte används medan vi utreder din begäran.',
  'right.objection.text':
    'När behandlingen grundar sig på vårt berättigade intresse kan du invända mot den av skäl som hör ihop med din egen situation.',
  'right.marketing-objection.text':
    'Du kan när som helst och utan motivering förbjuda direktmarknadsföring.',
  'right.withdrawal.text':
    'Du kan återkalla ditt samtycke när som helst. Det vi gjorde före det var ändå tillåtet.',
  'right.portability.text':
    'Du får de uppgifter du själv lämnat i maskinläsbar form och kan flytta dem någon annanstans. Rätten gäller uppgifter som vi behandlar med stöd av ditt samtycke eller ett avtal.',
  'right.complaint.text':
    'Du kan klaga hos tillsynsmyndigheten om du anser att vi bryter mot lagen.',
  'right.review.text': 'Om vi avslår din begäran kan du be oss bedöma saken på nytt.',
  'rights.intro':
    'Du använder varje rättighet så som anges nedan. Om vi avslår en begäran berättar vi varför och hur du kan klaga.',
  'rights.extension':
    'Om begäran är komplicerad eller om det är många begäranden kan vi behöva högst två månader till. Vi berättar om det och om orsaken under den första månaden.',
  'rights.how': 'Så begär du',
  'rights.within': 'När vi svarar',
  'rights.within.text': 'inom {within} från din begäran',
  'rights.fee': 'Kostnad',
  'rights.proof': 'Bevis på identitet',
  'rights.archive': 'Hur länge begäran sparas',
  'rights.refusals': 'Vi kan säga nej bara på de här grunderna:',
  'complaint.title': 'Klagomål till tillsynsmyndigheten',
  'complaint.post': 'Postadress',
  'minors.title': 'Barn',
  'minors.possible': 'Också barn kan använda våra tjänster.',
  'minors.gate':
    'Därför frågar vi om åldern samtidigt som vi ber om samtycke: den som godkänner mer än det nödvändiga berättar att hen har fyllt {age} år. Vi profilerar ingen som inte har berättat det.',
  'minors.not': 'Våra tjänster är avsedda för vuxna.',
  'security.title': 'Hur vi skyddar uppgifterna',
  'security.text':
    'Vi skyddar uppgifterna på de här sätten. För vart och ett finns en ansvarig och en dag då det senast ses över.',
  'security.caption': 'Skyddsåtgärder',
  'security.control': 'Åtgärd',
  'security.check': 'Hur den kontrolleras',
  'security.review': 'Ses över senast',
  'staff.title': 'Vem hos oss som ser uppgifterna',
  'staff.text':
    'Bara de här anställda ser uppgifter, och bara för de här ändamålen. Var och en har ett eget användarnamn.',
  'staff.caption': 'Anställda och vad de ser',
  'staff.role': 'Uppgift',
  'staff.all': 'alla uppgifter för ändamålen',
  'changes.title': 'Om beskrivningen ändras',
  'changes.text':
    'Vi berättar om ändringen innan vi gör något nytt med dina uppgifter. Om det nya kräver ditt samtycke frågar vi först.',
  'changes.by': 'Så här berättar vi om en ändring:',
  'absent.title': 'Vad som inte gäller oss',
  'absent.dpo': 'Lagen kräver inte att vi utser ett dataskyddsombud, och vi har inte utsett något.',
  'absent.recipients': 'Vi lämnar inte ut uppgifter till andra.',
  'absent.transfers': 'Vi överför inte uppgifter till länder utanför EU och EES.',
  'absent.obligation': 'Vi ber inte om några uppgifter av dig själv, så du måste inte uppge något.',
  'absent.automated-decisions': 'Vi fattar inga beslut där en maskin ensam avgör saken.',
  'keeping.offers': 'Offerter och kontakter',
  'keeping.calls': 'Inspelade samtal',
  'keeping.rest': 'Övriga uppgifter',
  'keeping.lawful': 'Övriga uppgifter som vi enligt lag måste spara',
}

/** På svenska: beskrivningens delar: partner, mottagare och överföringar. */
export const svNoticeParties = {
  'vendors.settings': 'inställningar',
  'vendors.terms': 'villkor',
  'vendors.roles.caption': 'Vad partnern gör med uppgifterna',
  'vendors.role': 'Roll',
  'vendors.receives': 'Vad den får',
  'vendors.ip.never': 'vi skickar ingen IP-adress',
  'vendors.ip.truncated': 'vi skickar IP-adressen förkortad',
  'vendors.own-uses': 'Vad den gör för egen räkning',
  'vendors.onward': 'När eller till vem den lämnar uppgifter',
  'vendors.clauses': 'I våra avtal finns de här villkoren:',
  'opt-outs.title': 'Sidor där du kan säga nej',
  'opt-outs.text':
    'Vi frågar alltid själva om ditt samtycke. Du kan dessutom säga nej till de här tjänsterna på deras egna sidor:',
  'social.title': 'Sociala medier',
  'social.text':
    'Vi har en egen sida i de här tjänsterna. När du använder tjänsten gäller tjänstens egna villkor.',
  'social.controls':
    'I tjänstens inställningar ser du vilken reklam som riktas till dig och kan begränsa den. Ditt eget val hos oss gäller oberoende av det.',
  'social.caption': 'Tjänsterna, deras villkor och inställningar',
  'recipients.title': 'Vem vi lämnar uppgifter till',
  'recipients.text':
    'Vi lämnar ut uppgifter bara till de här mottagarna och bara i de här situationerna.',
  'recipients.caption': 'Mottagare efter grupp',
  'recipients.who': 'Mottagare',
  'recipients.when': 'När',
  'recipients.told':
    'När du begär att få se dina uppgifter berättar vi också vem de har lämnats till.',
  'recipients.reviewed':
    'Vi väljer våra partner med omsorg och bedömer var och en på nytt med jämna mellanrum.',
  'processors.title': 'Vem som behandlar uppgifter för vår räkning',
  'processors.text':
    'De här företagen behandlar uppgifter för vår räkning. Vi har ett skriftligt avtal med vart och ett.',
  'processors.instructions':
    'De följer våra anvisningar och använder inte uppgifterna för egna ändamål.',
  'processors.security': 'Vi ber dem regelbundet visa hur de skyddar uppgifterna.',
  'processors.caption': 'Personuppgiftsbiträden',
  'processors.service': 'Vad det gör',
  'transfers.title': 'Överföringar till länder utanför EU och EES',
  'transfers.text': 'Uppgifter överförs till länder utanför EU och EES bara på det här sättet.',
  'transfers.caption': 'Länder dit uppgifter överförs och grunden för överföringen',
  'transfers.to': 'Land',
  'transfers.whom': 'Till vem',
  'transfers.mechanism': 'Grund för överföringen',
  'transfers.document': 'Dokument',
  'transfers.servers':
    'Tjänsten {service} behandlar och lagrar uppgifter om hur webbplatsen används på servrar hos {company}, även utanför EU och EES. Mottagarland: {countries}.',
  'transfers.copy':
    'Du får en kopia av skyddsåtgärderna om du skriver till oss: <mail>{email}</mail>.',
  'refusal.intro': 'Du kan också säga nej så här:',
  'refusal.browser-settings':
    'Webbläsarens inställningar: när du blockerar kakor kringgår vi inte spärren.',
  'refusal.do-not-track': 'Do Not Track: när din webbläsare skickar den är det ett nej för oss.',
  'refusal.third-party-cookie-block':
    'Spärr mot tredjepartskakor: när den är på kringgår vi den inte.',
  'refusal.vendor-opt-out':
    'Partnerns egen sida: när du säger nej där gäller det också vår webbplats.',
  'refusal.service-settings':
    'Tjänstens egna inställningar: i dem kan du begränsa tjänstens reklam.',
  'refusal.beside':
    'De kompletterar vår egen fråga och ersätter den inte. Att bara använda webbplatsen är inget samtycke.',
  'given.intro': 'Så här ger du ditt samtycke:',
  'given.banner': 'Du väljer det själv när vi frågar på webbplatsen. Ändamål: {purposes}.',
  'given.own-choice':
    'Du kryssar själv för en ruta som inte är ikryssad på förhand. Ändamål: {purposes}.',
  'choices.asks-again': 'Om du säger nej frågar vi inte igen inom {within}.',
  'without.features':
    'Om du blockerar någon av de här identifierarna fungerar inte funktionen som hör till den:',
  'tracker.browsers-keep': '{lifetime}; webbläsare sparar den i högst {kept}',
  'vendors.receives.text': '{form}, {ip}',
  'vendors.through.browser':
    'När du har gett ditt samtycke kontaktar din webbläsare själv de här tjänsterna, och de ser webbläsarens IP-adress: {names}.',
  'vendors.through.server':
    'Bara vår egen server kontaktar de här tjänsterna. De får varken din IP-adress eller någon identifierare som din webbläsare kan kännas igen på: {names}.',
  'vendors.through.none':
    'Till de här tjänsterna går just nu ingenting, eftersom det inte finns någon giltig grund för att överföra uppgifter utanför EU och EES: {names}.',
  'tracker.features': '{use}; utan den fungerar inte: {features}',
}

/** På svenska: varifrån händelser kommer, och räkning utan identitet. */
export const svNoticeSources = {
  'event-source.web': 'Våra egna webbplatser',
  'event-source.app': 'Våra egna appar',
  'event-source.server': 'Våra egna servrar',
  'event-source.partner': 'Partners webbplatser',
  'event-source.machine': 'Maskiner',
  'assertion.consent': 'vad du har valt',
  'assertion.time': 'när något hände',
  'assertion.orders': 'beställningar och återbetalningar',
  'assertion.place': 'region och ort',
  'assertion.device': 'vilken enhet du använde',
  'events-from.title': 'Varifrån vi får uppgifter om händelser',
  'events-from.text':
    'Vi tar emot händelser bara från de här källorna. Samma regler gäller för alla händelser, varifrån de än kommer.',
  'events-from.told': 'Kan meddela oss: {what}.',
  'events-from.nothing-more': 'Meddelar oss bara händelserna.',
  'events-from.partner':
    'Från en partners webbplats tar vi emot en händelse bara om du själv har gett oss ditt samtycke till det.',
  'purpose.text.counted':
    'Vi vill {aims}. Vi räknar besöken utan att identifiera dig och lagrar ingenting på din enhet för det.',
  'uses.counted':
    'Vi räknar besöken utan att identifiera dig: för detta lagrar vi ingenting på din enhet och läser ingenting som finns lagrat där. Besöken under en och samma dag skiljs åt med en kod som servern räknar fram av din IP-adress, webbläsarens namn och ett slumptal. Slumptalet finns bara i minnet och förstörs när dagen är slut. Därefter kan ingen ta reda på vilka besök som var dina.',
}

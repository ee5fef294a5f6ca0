import { fact, type Product, say } from './product.ts'

/** Mealtime. */
export const MEALTIME: readonly Product[] = [
  {
    slug: 'porras',
    category: 'mealtime',
    cents: 17_900,
    tint: 'moss',
    name: say('Syöttötuoli Porras', 'Matstolen Porras', 'Porras high chair'),
    line: say(
      'Kasvaa lapsen mukana; viimeisenä siinä istuu mummo.',
      'Växer med barnet, och sist sitter farmor i den.',
      'Grows with the child; the last to sit in it is grandmother.',
    ),
    story: say(
      'Istuin ja jalkatuki siirtyvät urissaan yhdeksään korkeuteen, joten sama tuoli on pöydässä puolivuotiaana ja kouluiässä. Kantaa 110 kiloa, mikä on hyvä, sillä se on talon mukavin tuoli.',
      'Sits och fotstöd flyttas mellan nio höjder, så samma stol står vid bordet både för halvåringen och skolbarnet. Den bär 110 kilo, och det är bra, för det är husets skönaste stol.',
      'Seat and footrest slide into nine heights, so one chair serves at six months and at school age. It carries 110 kilos, which is as well, for it is the most comfortable chair in the house.',
    ),
    facts: [
      fact('age', '6 kuukaudesta alkaen', 'Från 6 månader', 'From 6 months'),
      fact('material', 'Massiivikoivu, öljyvaha', 'Massiv björk, oljevax', 'Solid birch, oil wax'),
      fact('size', '45 × 50 × 78 cm', '45 × 50 × 78 cm', '45 × 50 × 78 cm'),
      fact('care', 'Pyyhi kostealla', 'Torka med fuktig trasa', 'Wipe with a damp cloth'),
    ],
  },
  {
    slug: 'kulho',
    category: 'mealtime',
    cents: 2_290,
    tint: 'sun',
    name: say('Kulho ja lusikka Karhu', 'Skål och sked Karhu', 'Karhu bowl and spoon'),
    line: say(
      'Karhu pohjalla kannustaa syömään loppuun.',
      'Björnen i botten hejar tills skålen är tom.',
      'A bear at the bottom cheers until the bowl is empty.',
    ),
    story: say(
      'Imukuppi pitää kulhon pöydässä, ja reuna on kaareva, jotta puuro löytää lusikkaan. Pohjalla odottaa karhu, jonka näkee vasta kun on syönyt.',
      'Sugkoppen håller skålen kvar på bordet, och den böjda kanten hjälper gröten upp på skeden. På botten väntar en björn som syns först när man har ätit upp.',
      'A suction foot keeps the bowl on the table, and the curved rim helps porridge find the spoon. At the bottom waits a bear, seen only by those who finish.',
    ),
    facts: [
      fact('age', '6 kuukaudesta alkaen', 'Från 6 månader', 'From 6 months'),
      fact(
        'material',
        'Elintarvikesilikoni, lusikka pyökkiä',
        'Livsmedelssilikon, sked av bok',
        'Food-grade silicone, beech spoon',
      ),
      fact(
        'care',
        'Kulho konepesuun, lusikka käsin',
        'Skålen i diskmaskin, skeden för hand',
        'Bowl in the dishwasher, spoon by hand',
      ),
    ],
  },
  {
    slug: 'muru',
    category: 'mealtime',
    cents: 1_490,
    tint: 'blush',
    name: say('Ruokalappu Muru', 'Haklappen Muru', 'Muru bib'),
    line: say(
      'Tasku sieppaa sen, minkä suu hylkää.',
      'Fickan fångar det som munnen ratar.',
      'A pocket catches what the mouth declines.',
    ),
    story: say(
      'Vahattua puuvillaa, jonka voi huuhtoa hanan alla ja ripustaa kuivumaan tuolin selkään. Kiinnitys niskassa aukeaa vetämällä, jos lappu jää kiinni johonkin.',
      'Vaxad bomull som sköljs under kranen och torkar på stolsryggen. Knäppningen i nacken släpper om man drar, ifall lappen fastnar i något.',
      'Waxed cotton that rinses under the tap and dries over the back of a chair. The fastening at the neck lets go when pulled, should the bib catch on something.',
    ),
    facts: [
      fact('age', '4 kuukaudesta 3 vuoteen', 'Från 4 månader till 3 år', '4 months to 3 years'),
      fact('material', 'Puuvilla, mehiläisvaha', 'Bomull, bivax', 'Cotton, beeswax'),
      fact(
        'care',
        'Huuhtelu; konepesu 30 °C',
        'Skölj; maskintvätt 30 °C',
        'Rinse; machine wash at 30 °C',
      ),
    ],
  },
]

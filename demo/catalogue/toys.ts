import { fact, type Product, say } from './product.ts'

/** Wooden toys. */
export const TOYS: readonly Product[] = [
  {
    slug: 'koivu',
    category: 'toys',
    cents: 3_990,
    tint: 'sand',
    name: say('Palikat Koivu', 'Klossar Koivu', 'Koivu building blocks'),
    line: say(
      'Kolmekymmentä koivupalikkaa, joista tulee kerralla kaupunki.',
      'Trettio björkklossar, tillräckligt för en hel stad.',
      'Thirty birch blocks: enough for a whole town.',
    ),
    story: say(
      'Palikka on vanhin lelu, ja syystä. Nämä on sahattu koivusta, hiottu käsin ja värjätty munaöljymaalilla niin ohuesti, että puun syyt näkyvät. Kaari ja kiila tekevät tornista linnan.',
      'Klossen är den äldsta leksaken, och det finns en orsak. De här är sågade av björk, slipade för hand och målade så tunt med äggoljetempera att ådringen syns. Med en båge och en kil blir tornet ett slott.',
      'The block is the oldest toy, with good reason. These are sawn from birch, sanded by hand and painted with egg tempera so thin that the grain shows. An arch and a wedge turn a tower into a castle.',
    ),
    facts: [
      fact('age', '1 vuodesta', 'Från 1 år', 'From 1 year'),
      fact('material', 'Koivu, munaöljymaali', 'Björk, äggoljetempera', 'Birch, egg tempera'),
      fact(
        'size',
        '30 palaa, suurin 9 cm',
        '30 bitar, den största 9 cm',
        '30 pieces, the largest 9 cm',
      ),
      fact('care', 'Pyyhi kostealla', 'Torka med fuktig trasa', 'Wipe with a damp cloth'),
    ],
  },
  {
    slug: 'juna',
    category: 'toys',
    cents: 3_450,
    tint: 'sky',
    name: say('Puujuna Puksu', 'Träståget Puksu', 'Puksu wooden train'),
    line: say(
      'Veturi ja kaksi vaunua, magneetit välissä, eikä yhtään paristoa.',
      'Ett lok och två vagnar med magneter emellan, utan ett enda batteri.',
      'An engine and two wagons, magnets between them, no batteries.',
    ),
    story: say(
      'Puksu kulkee lattialla, pöydällä ja sängyn reunalla, ja ääni tulee kuljettajalta. Pyörät on kiinnitetty niin, etteivät ne irtoa, vaikka juna suistuisi portaista. Sopii tavallisille puuradoille.',
      'Puksu rullar på golvet, bordet och sängkanten, och ljudet står lokföraren för. Hjulen sitter så fast att de håller också om tåget spårar ur i trappan. Passar vanliga tågbanor av trä.',
      'Puksu runs on floors, tables and the edge of the bed, and the driver makes the sound. The wheels stay on even when the train goes down the stairs. It fits ordinary wooden tracks.',
    ),
    facts: [
      fact('age', '18 kuukaudesta', 'Från 18 månader', 'From 18 months'),
      fact(
        'material',
        'Pyökki, vesiohenteinen maali',
        'Bok, vattenburen färg',
        'Beech, water-based paint',
      ),
      fact('size', 'Pituus 32 cm', 'Längd 32 cm', '32 cm long'),
    ],
  },
  {
    slug: 'hirvi',
    category: 'toys',
    cents: 2_990,
    tint: 'moss',
    name: say('Vetohirvi Harald', 'Dragälgen Harald', 'Harald the pull-along moose'),
    line: say(
      'Kulkee perässä, nyökyttää päätään eikä koskaan kiirehdi.',
      'Följer efter, nickar på huvudet och har aldrig bråttom.',
      'Follows behind, nods its head and is never in a hurry.',
    ),
    story: say(
      'Harald on ensimmäinen lemmikki, joka ei tarvitse ruokaa. Kun narusta vetää, pää keinuu kävelyn tahdissa. Sarvet ovat pyöreät ja pehmeää huopaa, jotta kaatuminen ei harmita kumpaakaan.',
      'Harald är det första husdjuret som inte behöver mat. När man drar i snöret gungar huvudet i takt med stegen. Hornen är runda och av mjuk filt, så att ett fall inte gör ont på någon av er.',
      'Harald is a first pet that needs no feeding. Pull the string and the head sways in step with the walk. The antlers are round and made of soft felt, so that a tumble hurts neither of you.',
    ),
    facts: [
      fact('age', '1 vuodesta', 'Från 1 år', 'From 1 year'),
      fact(
        'material',
        'Leppä, villahuopa, puuvillanaru',
        'Al, ullfilt, bomullssnöre',
        'Alder, wool felt, cotton string',
      ),
      fact('size', '18 × 16 cm', '18 × 16 cm', '18 × 16 cm'),
    ],
  },
  {
    slug: 'kaari',
    category: 'toys',
    cents: 4_400,
    tint: 'blush',
    name: say('Sateenkaari Kaari', 'Regnbågen Kaari', 'Kaari stacking rainbow'),
    line: say(
      'Kuusi kaarta: silta, keinu, tunneli ja joskus sateenkaarikin.',
      'Sex bågar: bro, gunga, tunnel och ibland en regnbåge.',
      'Six arches: a bridge, a swing, a tunnel and sometimes a rainbow.',
    ),
    story: say(
      'Kaaret on leikattu yhdestä lehmuslankusta, joten ne sopivat sisäkkäin juuri niin kuin puu kasvoi. Mitään oikeaa tapaa leikkiä ei ole. Siinä se taika on.',
      'Bågarna är skurna ur en enda lindplanka och passar därför i varandra precis som trädet växte. Något rätt sätt att leka finns inte. Det är det som är magin.',
      'The arches are cut from a single lime plank, so they nest just as the tree grew. There is no right way to play with it, and that is the magic.',
    ),
    facts: [
      fact('age', '1 vuodesta', 'Från 1 år', 'From 1 year'),
      fact('material', 'Lehmus, kasvivärit', 'Lind, växtfärger', 'Lime wood, plant dyes'),
      fact('size', '26 × 13 × 5 cm', '26 × 13 × 5 cm', '26 × 13 × 5 cm'),
    ],
  },
]

import { fact, type Product, say } from './product.ts'

/** Outdoors. */
export const OUTDOOR: readonly Product[] = [
  {
    slug: 'kura',
    category: 'outdoor',
    cents: 6_990,
    tint: 'sky',
    name: say('Kurapuku Ropo', 'Regnstället Ropo', 'Ropo rain suit'),
    line: say(
      'Hitsatut saumat, leveät hihat ja lupa hypätä lätäkköön.',
      'Svetsade sömmar, vida ärmar och lov att hoppa i pölen.',
      'Welded seams, wide sleeves and leave to jump in puddles.',
    ),
    story: say(
      'Ropo on tehty niin, että sen saa päälle itse: vetoketju kulkee polveen asti ja kuminauhat ovat kengän alla. Heijastimet näkyvät joka suunnasta, ja paikkapala tulee mukana.',
      'Ropo är gjord så att man får på den själv: dragkedjan går ända till knät och hällorna sitter under skon. Reflexerna syns från alla håll, och en lapp att laga med följer med.',
      'Ropo is made to be put on without help: the zip runs to the knee and the straps go under the shoe. Reflectors show from every side, and a patch for repairs is in the pocket.',
    ),
    facts: [
      fact('size', '80–128 cm', '80–128 cm', '80–128 cm'),
      fact(
        'material',
        'Kierrätetty polyesteri, PU-pinnoite',
        'Återvunnen polyester, PU-beläggning',
        'Recycled polyester, PU coating',
      ),
      fact('care', 'Suihkuta puhtaaksi', 'Spola ren', 'Hose it down'),
    ],
  },
  {
    slug: 'kumppari',
    category: 'outdoor',
    cents: 3_490,
    tint: 'sun',
    name: say('Kumisaappaat Loiske', 'Gummistövlarna Loiske', 'Loiske rubber boots'),
    line: say(
      'Luonnonkumia, kahvat varressa, oikea ja vasen eri värillä sisältä.',
      'Naturgummi med handtag i skaftet, och olika färg inuti höger och vänster.',
      'Natural rubber, handles at the top, left and right told apart by colour.',
    ),
    story: say(
      'Kahvoista saa kiinni märilläkin sormilla, ja sisäpuoli on oikeassa keltainen ja vasemmassa sininen, joten jalat löytävät paikkansa. Pohjallinen irtoaa kuivumaan yöksi.',
      'Handtagen får man grepp om också med våta fingrar. Insidan är gul i höger och blå i vänster stövel, så fötterna hittar rätt. Sulan går att ta ut för att torka över natten.',
      'The handles can be gripped with wet fingers, and the right boot is yellow inside, the left one blue, so that feet find their place. The insole comes out to dry overnight.',
    ),
    facts: [
      fact('size', '20–33', '20–33', '20–33'),
      fact(
        'material',
        'Luonnonkumi, puuvillavuori',
        'Naturgummi, bomullsfoder',
        'Natural rubber, cotton lining',
      ),
      fact(
        'care',
        'Huuhtele ja kuivata huoneenlämmössä',
        'Skölj och låt torka i rumstemperatur',
        'Rinse and dry at room temperature',
      ),
    ],
  },
  {
    slug: 'pulkka',
    category: 'outdoor',
    cents: 4_990,
    tint: 'plum',
    name: say('Puukelkka Hanki', 'Träkälken Hanki', 'Hanki wooden sledge'),
    line: say(
      'Taivutettua saarnia ja teräsjalakset; kantaa kaksi, joskus kolme.',
      'Böjd ask och medar av stål; bär två, ibland tre.',
      'Bent ash and steel runners; carries two, sometimes three.',
    ),
    story: say(
      'Höyryllä taivutettu kaari joustaa töyssyissä, ja matala istuin pitää kelkan pystyssä. Narun pää on silmukalla, jotta se löytyy lumesta. Kesäksi ripustetaan seinälle, ja sielläkin se on kaunis.',
      'Den ångböjda bågen fjädrar över guppen, och den låga sitsen håller kälken på rätt köl. Snöret slutar i en ögla så att det hittas i snön. På sommaren hänger den på väggen, och är vacker också där.',
      'The steam-bent curve gives over bumps, and the low seat keeps the sledge upright. The rope ends in a loop, so that it can be found in snow. In summer it hangs on a wall and looks well there too.',
    ),
    facts: [
      fact('age', '2 vuodesta', 'Från 2 år', 'From 2 years'),
      fact(
        'material',
        'Saarni, teräs, hamppunaru',
        'Ask, stål, hampsnöre',
        'Ash, steel, hemp rope',
      ),
      fact(
        'size',
        '90 × 36 × 24 cm, paino 3,9 kg',
        '90 × 36 × 24 cm, vikt 3,9 kg',
        '90 × 36 × 24 cm, 3.9 kg',
      ),
    ],
  },
  {
    slug: 'hiekka',
    category: 'outdoor',
    cents: 1_890,
    tint: 'sand',
    name: say('Hiekkasetti Ranta', 'Sandleksakerna Ranta', 'Ranta sand set'),
    line: say(
      'Ämpäri, lapio ja siivilä, jotka eivät haalistu eivätkä halkea.',
      'Hink, spade och såll som varken bleknar eller spricker.',
      'Bucket, spade and sieve that neither fade nor crack.',
    ),
    story: say(
      'Lapion varsi on puuta ja terä terästä, koska hiekkaan kaivetaan tosissaan. Ämpärissä on kaatonokka ja mitta-asteikko niille, joiden kakut noudattavat reseptiä.',
      'Spaden har skaft av trä och blad av stål, för i sanden gräver man på allvar. Hinken har pip och måttskala för dem som bakar sina sandkakor efter recept.',
      'The spade has a wooden handle and a steel blade, for digging is serious work. The bucket has a spout and a scale for those whose sand cakes follow a recipe.',
    ),
    facts: [
      fact('age', '18 kuukaudesta', 'Från 18 månader', 'From 18 months'),
      fact(
        'material',
        'Biomuovi, pyökki, teräs',
        'Bioplast, bok, stål',
        'Bioplastic, beech, steel',
      ),
      fact('size', '3 osaa, ämpäri 17 cm', '3 delar, hinken 17 cm', '3 pieces, bucket 17 cm'),
    ],
  },
]

import { fact, type Product, say } from './product.ts'

/** Prams and other ways to take a child along. */
export const PRAMS: readonly Product[] = [
  {
    slug: 'pilvi',
    category: 'prams',
    cents: 68_900,
    tint: 'sky',
    name: say('Yhdistelmävaunut Pilvi', 'Kombivagn Pilvi', 'Pilvi combination pram'),
    line: say(
      'Vaunukoppa ensin, istuinosa sitten. Sama runko kestää molemmat.',
      'Först liggdel, sedan sittdel. Samma chassi räcker till båda.',
      'A carrycot first, a seat later, and one frame that outlasts both.',
    ),
    story: say(
      'Pilvi on tehty suomalaisiin kevätkeleihin: suuret ilmatäytteiset pyörät rullaavat sohjossa siinä missä pihatiellä. Kuomun alla on tilaa talvipussille, ja työntöaisa nousee niin korkealle, ettei pitkänkään työntäjän tarvitse kumartua.',
      'Pilvi är gjord för finländsk vårvinter: de stora luftfyllda hjulen rullar lika lugnt i snömodd som på gården. Under suffletten ryms en ordentlig åkpåse, och handtaget går att höja så att också långa föräldrar kan gå rakryggade.',
      'Pilvi was made for a Finnish spring: its big air-filled wheels roll through slush as calmly as across the yard. There is room for a proper footmuff under the hood, and the handle rises high enough that nobody has to stoop.',
    ),
    facts: [
      fact(
        'age',
        'Syntymästä noin 4-vuotiaaksi',
        'Från födseln till ca 4 år',
        'From birth to about 4 years',
      ),
      fact(
        'material',
        'Alumiinirunko, kierrätetty polyesteri',
        'Aluminiumchassi, återvunnen polyester',
        'Aluminium frame, recycled polyester',
      ),
      fact(
        'size',
        'Leveys 59 cm, paino 13,8 kg',
        'Bredd 59 cm, vikt 13,8 kg',
        '59 cm wide, 13.8 kg',
      ),
      fact(
        'care',
        'Kankaat irtoavat, pesu 30 °C',
        'Avtagbart tyg, tvätt 30 °C',
        'Covers come off, wash at 30 °C',
      ),
    ],
  },
  {
    slug: 'retki',
    category: 'prams',
    cents: 24_900,
    tint: 'moss',
    name: say('Matkarattaat Retki', 'Resevagn Retki', 'Retki travel buggy'),
    line: say(
      'Taittuu yhdellä kädellä ja mahtuu junan hattuhyllylle.',
      'Fälls ihop med en hand och ryms på tågets hatthylla.',
      'Folds with one hand and fits the luggage rack of a train.',
    ),
    story: say(
      'Kun toisella kädellä pidetään kiinni lapsesta, rattaiden on taituttava toisella. Retki menee kokoon yhdellä liikkeellä, jää pystyyn omille pyörilleen ja kulkee olkahihnassa portaat ylös. Selkänoja laskeutuu päiväunille asti.',
      'När ena handen håller i barnet måste vagnen gå att fälla ihop med den andra. Retki viks i en enda rörelse, står kvar på sina egna hjul och följer med uppför trappan i axelremmen. Ryggstödet går att fälla ända till sovläge.',
      'When one hand is holding a child, the buggy has to fold with the other. Retki closes in one movement, stands up by itself and goes upstairs on its shoulder strap. The back reclines all the way to nap time.',
    ),
    facts: [
      fact('age', '6 kk – 22 kg', '6 mån – 22 kg', '6 months to 22 kg'),
      fact(
        'size',
        'Kokoon taitettuna 55 × 44 × 24 cm, paino 6,4 kg',
        'Hopfälld 55 × 44 × 24 cm, vikt 6,4 kg',
        'Folded 55 × 44 × 24 cm, 6.4 kg',
      ),
      fact(
        'material',
        'Alumiini, vettä hylkivä puuvilla',
        'Aluminium, vattenavvisande bomull',
        'Aluminium, water-repellent cotton',
      ),
    ],
  },
  {
    slug: 'syli',
    category: 'prams',
    cents: 11_900,
    tint: 'blush',
    name: say('Kantoreppu Syli', 'Bärsele Syli', 'Syli baby carrier'),
    line: say(
      'Lapsi lähellä, kädet vapaina, paino lantiolla.',
      'Barnet nära, händerna fria, tyngden på höften.',
      'A child close by, both hands free, the weight on your hips.',
    ),
    story: say(
      'Sylissä on hyvä olla silloinkin, kun pitäisi tiskata. Leveä lantiovyö kantaa painon, ja istuinosa levenee lapsen mukana, joten lonkat ovat luonnollisessa asennossa ensimmäisestä päivästä viimeiseen.',
      'I famnen är det gott att vara, också när disken väntar. Det breda höftbältet bär vikten och sitsen breddas i takt med barnet, så att höfterna vilar i ett naturligt läge från första dagen till den sista.',
      'Being held is good, even when there are dishes to do. A wide hip belt carries the weight, and the seat widens as the child grows, so that small hips rest naturally from the first day to the last.',
    ),
    facts: [
      fact('age', '3,5–18 kg', '3,5–18 kg', '3.5 to 18 kg'),
      fact(
        'material',
        'Luomupuuvilla ja pellava',
        'Ekologisk bomull och lin',
        'Organic cotton and linen',
      ),
      fact('care', 'Konepesu 40 °C', 'Maskintvätt 40 °C', 'Machine wash at 40 °C'),
    ],
  },
]

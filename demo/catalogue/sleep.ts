import { fact, type Product, say } from './product.ts'

/** Sleep. */
export const SLEEP: readonly Product[] = [
  {
    slug: 'pesa',
    category: 'sleep',
    cents: 13_900,
    tint: 'sand',
    name: say('Ensisänky Pesä', 'Moseskorgen Pesä', 'Pesä Moses basket'),
    line: say(
      'Punottu kori, joka keinuu hiljaa ja kulkee huoneesta toiseen.',
      'En flätad korg som vaggar stilla och följer med från rum till rum.',
      'A woven basket that rocks gently and moves from room to room.',
    ),
    story: say(
      'Ensimmäiset kuukaudet nukutaan siellä missä muutkin ovat. Pesä on punottu pajusta koivujalakselle, joka keinuu yhdestä tönäisystä ja pysähtyy itsestään. Patja on kiinteä ja kooltaan juuri oikea.',
      'De första månaderna sover man där de andra är. Pesä är flätad av vide på en björkmede som gungar av en lätt knuff och stannar av sig själv. Madrassen är fast och precis lagom stor.',
      'For the first months one sleeps where everyone else is. Pesä is woven from willow on a birch rocker that sways at a nudge and stops by itself. The mattress is firm and an exact fit.',
    ),
    facts: [
      fact(
        'age',
        '0–6 kuukautta, enintään 9 kg',
        '0–6 månader, högst 9 kg',
        '0 to 6 months, up to 9 kg',
      ),
      fact(
        'material',
        'Paju, koivu, luomupuuvilla',
        'Vide, björk, ekologisk bomull',
        'Willow, birch, organic cotton',
      ),
      fact('size', '80 × 40 cm', '80 × 40 cm', '80 × 40 cm'),
    ],
  },
  {
    slug: 'kuu',
    category: 'sleep',
    cents: 4_290,
    tint: 'plum',
    name: say('Yövalo Kuu', 'Nattlampan Kuu', 'Kuu night light'),
    line: say(
      'Himmenee puolessa tunnissa, juuri kun silmätkin.',
      'Bleknar på en halvtimme, i takt med ögonlocken.',
      'Fades over half an hour, just as eyelids do.',
    ),
    story: say(
      'Kuu syttyy taputuksesta ja palaa lämpimänä kuin eteisen valo oven raosta. Se latautuu päivällä ja kestää yön, joten johtoa ei ole kenenkään kompastuttavana.',
      'Kuu tänds med en klapp och lyser varmt som ljuset i dörrspringan. Den laddas på dagen och räcker hela natten, så det finns ingen sladd att snubbla på.',
      'Kuu lights at a pat and glows as warmly as the hall through a door left ajar. It charges by day and lasts the night, so there is no cord to trip on.',
    ),
    facts: [
      fact('material', 'Silikoni, LED 0,5 W', 'Silikon, LED 0,5 W', 'Silicone, 0.5 W LED'),
      fact('size', '16 cm, 240 g', '16 cm, 240 g', '16 cm, 240 g'),
      fact('care', 'Pyyhi kostealla', 'Torka med fuktig trasa', 'Wipe with a damp cloth'),
    ],
  },
  {
    slug: 'uni',
    category: 'sleep',
    cents: 5_990,
    tint: 'sky',
    name: say('Unipussi Uni', 'Sovpåsen Uni', 'Uni sleeping bag'),
    line: say(
      'Peitto, jota ei voi potkia pois.',
      'Täcket som inte går att sparka av sig.',
      'The blanket that cannot be kicked off.',
    ),
    story: say(
      'Tähtitaivas ulkona, villaa sisällä. Villa tasaa lämmön, joten pussi käy kesämökillä ja pakkasyönä. Vetoketju aukeaa alhaalta, ja vaipan voi vaihtaa unta häiritsemättä.',
      'Stjärnhimmel utanpå, ull inuti. Ullen jämnar ut värmen, så påsen passar både på stugan i juli och en natt i februari. Dragkedjan öppnas nedifrån, och blöjan kan bytas utan att väcka någon.',
      'A starry sky outside, wool within. Wool evens out warmth, so the bag suits a summer cabin and a frosty night alike. The zip opens from below, and a nappy can be changed without waking anyone.',
    ),
    facts: [
      fact('age', '0–24 kuukautta', '0–24 månader', '0 to 24 months'),
      fact(
        'material',
        'Luomupuuvilla, villavanu',
        'Ekologisk bomull, ullvadd',
        'Organic cotton, wool filling',
      ),
      fact('size', '70 ja 90 cm', '70 och 90 cm', '70 and 90 cm'),
      fact('care', 'Konepesu 30 °C', 'Maskintvätt 30 °C', 'Machine wash at 30 °C'),
    ],
  },
]

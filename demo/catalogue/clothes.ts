import { fact, type Product, say } from './product.ts'

/** Clothes. */
export const CLOTHES: readonly Product[] = [
  {
    slug: 'villa',
    category: 'clothes',
    cents: 8_490,
    tint: 'plum',
    name: say('Villahaalari Villa', 'Ulloverallen Villa', 'Villa wool overall'),
    line: say(
      'Merinovillaa, joka lämmittää märkänäkin eikä kutita.',
      'Merinoull som värmer också när den är våt, och aldrig kliar.',
      'Merino that warms even when wet, and never itches.',
    ),
    story: say(
      'Kuoreksi syksyllä, välikerrokseksi talvella. Hihat ja lahkeet kääntyvät, joten sama haalari istuu kaksi talvea, ja hihansuusta taittuu lapanen silloin kun oikeat ovat eteisessä.',
      'Ytterplagg på hösten, mellanlager på vintern. Ärmar och ben går att vika upp, så overallen passar i två vintrar, och av ärmslutet viker man en vante när de riktiga blev kvar i tamburen.',
      'An outer layer in autumn, a middle layer in winter. Cuffs fold back so that it fits for two winters, and unfold into mittens on the day the real ones stay in the hall.',
    ),
    facts: [
      fact('size', '56–98 cm', '56–98 cm', '56–98 cm'),
      fact('material', '100 % merinovilla', '100 % merinoull', '100% merino wool'),
      fact(
        'care',
        'Tuuleta tai pese villaohjelmalla 30 °C',
        'Vädra eller tvätta i ullprogram 30 °C',
        'Air it, or wash on wool at 30 °C',
      ),
    ],
  },
  {
    slug: 'raita',
    category: 'clothes',
    cents: 2_490,
    tint: 'sun',
    name: say('Raitapaita Raita', 'Randig tröja Raita', 'Raita striped shirt'),
    line: say(
      'Se paita, joka on pyykissä eniten, koska se puetaan ensin.',
      'Tröjan som alltid är i tvätten, för den är alltid på.',
      'The shirt that is always in the wash because it is always worn.',
    ),
    story: say(
      'Pehmeää luomupuuvillaa, leveä pääntie ja nepit olalla, jottei pukemisesta tule painia. Raidat on kudottu eikä painettu, joten ne kestävät sadan pesun verran hiekkalaatikkoa.',
      'Mjuk ekologisk bomull, vid halsringning och tryckknappar på axeln, så att påklädningen inte blir en brottningsmatch. Ränderna är vävda, inte tryckta, och klarar hundra tvättar efter sandlådan.',
      'Soft organic cotton, a wide neck and snaps on the shoulder, so that dressing is not a wrestling match. The stripes are woven rather than printed and survive a hundred washes of sandpit.',
    ),
    facts: [
      fact('size', '62–128 cm', '62–128 cm', '62–128 cm'),
      fact(
        'material',
        '95 % luomupuuvilla, 5 % elastaani',
        '95 % ekologisk bomull, 5 % elastan',
        '95% organic cotton, 5% elastane',
      ),
      fact('care', 'Konepesu 40 °C', 'Maskintvätt 40 °C', 'Machine wash at 40 °C'),
    ],
  },
  {
    slug: 'nupu',
    category: 'clothes',
    cents: 1_990,
    tint: 'blush',
    name: say('Tupsupipo Nupu', 'Tofsmössan Nupu', 'Nupu bobble hat'),
    line: say(
      'Korvien yli, leuan alta, eikä putoa kelkkamäessä.',
      'Över öronen, under hakan, och den stannar på i pulkbacken.',
      'Over the ears, under the chin, and it stays on down the hill.',
    ),
    story: say(
      'Nupu on neulottu kahteen kertaan: ulkona villaa, sisällä puuvillaa. Nauha solmitaan leuan alle, ja tupsun voi napata irti pesun ajaksi. Kadonneita tupsuja lähetämme uusia.',
      'Nupu är stickad i två lager: ull på utsidan, bomull mot huden. Banden knyts under hakan och tofsen går att knäppa loss inför tvätten. Har den försvunnit skickar vi en ny.',
      'Nupu is knitted twice over: wool on the outside, cotton within. It ties under the chin, and the bobble snaps off for the wash. Lost ones we replace.',
    ),
    facts: [
      fact('size', '42–54 cm', '42–54 cm', '42–54 cm'),
      fact(
        'material',
        'Villa, vuori luomupuuvillaa',
        'Ull, foder av ekologisk bomull',
        'Wool, lined with organic cotton',
      ),
      fact('care', 'Käsinpesu', 'Handtvätt', 'Wash by hand'),
    ],
  },
  {
    slug: 'lapanen',
    category: 'clothes',
    cents: 1_790,
    tint: 'sky',
    name: say('Lapaset Tumppu', 'Vantarna Tumppu', 'Tumppu mittens'),
    line: say(
      'Naru kulkee hihojen läpi, joten pari pysyy parina.',
      'Ett snöre genom ärmarna, så att paret förblir ett par.',
      'A string runs through the sleeves, so that a pair stays a pair.',
    ),
    story: say(
      'Kuviossa on lunta, metsää ja yksi kettu, jonka löytää vain etsimällä. Pitkä varsi menee hihan alle, ja peukalo on neulottu keskelle, joten lapaset voi pukea kumpaan käteen tahansa.',
      'I mönstret finns snö, skog och en räv som bara hittas av den som letar. Det långa skaftet går in under ärmen, och tummen sitter i mitten så att vanten passar vilken hand som helst.',
      'The pattern has snow, forest and one fox that only those who look will find. The long cuff goes under the sleeve, and the thumb sits in the middle, so each mitten fits either hand.',
    ),
    facts: [
      fact('age', '1–6 vuotta', '1–6 år', '1 to 6 years'),
      fact(
        'material',
        '100 % suomenlampaan villa',
        '100 % ull från finskt får',
        '100% Finnsheep wool',
      ),
      fact('made', 'Neulottu Suomessa', 'Stickade i Finland', 'Knitted in Finland'),
    ],
  },
]

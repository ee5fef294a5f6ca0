import * as pen from './pencil.ts'

const { box, dot, drawn, line, oval, shape } = pen

const spruce = (x: number, y: number, size: number, colour: string) =>
  [0, 1, 2]
    .map(k => {
      const top = y + k * size * 0.5
      const half = size * (0.34 + k * 0.14)
      return shape(`M${x} ${top}l${half} ${size * 0.85}h${-2 * half}Z`, colour)
    })
    .join('') + line(`M${x} ${y + size * 1.85}v${size * 0.25}`, pen.BARK, size * 0.12)

const birch = (x: number, y: number, h: number) =>
  line(`M${x} ${y}v${h}`, pen.SNOW, 20) +
  line(`M${x - 7} ${y + h * 0.3}h8M${x + 1} ${y + h * 0.5}h7M${x - 8} ${y + h * 0.7}h9`, pen.INK, 5)

const CHILD = [
  line('M560 742 536 806M606 742l34 60', pen.NAVY, 30),
  box([508, 796, 50, 26], pen.CORAL, 12),
  box([622, 792, 50, 26], pen.CORAL, 12),
  shape('M536 600c20-18 70-18 90 0l24 146c-40 22-98 22-138 0Z', pen.MUSTARD),
  line('M582 606v142', '#d2942a', 5),
  line('M552 626 486 690', pen.MUSTARD, 30),
  line('M616 630l62 54', pen.MUSTARD, 30),
  dot(482, 694, 15, pen.BLUSH),
  dot(682, 690, 15, pen.BLUSH),
  dot(582, 546, 58, pen.BLUSH),
  shape('M520 544c-4-86 128-86 124 0-34-26-90-26-124 0Z', pen.CORAL),
  line('M520 542c34-24 90-24 124 0', pen.BLUSH, 18),
  dot(582, 470, 22, pen.CREAM),
  dot(600, 556, 6, pen.INK),
  dot(628, 554, 6, pen.INK),
  line('M602 578c8 9 20 8 26 0', pen.INK, 5),
  dot(590, 576, 9, '#e79b85'),
  shape('M536 600c30 16 62 16 92 0l4 22c-34 16-66 16-100 0Z', pen.SEA),
]

const MOOSE = [
  line('M482 696C440 760 400 740 350 736', pen.CORAL, 5),
  shape(
    'M150 790v-74c0-26 14-40 40-40h68c24 0 34 16 34 40v74h-28v-52c-20 8-60 8-86 0v52Z',
    pen.BARK,
  ),
  shape(
    'M250 704c-6-34 8-62 42-68 34-6 62 8 72 28 8 14-4 28-20 26-20-2-28 2-36 14-10 16-42 26-58 0Z',
    pen.BARK,
  ),
  shape('M336 686c6-12 16-20 28-22 8 14-4 28-20 26-3 0-6-2-8-4Z', '#e0b98c'),
  dot(318, 660, 6, pen.INK),
  shape(
    'M284 638c-8-14-38-10-46-30-6-14 6-22 14-14 0-18 18-20 22-4 6-16 24-14 22 4 8-8 20 0 14 12-6 14-12 20-14 32Z',
    pen.BUTTER,
  ),
  shape(
    'M304 636c4-14 18-20 22-34 4-10 16-8 16 4 8-10 22-2 16 10 10-4 18 8 8 16-12 10-38 4-50 10Z',
    pen.BUTTER,
  ),
  shape('M246 694c14 16 36 20 54 10l4 16c-22 12-46 8-62-10Z', pen.CORAL),
  box([126, 780, 196, 20], pen.MUSTARD, 9),
  ...[158, 286].map(x => dot(x, 806, 22, pen.SPRUCE) + dot(x, 806, 9, pen.CREAM)),
]

const COTTAGE = [
  shape('M812 400h190v118H812Z', '#b5482f'),
  line('M812 430h190M812 460h190M812 490h190', '#9c3c26', 4),
  shape('M788 408 906 316l120 92Z', pen.INK),
  box([934, 316, 30, 54], '#8a3a28', 3),
  box([838, 432, 52, 52], pen.BUTTER, 3),
  line('M864 432v52M838 458h52', pen.SNOW, 6),
  box([928, 432, 46, 86], pen.SPRUCE, 3),
  line('M838 432h52v52h-52Z', pen.SNOW, 6),
  oval(952, 280, 22, 15, pen.CREAM),
  oval(982, 246, 30, 19, pen.CREAM),
  oval(1024, 206, 38, 24, pen.CREAM),
]

/** The picture of the home page: a child, a moose, a path, a lake. */
export const HERO = drawn(
  [
    shape(
      'M70 470C40 240 210 70 470 90 640 40 900 30 1040 190c160 130 150 470 20 600-160 90-760 110-900 20C60 720 80 600 70 470Z',
      '#cfe3e2',
    ),
    dot(330, 240, 74, pen.BUTTER),
    shape(
      'M92 520c90-90 190-120 300-70 110-90 230-110 330-30 110-70 240-60 400 60v180H96Z',
      '#9dbfae',
    ),
    shape(
      'M100 560c160-40 420-50 640-30 160 10 280 6 402-6 6 80 0 150-20 206H130c-22-50-32-108-30-170Z',
      pen.SKY,
    ),
    line('M250 580h120M430 606h150M300 632h70M690 584h90', '#b9dbe6', 7),
    ...COTTAGE,
    spruce(760, 300, 110, '#3c7263'),
    spruce(1060, 330, 104, '#3c7263'),
    spruce(190, 330, 116, '#3c7263'),
    shape(
      'M96 650c120-60 300-30 480-40 190-10 380-60 560 0-20 110-70 200-150 220-220 60-560 60-780 0-70-30-104-100-110-180Z',
      pen.MOSS,
    ),
    shape(
      'M150 812c160-60 330-20 500-60 130-30 230-90 300-220l50 6c-40 150-130 240-290 284-170 46-390 60-520 40-20-16-34-34-40-50Z',
      '#ead3a2',
    ),
    spruce(1020, 470, 150, pen.SPRUCE),
    spruce(118, 480, 128, pen.SPRUCE),
    birch(760, 430, 330),
    birch(842, 560, 190),
    shape(
      'M700 330c30-70 120-60 130 0 50 10 50 90-10 100-30 40-110 40-130 0-50-10-50-90 10-100Z',
      pen.MUSTARD,
    ),
    shape('M720 350c20-40 70-40 80-6-30-4-56 2-80 6Z', pen.BUTTER),
    shape(
      'M810 500c20-50 80-40 86 2 30 14 22 62-16 66-22 22-66 18-76-8-30-12-26-52 6-60Z',
      pen.CORAL,
    ),
    ...MOOSE,
    ...CHILD,
    ...[
      [720, 800],
      [905, 740],
      [430, 690],
      [980, 700],
      [110, 740],
      [760, 690],
    ].map(([x, y]) => oval(x ?? 0, y ?? 0, 14, 7, pen.MUSTARD, 24)),
    line(
      'M690 700c2-14 6-22 12-30M702 704c4-10 8-16 16-22M960 760c2-14 6-22 12-30M150 700c2-12 4-18 10-26',
      pen.SPRUCE,
      6,
    ),
    dot(1010, 760, 12, pen.CORAL),
    line('M1010 768v22', pen.CREAM, 9),
    dot(1044, 744, 9, pen.CORAL),
    line('M1044 752v16', pen.CREAM, 7),
  ],
  [1200, 900],
  9,
)

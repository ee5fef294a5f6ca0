import * as pen from './pencil.ts'

const { box, dot, drawn, ground, line, oval, ring, shape } = pen

const arch = (r: number, colour: string) =>
  `<path d="M${200 - r} 310V230a${r} ${r} 0 0 1 ${2 * r} 0v80" fill="none" stroke="${colour}" stroke-width="25" stroke-linecap="butt"/>`

const wheel = (x: number, y: number, r: number, colour: string) =>
  dot(x, y, r, colour) + ring(x, y, r - 9, pen.CREAM, 3) + dot(x, y, 5, pen.INK)

/** Wooden toys. */
export const TOY_PICTURES = {
  koivu: drawn([
    ground(200, 348, 150),
    box([62, 262, 82, 82], pen.CORAL, 5),
    box([152, 262, 82, 82], pen.MUSTARD, 5),
    shape('M244 344v-82h104v82h-28c0-38-48-38-48 0Z', pen.SEA),
    box([96, 190, 148, 66], pen.WOOD, 5),
    line('M112 208c40 8 80-6 118 2M110 230c36 6 88-6 120 2', pen.BARK, 3),
    shape('M252 256v-60h60v60Z', pen.MOSS),
    box([120, 112, 72, 72], pen.SKY, 5),
    shape('M204 184v-72h18l44 72Z', pen.PLUM),
    shape('M114 106 156 48l42 58Z', pen.CORAL),
    line('M88 290v30M88 305h30M118 290v30', pen.CREAM, 6),
    line('M176 326c2-50 34-50 34-2M180 308h28', pen.CREAM, 6),
    dot(156, 148, 15, pen.CREAM),
    dot(282, 226, 12, pen.CREAM),
    shape('M278 186l16-30 18 30Z', pen.BLUSH),
  ]),
  juna: drawn([
    ground(200, 320, 175),
    line('M30 318h340', pen.BARK, 8),
    line('M140 276h30M258 276h24', pen.INK, 8),
    box([28, 206, 112, 76], pen.MOSS, 8),
    box([28, 206, 112, 18], pen.SPRUCE, 8),
    dot(64, 196, 22, pen.CORAL),
    dot(102, 192, 26, pen.MUSTARD),
    box([28, 214, 112, 68], pen.MOSS, 8),
    box([166, 206, 94, 76], pen.BUTTER, 8),
    box([182, 222, 26, 30], pen.SKY, 5),
    box([220, 222, 26, 30], pen.SKY, 5),
    box([158, 192, 110, 18], pen.MUSTARD, 8),
    box([280, 222, 96, 60], pen.CORAL, 10),
    box([278, 164, 46, 118], '#c95b40', 8),
    box([288, 180, 26, 28], pen.SKY, 5),
    box([270, 150, 62, 18], pen.NAVY, 8),
    box([346, 184, 18, 42], pen.NAVY, 4),
    oval(356, 150, 18, 13, pen.CREAM),
    oval(334, 122, 24, 17, pen.CREAM),
    oval(296, 92, 30, 20, pen.CREAM),
    wheel(58, 294, 23, pen.INK),
    wheel(112, 294, 23, pen.INK),
    wheel(188, 294, 23, pen.INK),
    wheel(238, 294, 23, pen.INK),
    wheel(302, 290, 28, pen.MUSTARD),
    wheel(356, 296, 20, pen.INK),
  ]),
  hirvi: drawn([
    ground(190, 352, 140),
    line('M84 214C40 240 30 300 16 330', pen.CORAL, 5),
    dot(17, 334, 13, pen.CORAL),
    box([70, 306, 220, 24], pen.MUSTARD, 10),
    shape(
      'M112 308v-96c0-28 16-46 46-46h72c24 0 38 16 38 40v102h-30v-72c-20 10-66 10-94 0v72Z',
      pen.BARK,
    ),
    shape(
      'M112 308v-96c0-10 2-18 6-25 10 14 12 40 24 50v71ZM238 308v-72c12-8 14-24 16-44 9 8 14 18 14 32v84Z',
      '#9a6838',
    ),
    shape(
      'M222 206c-6-42 10-74 48-82 40-8 72 8 86 30 10 16-4 34-24 32-22-2-34 2-42 14-10 18-44 34-68 6Z',
      pen.BARK,
    ),
    shape('M318 182c8-16 22-26 38-26 9 15-5 32-24 30-5 0-10-1-14-4Z', '#e0b98c'),
    dot(300, 150, 6, pen.INK),
    dot(344, 166, 4, pen.INK),
    oval(246, 134, 12, 22, '#9a6838', -50),
    shape(
      'M262 124c-12-16-46-12-58-34-8-16 6-28 18-18 0-22 22-26 26-6 6-20 28-18 26 4 10-10 24-2 18 14-6 18-16 28-16 42Z',
      pen.BUTTER,
    ),
    shape(
      'M284 122c4-18 22-26 26-42 4-14 20-12 20 2 10-14 26-4 20 10 14-6 24 10 12 20-16 14-46 8-60 16Z',
      pen.BUTTER,
    ),
    shape('M212 188c18 22 44 28 66 14l6 20c-26 16-58 10-78-12Z', pen.CORAL),
    wheel(104, 334, 26, pen.SPRUCE),
    wheel(254, 334, 26, pen.SPRUCE),
  ]),
  kaari: drawn([
    ground(200, 322, 170),
    arch(152, pen.CORAL),
    arch(125, pen.MUSTARD),
    arch(98, pen.MOSS),
    arch(71, pen.SEA),
    arch(44, pen.PLUM),
    shape('M170 310v-80c0-40 60-40 60 0v80Z', pen.BLUSH),
    shape('M186 310v-72c0-18 28-18 28 0v72Z', pen.CREAM),
    line('M60 250c2-40 14-70 30-92M300 130c20 16 34 40 38 66', '#ffffff55', 5),
    dot(346, 88, 22, pen.BUTTER),
    line('M346 50v-14M384 88h14M372 61l10-10M320 61l-10-10M308 88h-14', pen.BUTTER, 6),
  ]),
}

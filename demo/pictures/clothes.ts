import * as pen from './pencil.ts'

const { box, dot, drawn, ground, line, oval, shape, star, stitch } = pen

const tree = (x: number, y: number) => shape(`M${x} ${y}l16 28h-32Z`, pen.CREAM)

/** Clothes. */
export const CLOTHES_PICTURES = {
  villa: drawn([
    ground(200, 374, 90),
    shape(
      'M150 66c30-30 70-30 100 0l76 110-38 34-36-40v100l22 92h-62l-12-70-12 70h-62l22-92V170l-36 40-38-34Z',
      pen.PLUM,
    ),
    shape('M150 66c14-44 86-44 100 0-20 34-80 34-100 0Z', '#5a3a60'),
    shape('M166 66c10-26 58-26 68 0-14 18-54 18-68 0Z', pen.LILAC),
    line('M200 88v204', pen.CREAM, 6),
    shape(
      'M74 176l38 34-16 18c-8 8-18 6-26-1l-13-13c-7-8-7-18 0-25ZM326 176l-38 34 16 18c8 8 18 6 26-1l13-13c7-8 7-18 0-25Z',
      pen.MUSTARD,
    ),
    shape('M128 350h58l-3 26h-60ZM214 350h58l5 26h-60Z', pen.MUSTARD),
    line('M148 170h28M148 182h28M224 170h28M224 182h28', pen.LILAC, 4),
    stitch('M160 214h32v40h-32ZM208 214h32v40h-32Z', pen.LILAC),
    oval(176, 48, 10, 16, '#5a3a60', -20),
    oval(224, 48, 10, 16, '#5a3a60', 20),
  ]),
  raita: drawn([
    `<clipPath id="s"><path d="M140 84c34 24 86 24 120 0l88 68-44 62-36-24v146H132V190l-36 24-44-62Z"/></clipPath>`,
    ground(200, 356, 96),
    shape('M140 84c34 24 86 24 120 0l88 68-44 62-36-24v146H132V190l-36 24-44-62Z', pen.CREAM),
    `<g clip-path="url(#s)">`,
    line(
      'M40 124c100 20 220 20 320 0M40 158c100 20 220 20 320 0M40 192c100 20 220 20 320 0M40 226c100 20 220 20 320 0M40 260c100 20 220 20 320 0M40 294c100 20 220 20 320 0M40 328c100 20 220 20 320 0',
      pen.SEA,
      15,
    ),
    `</g>`,
    line('M140 84c34 24 86 24 120 0', pen.CORAL, 14),
    line('M132 190V150M268 190v-40', pen.INK, 4),
    line('M132 336h136', pen.CORAL, 12),
    dot(146, 78, 6, pen.MUSTARD),
    dot(132, 86, 6, pen.MUSTARD),
    shape('M214 214h38v32c-8 12-30 12-38 0Z', pen.CORAL),
    star(233, 230, 11, pen.BUTTER),
  ]),
  nupu: drawn([
    ground(200, 372, 80),
    line('M110 250c-6 40 6 74 20 108M290 250c6 40-6 74-20 108', pen.CORAL, 9),
    dot(130, 360, 13, pen.MUSTARD),
    dot(270, 360, 13, pen.MUSTARD),
    shape('M92 236C84 130 130 82 200 82s116 48 108 154Z', pen.CORAL),
    line('M128 132v92M164 104v120M200 98v126M236 104v120M272 132v92', '#c95b40', 6),
    shape(
      'M84 222c70-18 162-18 232 0 8 20 6 40 0 54l-34 26c-14-18-28-28-40-30H158c-12 2-26 12-40 30l-34-26c-6-14-8-34 0-54Z',
      pen.BLUSH,
    ),
    line(
      'M104 226v52M132 220v58M160 218v48M188 216v50M214 216v50M242 218v48M270 220v58M298 226v52',
      '#e09c86',
      5,
    ),
    dot(200, 66, 40, pen.CREAM),
    line(
      'M200 66l-22-24M200 66l24-22M200 66l-34 2M200 66l34 4M200 66l-18 26M200 66l20 24M200 66V34',
      '#e7d7bc',
      5,
    ),
  ]),
  lapanen: drawn([
    ground(200, 366, 120),
    line('M112 108C120 20 280 20 288 108', pen.MUSTARD, 7),
    shape('M62 112h100v150c0 64-100 64-100 0Z', pen.SEA),
    shape('M160 196c30-24 50 4 34 26l-34 40Z', pen.SEA),
    shape('M238 112h100v150c0 64-100 64-100 0Z', pen.SEA),
    shape('M240 196c-30-24-50 4-34 26l34 40Z', pen.SEA),
    box([56, 100, 112, 44], pen.CORAL, 10),
    box([232, 100, 112, 44], pen.CORAL, 10),
    line(
      'M72 110v24M92 110v24M112 110v24M132 110v24M152 110v24M248 110v24M268 110v24M288 110v24M308 110v24M328 110v24',
      pen.BLUSH,
      5,
    ),
    tree(88, 168),
    tree(136, 168),
    tree(264, 168),
    tree(312, 168),
    ...[84, 112, 140, 260, 288, 316].map(x => dot(x, 218, 5, pen.CREAM)),
    shape('M100 276l-4-34 14 10h8l14-10-4 34c-4 14-24 14-28 0Z', pen.MUSTARD),
    dot(108, 264, 3, pen.INK),
    dot(120, 264, 3, pen.INK),
    star(288, 262, 20, pen.CREAM),
  ]),
}

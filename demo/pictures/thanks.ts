import * as pen from './pencil.ts'

const { box, dot, drawn, ground, line, oval, shape } = pen

/** The bear with a parcel. */
export const THANKS = drawn([
  ground(200, 372, 120),
  dot(122, 96, 34, pen.BARK),
  dot(278, 96, 34, pen.BARK),
  dot(122, 96, 17, pen.BLUSH),
  dot(278, 96, 17, pen.BLUSH),
  shape('M106 250c-20 60 0 118 94 118s114-58 94-118Z', pen.BARK),
  shape('M96 158c0-60 46-92 104-92s104 32 104 92c0 66-50 98-104 98S96 224 96 158Z', pen.WOOD),
  oval(200, 194, 48, 36, pen.CREAM),
  oval(200, 178, 18, 13, pen.INK),
  line('M200 190v14M180 210c12 10 28 10 40 0', pen.INK, 5),
  dot(156, 154, 9, pen.INK),
  dot(244, 154, 9, pen.INK),
  dot(132, 186, 14, pen.BLUSH),
  dot(268, 186, 14, pen.BLUSH),
  box([126, 262, 148, 100], pen.CORAL, 8),
  box([188, 262, 24, 100], pen.BUTTER, 0),
  shape(
    'M200 264c-16-34-60-30-46-6 10 14 36 10 46 6ZM200 264c16-34 60-30 46-6-10 14-36 10-46 6Z',
    pen.MUSTARD,
  ),
  oval(128, 312, 22, 30, pen.WOOD, 14),
  oval(272, 312, 22, 30, pen.WOOD, -14),
])

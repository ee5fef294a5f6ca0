import * as pen from './pencil.ts'

const { box, dot, ground, line, oval, ring, shape, stitch } = pen

const wheel = (x: number, y: number, r: number) =>
  ring(x, y, r, pen.INK, 12) + ring(x, y, r - 12, pen.CREAM, 5) + dot(x, y, 8, pen.MUSTARD)

/** Prams and carriers. */
export const PRAM_PICTURES = {
  pilvi: pen.drawn([
    ground(200, 360, 140),
    line('M120 300 250 215M285 300 150 215', pen.BARK, 11),
    line('M300 190 352 120 372 122', pen.BARK, 11),
    line('M352 120 374 122', pen.INK, 15),
    shape('M66 188h246c0 62-44 92-122 92S66 250 66 188Z', pen.SEA),
    shape('M66 188h246c0 14-3 26-8 37H74c-5-11-8-23-8-37Z', pen.NAVY),
    shape('M190 188 66 188C60 104 118 62 190 60Z', pen.CORAL),
    shape('M190 188 132 77c18-11 38-16 58-17Z', pen.BLUSH),
    shape('M190 188 88 118c-16 18-24 42-22 70Z', '#cb5c40'),
    shape('M190 188c18-40 110-40 120 0Z', pen.CREAM),
    dot(222, 178, 17, pen.BLUSH),
    line('M216 176c3 3 6 3 8 0M228 176c2 3 5 3 7 0', pen.INK, 3),
    shape('M205 172c0-26 36-26 36-2-8-8-24-8-36 2Z', pen.MUSTARD),
    stitch('M84 238c50 28 160 28 210 0'),
    wheel(118, 312, 42),
    wheel(290, 312, 42),
  ]),
  retki: pen.drawn([
    ground(205, 364, 120),
    line('M256 78 150 322M256 78l34-12', pen.INK, 11),
    line('M140 210 282 322M164 296h98', pen.BARK, 11),
    line('M284 62 312 68', pen.CORAL, 18),
    shape(
      'M128 168c14-4 28 2 33 16l22 62 78-4c16 0 20 26 2 28l-92 6c-14 0-22-5-27-19l-28-66c-4-11 1-20 12-23Z',
      pen.MOSS,
    ),
    shape('M183 246l78-4c16 0 20 26 2 28l-92 6c-8 0-14-2-19-6 18 2 28-4 31-24Z', pen.SPRUCE),
    shape('M250 96C208 58 132 78 112 150l22 18c18-40 66-66 116-72Z', pen.MUSTARD),
    shape('M112 150l22 18c8-18 22-33 40-46l-22-28c-19 13-33 32-40 56Z', pen.BUTTER),
    line('M262 262 296 306M284 308h30', pen.INK, 9),
    stitch('M150 190 174 250'),
    wheel(146, 328, 30),
    wheel(284, 330, 30),
  ]),
  syli: pen.drawn([
    ground(200, 368, 96),
    line('M130 108C92 150 96 212 118 262M270 108c38 42 34 104 12 154', pen.PLUM, 26),
    line('M132 106c6-34 40-50 68-50s62 16 68 50', pen.PLUM, 24),
    dot(200, 126, 46, pen.BLUSH),
    shape('M154 124c-4-62 96-62 92 0-22-26-70-26-92 0Z', pen.BARK),
    line('M182 132c3 4 9 4 12 0M208 132c3 4 9 4 12 0', pen.INK, 4),
    line('M194 150c4 3 8 3 12 0', pen.INK, 4),
    shape('M128 158c48-18 96-18 144 0l14 110c-40 34-132 34-172 0Z', pen.CORAL),
    shape('M128 158c48-18 96-18 144 0l3 24c-50-17-100-17-150 0Z', '#c95b40'),
    shape('M150 214h100v44c-28 18-72 18-100 0Z', pen.BLUSH),
    stitch('M150 226h100'),
    oval(104, 274, 26, 38, pen.BUTTER, 22),
    oval(296, 274, 26, 38, pen.BUTTER, -22),
    shape('M84 262c70 42 162 42 232 0l8 34c-74 46-174 46-248 0Z', pen.PLUM),
    box([182, 294, 36, 26], pen.MUSTARD),
    oval(110, 336, 20, 17, pen.CREAM),
    oval(290, 336, 20, 17, pen.CREAM),
  ]),
}

import { CLOTHES_PICTURES } from './clothes.ts'
import { MEALTIME_PICTURES } from './mealtime.ts'
import { OUTDOOR_PICTURES } from './outdoor.ts'
import { PRAM_PICTURES } from './prams.ts'
import { SLEEP_PICTURES } from './sleep.ts'
import { THANKS } from './thanks.ts'
import { TOY_PICTURES } from './toys.ts'

/** Every drawing by the slug of its product, as SVG. */
export const PICTURES: Readonly<Record<string, string>> = {
  ...PRAM_PICTURES,
  ...TOY_PICTURES,
  ...CLOTHES_PICTURES,
  ...SLEEP_PICTURES,
  ...MEALTIME_PICTURES,
  ...OUTDOOR_PICTURES,
  thanks: THANKS,
}

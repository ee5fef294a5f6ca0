/** Columns of a terminal that nothing but an unbreakable word passes. */
export const WIDTH_MAX = 80

/** Breaks text at spaces before the width; the first line starts with `first`, others with `rest`. */
export function wrap(text: string, first: string, rest: string): string {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of text.split(' ')) {
    if (!empty && line.length + 1 + word.length > WIDTH_MAX) {
      lines.push(line)
      line = rest
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, line].join('\n')
}

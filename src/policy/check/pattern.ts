/** Can one name on a device be meant by both? Each may have one `*` for any run of characters. */
export function overlaps(a: string, b: string): boolean {
  const [one, other] = [split(a), split(b)]
  if (!one.wild && !other.wild) return a === b
  if (!other.wild) return matches(one, b)
  if (!one.wild) return matches(other, a)
  return (
    (one.head.startsWith(other.head) || other.head.startsWith(one.head)) &&
    (one.tail.endsWith(other.tail) || other.tail.endsWith(one.tail))
  )
}

type Pattern = { readonly wild: boolean; readonly head: string; readonly tail: string }

function split(name: string): Pattern {
  const star = name.indexOf('*')
  if (star < 0) return { wild: false, head: name, tail: '' }
  return { wild: true, head: name.slice(0, star), tail: name.slice(star + 1) }
}

function matches({ head, tail }: Pattern, name: string): boolean {
  const isLong = name.length >= head.length + tail.length
  return isLong && name.startsWith(head) && name.endsWith(tail)
}

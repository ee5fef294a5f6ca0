/** Runs what may fail in an odd browser; undefined where it did, and the rest goes on without it. */
export function guard<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}

/** Stands before a method of the browser; `act` is given the native one, bound, and the arguments. */
export function wrap<A extends readonly unknown[]>(
  owner: object,
  name: string,
  act: (native: (...args: A) => unknown, args: A) => unknown,
): void {
  const native: Function = Reflect.get(owner, name)
  Reflect.set(owner, name, function (this: unknown, ...args: A) {
    return act((...given) => native.apply(this, given), args)
  })
}

/** Runs what may fail in an odd browser; undefined where it did, and the rest goes on without it. */
export function guard<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}

/** The browser's clock, before a page can put another in its place. */
export const { now } = Date

/** A method of the browser, to be called on what it belongs to. */
export type Native = {
  call(self: unknown, ...args: readonly unknown[]): unknown
  apply(self: unknown, args: readonly unknown[]): unknown
}

/**
 * Stands before a method of the browser, or a property's `get` or `set`: `act` is given the native
 * one, the arguments and the object. Answers the native one.
 */
export function wrap(
  owner: object,
  name: string,
  act: (native: Native, args: readonly unknown[], self: unknown) => unknown,
  way: 'value' | 'get' | 'set' = 'value',
): Native {
  const held = Object.getOwnPropertyDescriptor(owner, name)
  const native: Native = held?.[way]
  Object.defineProperty(owner, name, {
    ...held,
    [way](this: unknown, ...args: readonly unknown[]) {
      return act(native, args, this)
    },
  })
  return native
}

/** Things that are open, closed in the opposite order; what fails to close does not keep the rest open. */
export class Opened implements AsyncDisposable {
  readonly #closers: (() => PromiseLike<void> | void)[] = []

  /** Adds something to close, and hands it back. */
  add<T extends AsyncDisposable>(thing: T): T {
    this.#closers.push(() => thing[Symbol.asyncDispose]())
    return thing
  }

  /** Adds what is to be done when closing. */
  defer(close: () => PromiseLike<void> | void): void {
    this.#closers.push(close)
  }

  /** Closes everything, last opened first; then throws the first error there was, if any. */
  async [Symbol.asyncDispose](): Promise<void> {
    const errors: unknown[] = []
    for (const close of this.#closers.splice(0).toReversed()) {
      try {
        await close()
      } catch (error) {
        errors.push(error)
      }
    }
    if (errors.length > 0) throw errors[0]
  }
}

/** A function that is built when it is first called, so that importing a handler builds no client and reads no environment. */
export const lazily = <Args extends readonly unknown[], Answer>(
  build: () => (...args: Args) => Answer,
): ((...args: Args) => Answer) => {
  let built: ((...args: Args) => Answer) | undefined
  return (...args) => {
    built ??= build()
    return built(...args)
  }
}

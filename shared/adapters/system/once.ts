/** Makes a thing when it is first needed, and that one for ever after. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly it: T } | undefined
  return () => {
    made ??= { it: make() }
    return made.it
  }
}

/** The same for each key: one thing made when it is first asked for by that key, and kept. */
export const onceFor = <T>(make: (key: string) => T): ((key: string) => T) => {
  const made = new Map<string, { readonly it: T }>()
  return (key) => {
    const known = made.get(key) ?? { it: make(key) }
    made.set(key, known)
    return known.it
  }
}

/**
 * Remembers, in this process, what a live generation of a file holds: a generation never changes once it is live, so only which
 * one is live has to be read again. Of each file one generation is kept.
 */
export const keptGenerations = () => {
  const kept = new Map<string, { readonly generation: number; readonly value: Promise<unknown> }>()
  return <T>(name: string, generation: number, load: () => Promise<T>): Promise<T> => {
    const known = kept.get(name)
    // The name says which loader filled it, so what is kept under it is of that loader's type.
    if (known?.generation === generation) return known.value as Promise<T>
    const value = load()
    kept.set(name, { generation, value })
    value.catch(() => kept.delete(name))
    return value
  }
}

export type KeptGenerations = ReturnType<typeof keptGenerations>

/**
 * The same for files that are read item by item: only items this process has not met in the live generation are asked for. An item that
 * is not there is remembered as not there.
 */
export const keptItems = <T>() => {
  const kept = new Map<string, { readonly generation: number; readonly items: Map<string, T | undefined> }>()
  return async (
    academy: string,
    generation: number,
    keys: readonly string[],
    load: (missing: readonly string[]) => Promise<ReadonlyMap<string, T>>,
  ): Promise<ReadonlyMap<string, T>> => {
    const known = kept.get(academy)
    const items = known?.generation === generation ? known.items : new Map<string, T | undefined>()
    kept.set(academy, { generation, items })
    const missing = keys.filter((key) => !items.has(key))
    if (missing.length > 0) {
      const loaded = await load(missing)
      for (const key of missing) items.set(key, loaded.get(key))
    }
    return new Map(
      keys.flatMap((key) => {
        const item = items.get(key)
        return item === undefined ? [] : [[key, item] as const]
      }),
    )
  }
}

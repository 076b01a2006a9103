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

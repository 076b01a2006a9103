/** What a process has read, kept for so many milliseconds and then read again; a reading that fails is not kept. */
export const keptAWhile = <T>(milliseconds: number, read: (key: string) => Promise<T>) => {
  const kept = new Map<string, { readonly at: number; readonly value: Promise<T> }>()
  return {
    get: (key: string): Promise<T> => {
      const known = kept.get(key)
      if (known && performance.now() - known.at < milliseconds) return known.value
      const value = read(key)
      kept.set(key, { at: performance.now(), value })
      value.catch(() => kept.delete(key))
      return value
    },
    clear: (): void => kept.clear(),
  }
}

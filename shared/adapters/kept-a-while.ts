/** What a process has read, kept for so many milliseconds and then read again; a reading that fails is not kept. */
export const keptAWhile = <T>(milliseconds: number, read: (key: string) => Promise<T>) => {
  const kept = new Map<string, { readonly at: number; readonly value: Promise<T> }>()
  const get = (key: string, most = milliseconds): Promise<T> => {
    const known = kept.get(key)
    if (known && performance.now() - known.at < most) return known.value
    const value = read(key)
    const made = { at: performance.now(), value }
    kept.set(key, made)
    // What was known before still holds where the new reading fails.
    value.catch(() => {
      if (kept.get(key) !== made) return
      if (known) kept.set(key, known)
      else kept.delete(key)
    })
    return value
  }
  return {
    get: (key: string): Promise<T> => get(key),
    /** Read anew, unless it was read less than so many milliseconds ago. */
    getNewerThan: (key: string, most: number): Promise<T> => get(key, most),
    clear: (): void => kept.clear(),
  }
}

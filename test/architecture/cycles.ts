/** Finds one circle for every file that is on any, as paths from the file back to itself. */
export const circles = (edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] => {
  const done = new Set<string>()
  const found: string[][] = []
  const visit = (file: string, way: readonly string[]): void => {
    const seen = way.indexOf(file)
    if (seen >= 0) {
      found.push([...way.slice(seen), file])
      return
    }
    if (done.has(file)) return
    for (const next of edges.get(file) ?? []) visit(next, [...way, file])
    done.add(file)
  }
  for (const file of edges.keys()) visit(file, [])
  return found
}

/** The ways from every page, put into groups. */

export interface Way {
  readonly to: string
  readonly says: string
}

export interface WayGroup {
  readonly id: string
  /** A group of one page is called like the page. */
  readonly says: string
  readonly ways: readonly [Way, ...Way[]]
}

/** Ways by their groups, in the order of the groups; groups with nothing in them are left out. */
export const groupWays = <G extends string>(
  groups: readonly (readonly [id: G, says: string])[],
  ways: readonly (Way & { readonly group: G })[],
): readonly WayGroup[] =>
  groups.flatMap(([id, says]): readonly WayGroup[] => {
    const [first, ...rest] = ways
      .filter(({ group }) => group === id)
      .map(({ to, says: words }) => ({ to, says: words }))
    if (first === undefined) return []
    return [{ id, says: rest.length === 0 ? first.says : says, ways: [first, ...rest] }]
  })

/** The group in which a way is. */
export const groupOf = (groups: readonly WayGroup[], way: string | undefined): WayGroup | undefined =>
  groups.find(({ ways }) => ways.some(({ to }) => to === way))

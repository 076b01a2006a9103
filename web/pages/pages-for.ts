/** Which pages there are for whom. */
import type { Today } from '../teacher/my-classes.tsx'
import { DAY_PAGES } from './day-pages.tsx'
import { LEAD_PAGES } from './lead-pages.tsx'
import {
  GROUPS,
  type Group,
  OFFICE,
  type OutsideProps,
  type PageFor,
  type PageProps,
  type Pages,
  type Role,
} from './page-for.ts'
import { SCHOOL_PAGES } from './school-pages.tsx'
import { TRUST_PAGES } from './trust-pages.tsx'
import { groupWays, type WayGroup } from './ways.ts'

/** Every page, in the order of the ways; whoever may not see one does not hear of it. */
export const PAGES: Pages = { ...DAY_PAGES, ...LEAD_PAGES, ...SCHOOL_PAGES, ...TRUST_PAGES }

/** These people see every child of the school. */
export const seesEverybody = (roles: Today['roles']): boolean => OFFICE.some((role) => roles.includes(role))

/** What somebody is by their groups of the Trust and of authorities. */
export const outsideRoles = (groups: readonly string[] = []): readonly Role[] => [
  ...(groups.some((group) => group.startsWith('trust.')) ? (['trust'] as const) : []),
  ...(groups.some((group) => group.startsWith('la.')) ? (['officer'] as const) : []),
]

export interface OpenPages<P extends OutsideProps = PageProps> {
  readonly groups: readonly WayGroup[]
  readonly all: readonly PageFor<P>[]
  /** The page at an address, and the way that leads to it. */
  readonly at: (first: string | undefined) => (PageFor<P> & { readonly way: string }) | undefined
}

/** The ways that are open to somebody with these roles, and what stands at each. */
export const pagesFor = <P extends OutsideProps = PageProps>(
  roles: readonly Role[],
  // Every page may ask for as much as there is; a table of fewer is given where there is less.
  pages: Pages<P> = PAGES as unknown as Pages<P>,
): OpenPages<P> => {
  const open = Object.entries(pages).filter(([, page]) => page.roles.some((role) => roles.includes(role)))
  const ways = open.flatMap(([to, { in: group, says }]) => (typeof says === 'string' ? [{ to, says, group }] : []))
  const groups = groupWays(Object.entries(GROUPS) as [Group, string][], ways)
  return {
    groups,
    all: open.map(([, page]) => page),
    at(first) {
      const here = first ?? groups[0]?.ways[0]?.to
      const [, page] = open.find(([to]) => to === here) ?? []
      if (page === undefined || here === undefined) return undefined
      return { ...page, way: typeof page.says === 'string' ? here : page.says.from }
    },
  }
}

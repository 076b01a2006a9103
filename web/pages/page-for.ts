/** What a page of the console is, and where it stands among the ways. To add one: a line in the table of its area beside this file. */
import type { ReactNode } from 'react'
import type { Live } from '../client/live.ts'
import type { Later } from '../parts/later.tsx'
import type { Kept } from '../teacher/kept.ts'
import type { Today } from '../teacher/my-classes.tsx'
import type { KeptVisits } from '../visits/kept-visits.ts'

/** What every page may ask for. */
export interface PageProps {
  readonly today: Today
  readonly live: Live<unknown>
  /** Registers kept on this device that somebody should know of. */
  readonly kept: readonly Kept[]
  readonly visits: KeptVisits
  /** What stands behind the page's own part of the address: an id, a session. */
  readonly rest: readonly string[]
}

/** What a page may ask for that is opened without a school: by people of the Trust, and officers of an authority. */
export interface OutsideProps {
  readonly rest: readonly string[]
}

/** Those who look at schools from outside: the Trust's own people, and officers who collect what is made for them. */
export const OUTSIDE = ['trust', 'officer'] as const
export type Role = Today['roles'][number] | (typeof OUTSIDE)[number]

export const STAFF = ['teacher', 'office', 'lead', 'head', 'dsl'] as const
export const LEADS = ['lead', 'head', 'dsl'] as const
export const OFFICE = ['office', 'lead', 'head', 'dsl'] as const

/** The ways from every page, in this order. Where somebody has one page of a group, the page stands there under its own name. */
export const GROUPS = {
  day: 'The day',
  classes: 'Classes',
  pupils: 'Pupils',
  attendance: 'Attendance',
  figures: 'Figures',
  school: 'School',
  trust: 'Trust',
  help: 'Help',
} as const
export type Group = keyof typeof GROUPS

export interface PageFor<P extends OutsideProps = PageProps> {
  readonly roles: readonly Role[]
  /** The group it is found in. A page that is reached from another stands in the group of that one. */
  readonly in: Group
  /** Its way from every page is called so; or the page it is reached from. */
  readonly says: string | { readonly from: string }
  readonly page: ((props: P) => ReactNode) | Later<P>
}

/** By the first part of the address. */
export type Pages<P extends OutsideProps = PageProps> = Readonly<Record<string, PageFor<P>>>

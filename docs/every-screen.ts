/** Every picture of the console and of the parent's page, and the files in which it stands. */
import type { Screen } from './screen.ts'
import { DAY_SCREENS } from './screens-day.ts'
import { LEAD_SCREENS } from './screens-lead.ts'
import { PARENT_SCREENS } from './screens-parent.ts'
import { SCHOOL_SCREENS } from './screens-school.ts'
import { TRUST_SCREENS } from './screens-trust.ts'

export const SCREENS: readonly Screen[] = [
  ...DAY_SCREENS,
  ...LEAD_SCREENS,
  ...SCHOOL_SCREENS,
  ...TRUST_SCREENS,
  ...PARENT_SCREENS,
]

/** How each is looked at: a laptop by day and by night, and a phone. */
export const LOOKS = [
  { width: 1280, height: 900, scheme: 'light' },
  { width: 1280, height: 900, scheme: 'dark' },
  { width: 390, height: 844, scheme: 'light' },
] as const
export type Look = (typeof LOOKS)[number]

export const fileOf = ({ name }: Screen, { width, scheme }: Look): string =>
  `${name}-${width}${scheme === 'dark' ? '-dark' : ''}.png`

/** The page that a picture shows; empty where nobody is signed in. */
export const pageOf = ({ name, shows = name }: Screen): string => shows

/** Who is in school, as it is called out and as it is counted. */
import type { OnSite } from './site-memory.ts'

export type SiteClass = OnSite['classes'][number]
export type SitePupil = SiteClass['pupils'][number]

/** Those to look for: seen in school, or of whom nothing is known. */
export const toFind = ({ pupils }: SiteClass): readonly SitePupil[] =>
  pupils.filter(({ is }) => is === 'in' || is === 'unknown')

export const notIn = ({ pupils }: SiteClass): readonly SitePupil[] =>
  pupils.filter(({ is }) => is === 'left' || is === 'away')

export const signedOut = (site: OnSite): readonly (SitePupil & { readonly className: string })[] =>
  site.classes.flatMap(({ name, pupils }) =>
    pupils.filter(({ is }) => is === 'left').map((pupil) => ({ ...pupil, className: name })),
  )

/** "31 in school, 2 not known": what the page says first. */
export const countInWords = (site: OnSite): string => {
  const all = site.classes.flatMap(toFind)
  const unknown = all.filter(({ is }) => is === 'unknown').length
  const known = `${all.length - unknown} in school`
  return unknown === 0 ? `${known}.` : `${known}, ${unknown} of whom no register says anything.`
}

/** Why a child is not looked for. */
export const whyAway = ({ is, at, why }: SitePupil): string =>
  is === 'left' ? `Signed out at ${at}` : (why ?? 'Not in')

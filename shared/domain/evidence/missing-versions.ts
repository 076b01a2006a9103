/** Which versions of registers should be evidence and are not. */
import type { Session } from '../codes.ts'
import type { LocalDate } from '../time.ts'

/** A version of a class's register, by name. */
export interface VersionName {
  readonly date: LocalDate
  readonly session: Session
  readonly classId: string
  readonly version: number
}

const placeOf = ({ date, session, classId }: VersionName): string => `${date} ${session} ${classId}`

/** A version in words a person can look for: `2026-01-12 AM 3b, version 2`. */
export const versionInWords = (name: VersionName): string => `${placeOf(name)}, version ${name.version}`

/**
 * The versions missing among those kept, given the newest version that the record has of each register. From version 1 on, or, on the
 * day on which a school's evidence begins, from the first one kept.
 */
export const missingVersions = (
  inRecord: readonly VersionName[],
  kept: readonly VersionName[],
  evidence: { readonly begins: LocalDate },
): readonly VersionName[] => {
  const versions = Map.groupBy(kept, placeOf)
  const newest = new Map<string, VersionName>()
  for (const name of [...inRecord, ...kept]) {
    const before = newest.get(placeOf(name))
    if (before === undefined || before.version < name.version) newest.set(placeOf(name), name)
  }
  return [...newest].flatMap(([place, name]) => {
    const have = new Set((versions.get(place) ?? []).map(({ version }) => version))
    const first = name.date <= evidence.begins ? Math.min(...have, name.version + 1) : 1
    const wanted = Array.from({ length: Math.max(0, name.version - first + 1) }, (_, index) => first + index)
    return wanted.filter((version) => !have.has(version)).map((version) => ({ ...name, version }))
  })
}

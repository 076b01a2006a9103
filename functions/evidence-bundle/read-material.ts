/** Reads what the paper part of a bundle is written from. */
import type { EvidenceWork } from '../../events/evidence-work.v1.ts'
import { datesIn } from '../../shared/counting/marks-between.ts'
import { schoolYearOf } from '../../shared/domain/calendar.ts'
import type { Visit } from '../../shared/domain/case.ts'
import type { Material, Told } from '../../shared/domain/evidence/court/material.ts'
import { inOrder } from '../../shared/domain/evidence/entry.ts'
import type { Letter } from '../../shared/domain/letters/stored.ts'
import type { Pupil, PupilKey } from '../../shared/domain/people.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { policyAt } from '../../shared/follow-up/load-known.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import type { Gathered } from './gather.ts'

/** What comes of a text is told after it, also where both bear one moment. */
const rank = ({ entry }: Told): number =>
  /^text-(accepted|delivered|failed|refused|uncertain)$/.test(entry.kind) ? 1 : 0

/** In the order of what happened, whatever seal it is in. */
const toldOf = ({ disclosed, unsealed }: Gathered): readonly Told[] =>
  [
    ...disclosed.map(({ entry, late }): Told => ({ entry, standing: late ? 'late' : 'sealed' })),
    ...unsealed.map(({ entry, why }): Told => ({ entry, standing: why })),
  ].toSorted((one, other) =>
    one.entry.at === other.entry.at && rank(one) !== rank(other)
      ? rank(one) - rank(other)
      : inOrder(one.entry, other.entry),
  )

/** Registers of the classes that have marked the pupil in these years. */
const registersOf = async ({ academy, from, until }: EvidenceWork, pupil: Pupil, stores: Stores) => {
  const years = [...new Set([schoolYearOf(from), schoolYearOf(until)])]
  const tallies = (await Promise.all(years.map((year) => stores.tallies(academy, year)))).flat()
  const marked = tallies.filter(({ pupils, past }) => pupils[pupil.key] !== undefined || past[pupil.key] !== undefined)
  const classes = new Set([pupil.classId, ...marked.map(({ classId }) => classId)])
  const registers = await stores.registersOf(academy, [...classes], datesIn({ from, until }))
  return registers.filter(({ marks }) => marks[pupil.key] !== undefined)
}

const LEFT_THE_HOUSE: readonly Letter['state'][] = ['posted', 'printed', 'returned']

/** Letters that are spoken of and have left the house, in the order of their dates. */
const lettersOf = async (academy: string, told: readonly Told[], stores: Stores): Promise<readonly Letter[]> => {
  const ids = new Set(
    told.flatMap(({ entry }) => (typeof entry.detail?.letter === 'string' ? [entry.detail.letter] : [])),
  )
  const letters = await Promise.all([...ids].map((id) => stores.letter(academy, id)))
  return letters
    .filter((letter) => letter !== undefined)
    .filter(({ state, print }) => LEFT_THE_HOUSE.includes(state) && print !== undefined)
    .toSorted((one, other) => (`${one.date} ${one.id}` < `${other.date} ${other.id}` ? -1 : 1))
}

/** Visits to the home: those of a case, and those made before there was one, which are kept with their task. */
const visitsOf = async (
  academy: string,
  told: readonly Told[],
  pupil: Pupil,
  stores: Stores,
): Promise<readonly Visit[]> => {
  const cases = await stores.casesOf(academy, pupil.key)
  const tasks = await Promise.all(
    told
      .filter(({ entry }) => entry.kind === 'visit-recorded' && typeof entry.detail?.task === 'string')
      .map(async ({ entry }) => ({ entry, task: await stores.task(academy, String(entry.detail?.task)) })),
  )
  const alone = tasks.flatMap(({ entry, task }): readonly Visit[] => {
    const { note } = task?.outcome ?? {}
    const visit = { at: entry.at, by: entry.by, childSeen: entry.detail?.childSeen === true }
    return note === undefined ? [] : [{ ...visit, note }]
  })
  return [...cases.flatMap(({ visits }) => visits), ...alone]
}

const namesOf = async (academy: string, pupil: Pupil, stores: Stores): Promise<Readonly<Record<string, string>>> => {
  const staff = await stores.roll.staff(academy)
  return Object.fromEntries([
    ...staff.map(({ staffId, name, role }) => [staffId, `${name} (${role})`]),
    ...pupil.contacts.map(({ contactId, name, relationship }) => [contactId, `${name} (${relationship})`]),
  ])
}

/** Leavers are who most often ends in court: whom no roll names any more is read as they were when they left. */
const pupilOf = async (academy: string, key: PupilKey, { roll }: Stores): Promise<Pupil | undefined> =>
  (await roll.pupils(academy, [key]))[key] ?? (await roll.leavers(academy, [key]))[key]

/** `undefined` when the pupil is on no roll any more and nothing is known of who it was. */
export const readMaterial = async (
  work: EvidenceWork,
  gathered: Gathered,
  { stores, now }: { readonly stores: Stores; readonly now: Instant },
): Promise<Material | undefined> => {
  const { academy, from, until, by } = work
  const pupil = await pupilOf(academy, work.pupil, stores)
  if (!pupil) return undefined
  const { version } = await policyAt(stores, academy, now)
  const told = toldOf(gathered)
  const [registers, letters, visits, names] = await Promise.all([
    registersOf(work, pupil, stores),
    lettersOf(academy, told, stores),
    visitsOf(academy, told, pupil, stores),
    namesOf(academy, pupil, stores),
  ])
  return {
    academy,
    school: version.policy.name,
    zone: version.policy.zone,
    pupil,
    from,
    until,
    asked: { at: now, by },
    told,
    registers,
    letters,
    visits,
    links: gathered.links,
    destroyed: gathered.withheld.filter(({ why }) => why === 'key-destroyed').length,
    differing: gathered.differing,
    names,
  }
}

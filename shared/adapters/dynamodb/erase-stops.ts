/** Finds what says that a parent wants no texts, with their number: it goes with the last child of whom the school knows that parent. */
import * as z from 'zod'
import type { PupilKey } from '../../domain/people.ts'
import { queryItems } from './read.ts'
import { leaverKey, leaversPk } from './roll/leaver-keys.ts'
import { generationPk, openPk, pastPk } from './table.ts'
import type { Db, Item } from './write.ts'

const Ids = z.array(z.object({ contactId: z.string() }))
const Leaver = z.object({ sk: z.string(), body: z.object({ contacts: Ids }) })
const OnRoll = z.object({ body: Ids })
const Stop = z.object({ body: z.object({ contactId: z.string() }) })

const idsOf = (contacts: z.output<typeof Ids>): readonly string[] => contacts.map(({ contactId }) => contactId)

/** Contacts of whom nothing would be known without this pupil, by the record of who they were when they left. */
const lastOf = async (db: Db, academy: string, pupil: PupilKey, contacts: number): Promise<ReadonlySet<string>> => {
  const leavers = (await queryItems(db, { pk: leaversPk(academy) })).map((item) => Leaver.parse(item))
  const isTheirs = ({ sk }: z.output<typeof Leaver>): boolean => sk === leaverKey(academy, pupil).sk
  const own = leavers.filter(isTheirs).flatMap(({ body }) => idsOf(body.contacts))
  if (own.length === 0) return new Set()
  const live = await queryItems(db, { pk: generationPk(academy, 'contacts', contacts), prefix: 'U#' })
  const others = new Set([
    ...leavers.filter((each) => !isTheirs(each)).flatMap(({ body }) => idsOf(body.contacts)),
    ...live.flatMap((item) => idsOf(OnRoll.parse(item).body)),
  ])
  return new Set(own.filter((id) => !others.has(id)))
}

/** `contacts`: the generation of that file that is live, 0 where none ever was. */
export const stopsOf = async (db: Db, academy: string, pupil: PupilKey, contacts: number): Promise<readonly Item[]> => {
  const last = await lastOf(db, academy, pupil, contacts)
  if (last.size === 0) return []
  const stops = await Promise.all(
    [openPk(academy), pastPk(academy)].map((pk) => queryItems(db, { pk, prefix: 'STOP#' })),
  )
  return stops.flat().filter((item) => last.has(Stop.parse(item).body.contactId))
}

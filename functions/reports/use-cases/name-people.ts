/** Who the pupils and contacts of a rehearsal are, for readers who work with them: looked up when it is read, and never kept with it. */
import { fullName } from '../../../shared/api/pupils.ts'
import type { KeptAnswer } from '../../../shared/rehearsal/kept.ts'
import type { Call } from '../call.ts'

type Done = Extract<KeptAnswer, { state: 'done' }>

/** By the ids that the answer has; whoever is in no file any more is not in it. */
export interface People {
  readonly pupils: Readonly<Record<string, string>>
  readonly contacts: Readonly<Record<string, string>>
}

const pupilsIn = ({ live, draft, difference }: Done): ReadonlySet<string> =>
  new Set([
    ...[...live.mostAffected, ...draft.mostAffected, ...difference.pupils].map(({ pupil }) => pupil),
    ...[...live.mostContacted, ...draft.mostContacted].flatMap(({ pupils }) => pupils),
  ])

export const peopleIn = async ({ stores, academy }: Call, answer: Done): Promise<People> => {
  const wanted = pupilsIn(answer)
  const { classes } = await stores.roll.live(academy)
  const rosters = await stores.roll.rosters(
    academy,
    classes.map(({ id }) => id),
  )
  const keys = Object.values(rosters)
    .flat()
    .flatMap(({ key, pupilId }) => (wanted.has(pupilId) ? [key] : []))
  const found = Object.values(await stores.roll.pupils(academy, keys))
  const heard = new Set([...answer.live.mostContacted, ...answer.draft.mostContacted].map(({ contact }) => contact))
  const contacts = found.flatMap((pupil) => pupil.contacts.filter(({ contactId }) => heard.has(contactId)))
  return {
    pupils: Object.fromEntries(found.map((pupil) => [pupil.pupilId, fullName(pupil)])),
    contacts: Object.fromEntries(contacts.map(({ contactId, name }) => [contactId, name])),
  }
}

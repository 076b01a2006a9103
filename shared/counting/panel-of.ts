import { followedTo, type PanelMeeting } from '../domain/attend/attend-case.ts'
import type { PupilKey } from '../domain/people.ts'
import type { Stores } from '../ports/stores.ts'

/** The meeting that a letter invited to, as the family's case has it now; a case that has closed since is read as well. */
export const panelOf = async (
  stores: Pick<Stores, 'attendCase' | 'closedAttendCases'>,
  academy: string,
  pupil: PupilKey,
  meetingId: string | undefined,
): Promise<PanelMeeting | undefined> => {
  if (meetingId === undefined) return undefined
  const open = await stores.attendCase(academy, pupil, false)
  const found = open && followedTo(open, meetingId)
  if (found) return found
  const closed = await stores.closedAttendCases(academy, pupil)
  return closed.map((aCase) => followedTo(aCase, meetingId)).find((panel) => panel !== undefined)
}

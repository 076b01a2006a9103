/** A looked-after pupil whom no Virtual School of the policy is told about: the office is asked once whose the child is. */
import type { Policy } from '../../academies/policy.ts'
import { schoolYearOf } from '../../shared/domain/calendar.ts'
import { virtualSchoolTaskId, withoutVirtualSchool } from '../../shared/domain/extracts/virtual-school.ts'
import type { Pupil, PupilKey } from '../../shared/domain/people.ts'
import { type AskPorts, askOffice, type Moment } from './ask-office.ts'

const WHY =
  'Looked after, and in no Virtual School’s extract. Add the Virtual School to agencies.csv by the name that the policy has, or have the Trust add it to the policy.'

const schoolsOf = ({ extracts }: Policy): readonly string[] =>
  extracts.recipients.filter(({ kind, on }) => on && kind === 'virtual-school').map(({ name }) => name)

/** A task that was ended is not raised again in the same school year: whoever ended it has said what was done. */
export const askWhoseTheyAre = async (
  academy: string,
  pupils: Readonly<Record<PupilKey, Pupil>>,
  moment: Moment,
  ports: AskPorts,
): Promise<void> => {
  const { policy, date } = moment
  for (const pupil of withoutVirtualSchool(pupils, schoolsOf(policy), date)) {
    const id = virtualSchoolTaskId(pupil, schoolYearOf(date))
    await askOffice(academy, { rule: 'virtual-school-unknown', id, why: WHY, pupils: [pupil] }, moment, ports)
  }
}

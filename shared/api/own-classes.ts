/** Which classes a member of staff may see and mark: a teacher their own, the office all. */
import { inForce } from '../domain/people.ts'
import { problem } from '../platform/http.ts'
import { type AnyCall, isOffice } from './call.ts'

/** A teacher's own classes, and those of a colleague they cover for while the cover is in force. */
export const ownClasses = async (call: AnyCall): Promise<readonly string[]> => {
  const staff = await call.stores.roll.staff(call.academy)
  const own = staff.filter((member) => member.staffId === call.caller.sub && inForce(member, call.date))
  const covered = staff.filter((member) => own.some((mine) => mine.coversFor === member.staffId))
  return [...own, ...covered].flatMap((member) => member.classes)
}

/** The office takes any register. */
export const mayTake = async (call: AnyCall, classId: string): Promise<boolean> =>
  isOffice(call) || (await ownClasses(call)).includes(classId)

export const notYours = problem({
  status: 403,
  code: 'not-yours',
  title: 'This is not one of your classes.',
  remedy: 'Ask the office to add the class to you in staff.csv.',
})

/** Which classes a member of staff may see and mark: a teacher their own, the office all; and those of a colleague they cover for. */
import { staffWithCover } from '../domain/cover.ts'
import { inForce, type StaffMember } from '../domain/people.ts'
import { problem } from '../platform/http.ts'
import { type AnyCall, isOffice } from './call.ts'

const classesOf = (call: AnyCall, staff: readonly StaffMember[]): readonly string[] => {
  const own = staff.filter((member) => member.staffId === call.caller.sub && inForce(member, call.date))
  const covered = staff.filter((member) => own.some((mine) => mine.coversFor === member.staffId))
  return [...new Set([...own, ...covered].flatMap((member) => member.classes))]
}

/** A teacher's own classes, and those of a colleague they cover for while the cover is in force. */
export const ownClasses = async (call: AnyCall): Promise<readonly string[]> => {
  const [staff, covers] = await Promise.all([call.stores.roll.staff(call.academy), call.stores.covers(call.academy)])
  return classesOf(call, staffWithCover(staff, covers))
}

/** The office takes any register. */
export const mayTake = async (call: AnyCall, classId: string): Promise<boolean> => {
  if (isOffice(call)) return true
  // Thirty times each morning a class is taken by its own teacher: nothing more is read for that.
  if (classesOf(call, await call.stores.roll.staff(call.academy)).includes(classId)) return true
  return (await ownClasses(call)).includes(classId)
}

export const notYours = problem({
  status: 403,
  code: 'not-yours',
  title: 'This is not one of your classes.',
  remedy:
    'Ask the office to add the class to you in staff.csv, or the Attendance Lead to say that you cover for a colleague.',
})

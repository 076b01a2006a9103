/** A school's system through Wonde: roll, contacts and marks out of it, codes agreed here into it. Not run against a real Wonde yet. */
import { presentCode, readCode } from '../../domain/codes.ts'
import type { Mis, MisRow } from '../../ports/mis.ts'
import { askWonde, WONDE, type WondeAccount, type WondeSettings } from './ask-wonde.ts'
import { AttendanceCode, SessionMark, Student, Written } from './wonde-payloads.ts'

const STUDENTS = 'students/?include=education_details,year,groups,contacts.contact_details&per_page=100'
const VALIDATION = 422

const isRegistration = ({ type }: { type: string }): boolean => /^reg/i.test(type)

const classOf = (student: Student): string => student.groups.find(isRegistration)?.name ?? ''

const rollRow = (student: Student): MisRow => ({
  pupilId: student.id,
  upn: student.education_details?.data.upn ?? '',
  forename: student.legal_forename || student.forename,
  surname: student.legal_surname || student.surname,
  preferredName: student.forename === student.legal_forename ? '' : student.forename,
  dateOfBirth: student.date_of_birth,
  sex: student.gender.slice(0, 1).toUpperCase(),
  yearGroup: student.year?.data.code ?? '',
  class: classOf(student),
  admitted: student.education_details?.data.admission_date ?? '',
  left: student.education_details?.data.leaving_date ?? '',
})

const contactRows = (student: Student): readonly MisRow[] =>
  student.contacts.map((contact, index) => {
    const about = contact.relationship?.data
    const details = contact.contact_details?.data
    return {
      contactId: contact.id,
      pupilId: student.id,
      priority: about?.priority || String(index + 1),
      name: `${contact.forename} ${contact.surname}`.trim(),
      relationship: about?.relationship || 'contact',
      parentalResponsibility: about?.parental_responsibility ?? '',
      livesWith: about?.lives_with_pupil ?? '',
      courtRestriction: about?.court_order ?? '',
      mobile: details?.phones?.mobile ?? '',
      landline: details?.phones?.home ?? '',
      email: details?.emails?.email ?? '',
    }
  })

/** `account` is read at each call, so that a replaced token is used at once. */
export const wondeMis = (account: () => Promise<WondeAccount>, settings: WondeSettings = WONDE): Mis => {
  const wonde = askWonde(account, settings)
  const codes = () => wonde.all('attendance-codes/', AttendanceCode)
  return {
    school: async () => {
      const students = await wonde.all(STUDENTS, Student)
      return { roll: students.map(rollRow), contacts: students.flatMap(contactRows) }
    },
    marksSince: async (since) => {
      const [students, known] = await Promise.all([wonde.all(STUDENTS, Student), codes()])
      const marks = await wonde.all(
        `attendance/session/?per_page=200&updated_after=${encodeURIComponent(since.slice(0, 19).replace('T', ' '))}`,
        SessionMark,
      )
      const letters = new Map(known.map(({ id, code }) => [id, code]))
      const classes = new Map(students.map((student) => [student.id, classOf(student)]))
      return marks.map(({ date, session, comment, minutes_late, student, attendance_code }): MisRow => {
        const letter = letters.get(attendance_code) ?? ''
        const code = letter === '/' || letter === '\\' ? presentCode(session) : letter
        return {
          date,
          session,
          class: classes.get(student) ?? '',
          pupilId: student,
          code,
          minutesLate: minutes_late,
          comment,
        }
      })
    },
    write: async (marks) => {
      // The school's own id of each code is looked up every time: schools change their lists.
      const ids = new Map(
        (await codes()).flatMap(({ id, code }) => {
          const ours = readCode(code)
          return ours === undefined ? [] : [[ours, id] as const]
        }),
      )
      const strange = [...new Set(marks.map(({ code }) => code))].filter((code) => !ids.has(code))
      if (strange.length > 0)
        return { outcome: 'refused', why: `The school’s system has no code ${strange.join(', ')}.` }
      const { status, said } = await wonde.post('attendance/session/', {
        attendance: marks.map(({ pupilId, date, session, code, minutesLate, comment }) => ({
          date,
          session,
          student_id: pupilId,
          attendance_code_id: ids.get(code),
          ...(comment === undefined ? {} : { comment }),
          // Wonde's own client drops a lateness of 0.
          ...(minutesLate ? { minutes_late: minutesLate } : {}),
        })),
      })
      if (status >= 200 && status < 300) return { outcome: 'written', reference: Written.parse(said).writeback_id }
      if (status === VALIDATION || status === 401 || status === 403)
        return {
          outcome: 'refused',
          why: `Wonde answered ${status}: ${status === VALIDATION ? 'a mark is not one it takes' : 'the token may not write'}.`,
        }
      throw new Error(`Wonde answered ${status}; whether the marks were written is not known`)
    },
  }
}

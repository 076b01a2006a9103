/**
 * What Wonde answers, as far as it is used. The addresses, the paging and the body of a write are as Wonde's own client has them; names of
 * fields of pupils and contacts are unconfirmed, since no real school was at hand: what is missing is left blank, never guessed.
 */
import * as z from 'zod'

const date = z
  .union([z.string(), z.object({ date: z.string() })])
  .nullish()
  .transform((value) => (typeof value === 'string' ? value : (value?.date ?? '')).slice(0, 10))
const words = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : String(value)))
const flag = z
  .boolean()
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : value ? 'Y' : 'N'))

const inside = <S extends z.ZodType>(data: S) => z.object({ data }).nullish()
const many = <S extends z.ZodType>(entry: S) =>
  z
    .object({ data: z.array(entry) })
    .nullish()
    .transform((value) => value?.data ?? [])

const Phones = z.object({ mobile: words, home: words }).partial().nullish()

const StudentContact = z.object({
  id: z.string(),
  forename: words,
  surname: words,
  relationship: inside(
    z.object({
      relationship: words,
      priority: words,
      parental_responsibility: flag,
      lives_with_pupil: flag,
      court_order: flag,
    }),
  ),
  contact_details: inside(z.object({ phones: Phones, emails: z.object({ email: words }).partial().nullish() })),
})

export const Student = z.object({
  id: z.string(),
  forename: words,
  surname: words,
  legal_forename: words,
  legal_surname: words,
  date_of_birth: date,
  gender: words,
  education_details: inside(z.object({ upn: words, admission_date: date, leaving_date: date })),
  year: inside(z.object({ code: words })),
  groups: many(z.object({ name: words, type: words })),
  contacts: many(StudentContact),
})
export type Student = z.output<typeof Student>

const named = z
  .union([z.string(), z.object({ id: z.string() }), z.object({ data: z.object({ id: z.string() }) })])
  .transform((value) => (typeof value === 'string' ? value : 'data' in value ? value.data.id : value.id))

export const SessionMark = z.object({
  date,
  session: z.enum(['AM', 'PM']),
  comment: words,
  minutes_late: words,
  student: named,
  attendance_code: named,
})

export const AttendanceCode = z.object({ id: z.string(), code: z.string() })

export const Written = z.object({ writeback_id: z.union([z.string(), z.number()]).transform(String) })

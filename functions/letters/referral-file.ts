/** Reads back what a referral is made from. */
import * as z from 'zod'
import { ALL_CODES } from '../../shared/domain/codes.ts'
import type { Referral } from '../../shared/domain/penalties/referral.ts'
import { CaseworkSchema } from './casework-file.ts'
import { FormSchema } from './form-file.ts'

const session = z.object({
  date: z.string(),
  session: z.enum(['AM', 'PM']),
  code: z.enum(ALL_CODES),
  school: z.string().exactOptional(),
})

export const ReferralSchema = z.object({
  id: z.string(),
  reference: z.string(),
  academy: z.string(),
  date: z.string(),
  decidedBy: z.string(),
  because: z.string(),
  form: FormSchema,
  authority: z.object({ code: z.string(), name: z.string(), address: z.array(z.string()) }),
  school: z.object({
    name: z.string(),
    strapline: z.string(),
    contact: z.array(z.string()),
    phone: z.string(),
    signedBy: z.string(),
  }),
  pupil: z.object({
    pupilId: z.string(),
    upn: z.string().nullable(),
    name: z.string(),
    forename: z.string().default(''),
    surname: z.string().default(''),
    dateOfBirth: z.string(),
    sex: z.string().nullable(),
    ethnicity: z.string().nullable(),
    yearGroup: z.string(),
    admitted: z.string(),
    lookedAfter: z.boolean(),
    socialWorker: z.boolean(),
    senStatus: z.string().nullable(),
  }),
  parents: z.array(
    z.object({
      contact: z.string(),
      name: z.string(),
      relationship: z.string(),
      parentalResponsibility: z.boolean(),
      livesWith: z.boolean(),
      language: z.string().nullable(),
      /** Null where it may never be given out, or is not known. */
      address: z.array(z.string()).nullable(),
      addressWithheld: z.boolean(),
      phone: z.string().nullable(),
      courtOrder: z.string().nullable(),
      /** Whether a notice is asked for, and which it would be. */
      asked: z.boolean(),
      notice: z.enum(['first', 'second', 'escalate']),
      /** Dates of the notices that count. */
      earlier: z.array(z.string()),
    }),
  ),
  siblings: z.array(z.object({ pupilId: z.string(), name: z.string(), yearGroup: z.string(), referred: z.boolean() })),
  agencies: z.array(z.object({ kind: z.string(), name: z.string() })),
  window: z.object({ from: z.string(), until: z.string(), schoolWeeks: z.int() }),
  sessions: z.array(session),
  /** Every mark from the first of `window` on. */
  register: z.array(session),
  figures: z.object({ possible: z.int(), attended: z.int(), authorised: z.int(), unauthorised: z.int() }),
  support: z.array(z.string()),
  supportNotFitting: z.string().nullable(),
  weighed: z.string().nullable(),
  letters: z.array(
    z.object({
      kind: z.string(),
      date: z.string(),
      state: z.string(),
      contact: z.string(),
      sent: z.string().nullable().exactOptional(),
      to: z.string().exactOptional(),
    }),
  ),
  casework: CaseworkSchema,
  improvement: z.object({ from: z.string(), until: z.string(), state: z.string() }).nullable(),
}) satisfies z.ZodType<Referral>

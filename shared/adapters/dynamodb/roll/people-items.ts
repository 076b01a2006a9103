/** Pupils, contacts, agencies, staff, rosters and listed dates as items of a generation. */
import * as z from 'zod'
import type { Agency, Contact, Pupil, RollEntry, StaffMember } from '../../../domain/people.ts'
import { agencyKind, pupilFlag, role } from '../values.ts'

export const PupilItem = z.object({
  body: z.object({
    key: z.string(),
    pupilId: z.string(),
    upn: z.string().exactOptional(),
    forename: z.string(),
    surname: z.string(),
    preferredName: z.string().exactOptional(),
    dateOfBirth: z.string(),
    sex: z.string().exactOptional(),
    yearGroup: z.string(),
    classId: z.string(),
    admitted: z.string(),
    left: z.string().exactOptional(),
    moved: z.string().exactOptional(),
    flags: z.array(pupilFlag),
    senStatus: z.string().exactOptional(),
    ethnicity: z.string().exactOptional(),
    alert: z.string().exactOptional(),
  }) satisfies z.ZodType<Omit<Pupil, 'contacts' | 'agencies'>>,
})

export const ContactsItem = z.object({
  sk: z.string(),
  body: z.array(
    z.object({
      contactId: z.string(),
      priority: z.int(),
      name: z.string(),
      relationship: z.string(),
      parentalResponsibility: z.boolean(),
      livesWith: z.boolean(),
      hasCare: z.boolean(),
      mobile: z.string().exactOptional(),
      landline: z.string().exactOptional(),
      email: z.string().exactOptional(),
      language: z.string().exactOptional(),
      address: z.array(z.string()).exactOptional(),
      postcode: z.string().exactOptional(),
      addressConfidential: z.boolean(),
      textsAllowed: z.boolean(),
      lettersAllowed: z.boolean(),
      noContact: z.boolean(),
      courtRestriction: z.boolean(),
      courtRef: z.string().exactOptional(),
      courtUntil: z.string().exactOptional(),
    }) satisfies z.ZodType<Contact>,
  ),
})

export const AgenciesItem = z.object({
  sk: z.string(),
  body: z.array(
    z.object({
      kind: agencyKind,
      name: z.string(),
      phone: z.string().exactOptional(),
      email: z.string().exactOptional(),
      from: z.string().exactOptional(),
      until: z.string().exactOptional(),
    }) satisfies z.ZodType<Agency>,
  ),
})

export const StaffItem = z.object({
  body: z.object({
    staffId: z.string(),
    name: z.string(),
    role,
    email: z.string().exactOptional(),
    mobile: z.string().exactOptional(),
    classes: z.array(z.string()),
    from: z.string().exactOptional(),
    until: z.string().exactOptional(),
    coversFor: z.string().exactOptional(),
  }) satisfies z.ZodType<StaffMember>,
})

export const RosterItem = z.object({
  sk: z.string(),
  body: z.array(
    z.object({
      key: z.string(),
      pupilId: z.string(),
      admitted: z.string(),
      left: z.string().exactOptional(),
      moved: z.string().exactOptional(),
      dateOfBirth: z.string(),
      yearGroup: z.string(),
    }) satisfies z.ZodType<RollEntry>,
  ),
})

export const DatesItem = z.object({
  body: z.record(
    z.string(),
    z.object({ kind: z.enum(['school', 'inset', 'holiday', 'closure']), note: z.string().exactOptional() }),
  ),
})

export const KeyItem = z.object({ key: z.string() })
export const FormerKeyItem = z.object({ sk: z.string(), key: z.string() })

/** What a policy says of letters: whose they are, who lets them go, how they are posted, and their words. */
import * as z from 'zod'
import { letterWordings } from './letter-wordings.ts'
import { per100, role } from './policy-parts.ts'

export const LETTER_KINDS = [
  'stage-1',
  'stage-2',
  'attend-meeting',
  'leave-granted',
  'leave-refused',
  'notice-to-improve',
  'traffic-light',
  'full-attendance',
] as const

const letterhead = z.strictObject({
  address: z.array(z.string().trim().min(1).max(40)).min(1).max(5).describe('The school’s address, line by line.'),
  phone: z.string().min(5).max(20).describe('The number in the letterhead.'),
  website: z.string().min(3).max(40).describe('The school’s website, as people type it.'),
  strapline: z.string().max(70).describe('The line under the school’s name; empty for none.'),
})

const pence = z.number().min(0).max(1000)

export const letters = z.strictObject({
  letterhead: letterhead.describe('What stands at the head of every letter.'),
  signatory: z
    .strictObject({
      role: role.describe('Whose name is under the letters: the member of staff with this role on the day.'),
      title: z.string().trim().min(2).max(60).describe('Their title, as a parent reads it.'),
      phone: z.string().min(5).max(20).describe('The number on which they are reached.'),
    })
    .describe('Who signs.'),
  release: z
    .record(z.enum(LETTER_KINDS), z.enum(['automatic', 'person']))
    .describe('Whether a letter goes by itself or waits until the Attendance Lead or the Head has read it.'),
  meeting: z
    .strictObject({
      place: z
        .string()
        .trim()
        .min(2)
        .max(60)
        .describe('Where, unless the Lead names another place; in the middle of a sentence.'),
      noticeSchoolDays: z.int().min(1).max(20).describe('School days that a family has from the day it is set.'),
    })
    .describe('The ATTEND meeting that a stage 2 letter invites to.'),
  post: z.enum(['notify', 'office']).describe('Posted by GOV.UK Notify, or printed by the office as one batch.'),
  postage: z.enum(['first', 'second', 'economy']).describe('How GOV.UK Notify posts it.'),
  pencePerLetter: z
    .strictObject({
      first: pence.describe('By GOV.UK Notify, first class.'),
      second: pence.describe('By GOV.UK Notify, second class.'),
      economy: pence.describe('By GOV.UK Notify, economy mail.'),
      office: pence.describe('Printed and stamped by the office.'),
    })
    .describe('What a letter costs, in pence without VAT; rehearsals reckon with it.'),
  illnessShare: per100.describe(
    'Per cent of the missed sessions that are authorised illness, from which the kinder wording is used.',
  ),
  trafficLight: z
    .strictObject({
      green: per100.describe('From this per cent on, green.'),
      amber: per100.describe('From this per cent on, amber; below it, red.'),
    })
    .describe('The colours of the termly letter.'),
  wordings: letterWordings.describe('What each letter says, with {fields}.'),
})

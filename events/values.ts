/** The shapes that every event and request share. */
import * as z from 'zod'

export const pathId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,32}$/, 'an id has 1 to 32 letters, digits, hyphens or underscores')
export const academyId = z.string().regex(/^[a-z0-9-]{2,32}$/, 'an academy is 2 to 32 small letters, digits or hyphens')
export const instant = z.iso.datetime({ offset: false, error: 'an instant is UTC with Z, like 2026-01-12T09:22:00Z' })
export const localDate = z.iso.date({ error: 'a date is YYYY-MM-DD, like 2026-01-12' })
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is HH:MM, like 09:15')
export const session = z.enum(['AM', 'PM'], { error: 'a session is AM or PM' })
export const pupilKey = z.string().regex(/^[A-Za-z0-9_~-]{1,6}$/)

/**
 * Who sends a text: a number, or a name of up to 11 letters and digits as companies have (3GPP TS 23.040, 9.1.2.5). A name is nobody's phone, so
 * what it says is read as a stranger's.
 */
export const textSender = z
  .string()
  .regex(
    /^(?:\+?\d{3,15}|(?=.*[^\d ])[\x20-\x7e]{1,11})$/,
    'a sender is digits with an optional plus, or a name of at most 11 letters and digits',
  )

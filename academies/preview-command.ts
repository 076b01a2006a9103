/** The preview of a policy's texts: with made-up children, or with the pupils of files that an academy hands over. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { localDate } from '../events/values.ts'
import type { Policy } from './policy.ts'
import { previewPage } from './preview-page.ts'
import { PREVIEWED, previewPupils } from './preview-pupils.ts'

export const PREVIEW_USAGE = [
  'npm run policy -- preview <academy>  every text to families as phones show it, its parts and its cost',
  'npm run policy -- preview <academy> --roll FILE --contacts FILE [--wording unreported] [--date 2026-01-12]',
  '                                     one text as the contacts of these pupils would read it',
]

const Options = z
  .strictObject({
    roll: z.string().optional(),
    contacts: z.string().optional(),
    wording: z.enum(PREVIEWED, `--wording is one of ${PREVIEWED.join(', ')}`).default('unreported'),
    date: localDate.default('2026-01-12'),
  })
  .refine(({ roll, contacts }) => (roll === undefined) === (contacts === undefined), {
    error: 'give both --roll and --contacts, or neither',
  })

const string = { type: 'string' } as const

const optionsOf = (words: readonly string[]): z.output<typeof Options> | string => {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { roll: string, contacts: string, wording: string, date: string },
    })
    const read = Options.safeParse(values)
    return read.success ? read.data : read.error.issues.map(({ message }) => message).join('; ')
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const bytesOf = (option: string, path: string): Uint8Array | string => {
  try {
    return readFileSync(path)
  } catch {
    return `--${option} ${path} cannot be read. Give the path of a file that is there.`
  }
}

/** The lines to print and the exit code: 1 where an option or a file is not in order, with what to do about it. */
export const previewCommand = (
  policy: Policy,
  words: readonly string[],
): { readonly lines: readonly string[]; readonly code: 0 | 1 } => {
  const options = optionsOf(words)
  if (typeof options === 'string') return { lines: [options, '', ...PREVIEW_USAGE], code: 1 }
  if (options.roll === undefined || options.contacts === undefined) return { lines: previewPage(policy), code: 0 }
  const roll = bytesOf('roll', options.roll)
  const contacts = bytesOf('contacts', options.contacts)
  if (typeof roll === 'string' || typeof contacts === 'string')
    return { lines: [roll, contacts].filter((each) => typeof each === 'string'), code: 1 }
  const page = previewPupils(policy, { roll, contacts }, options)
  return 'lines' in page ? { lines: page.lines, code: 0 } : { lines: page.problems, code: 1 }
}

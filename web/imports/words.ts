/** Files in, as the school speaks of them. */
import type { DifferenceKind } from '../../shared/domain/imports/differences.ts'

export const FILES = {
  roll: { says: 'Pupils (the roll)', about: 'Everybody on the roll. Who is not in the file leaves the roll.' },
  contacts: { says: 'Contacts', about: 'Parents and carers of all pupils, with what each may be told.' },
  staff: { says: 'Staff', about: 'Staff, their roles and their classes.' },
  agencies: { says: 'Agencies', about: 'Social workers and others who work with a pupil.' },
  marks: { says: 'Marks', about: 'Marks of registers taken elsewhere. What was marked later here stays.' },
  calendar: { says: 'Calendar', about: 'Holidays, INSET days and other days without school.' },
  ctf: { says: 'Common Transfer File', about: 'What a pupil’s school before this one said of their attendance.' },
} as const
export type FileKind = keyof typeof FILES

/** A column of ours in words: `courtUntil` as "court until". */
export const columnInWords = (column: string): string => {
  const fixed = { upn: 'UPN', fsm: 'free school meals', eal: 'EAL', senStatus: 'SEN status', pupilId: 'pupil ID' }
  return (
    fixed[column as keyof typeof fixed] ??
    column.replaceAll(/([a-z])([A-Z0-9])/g, (_, before: string, next: string) => `${before} ${next.toLowerCase()}`)
  )
}

export const KINDS: Readonly<Record<DifferenceKind, string>> = {
  added: 'New',
  changed: 'Changed',
  removed: 'Taken away',
  kept: 'Kept as it stands',
}

export const SURE = { certain: 'Our own name', likely: 'Known name', unsure: 'A guess: please check' } as const

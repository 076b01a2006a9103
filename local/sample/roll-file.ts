import { csvText } from './csv-text.ts'
import type { MadeUpPupil } from './pupils.ts'

const COLUMNS = [
  'pupilId',
  'upn',
  'forename',
  'surname',
  'preferredName',
  'dateOfBirth',
  'sex',
  'yearGroup',
  'class',
  'admitted',
  'left',
  'fsm',
  'senStatus',
  'eal',
  'lookedAfter',
  'socialWorker',
  'youngCarer',
  'ethnicity',
  'alert',
] as const

/** `roll.csv`. */
export const rollFile = (pupils: readonly MadeUpPupil[]): string =>
  csvText(
    COLUMNS,
    pupils.map((pupil) => ({
      pupilId: pupil.pupilId,
      upn: pupil.upn,
      forename: pupil.forename,
      surname: pupil.surname,
      preferredName: pupil.preferredName,
      dateOfBirth: pupil.dateOfBirth,
      sex: pupil.sex,
      yearGroup: pupil.yearGroup,
      class: pupil.className,
      admitted: pupil.admitted,
      left: pupil.left,
      fsm: pupil.family.fsm,
      senStatus: pupil.senStatus,
      eal: pupil.family.language !== '',
      lookedAfter: pupil.family.situation === 'foster',
      socialWorker: pupil.family.situation === 'foster' || pupil.isIn('worker'),
      youngCarer: pupil.isIn('carer'),
      ethnicity: pupil.ethnicity,
      alert: pupil.isIn('alert') ? 'Severe allergy: ring 999 first, adrenaline pen in the office' : undefined,
    })),
  )

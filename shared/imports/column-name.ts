/** Columns match whatever their case, spaces and hyphens: `Pupil ID`, `pupil-id` and `pupilId` are one. */
export const canonicalColumn = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

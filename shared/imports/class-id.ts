import { idOf } from '../domain/ids.ts'

/** The slug of a class's name, as addresses use it: `3B` is `3b`, `Year 3 / Beech` is `year-3-beech`. */
export const classIdOf = (name: string): string =>
  idOf(
    name
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'class',
  )

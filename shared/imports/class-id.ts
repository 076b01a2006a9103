import { idOf, shortHash } from '../domain/ids.ts'

/** The slug of a class's name, as addresses use it: `3B` is `3b`, `Year 3 / Beech` is `year-3-beech`, `Chêne` is `chene`. */
export const classIdOf = (name: string): string => {
  const slug = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return idOf(slug || `class-${shortHash(name).slice(-6)}`)
}

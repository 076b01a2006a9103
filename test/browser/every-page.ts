/** Every page of the console, from the console's own table of pages: one that is new is walked without anybody's remembering it. */
import * as z from 'zod'

// Sources of the console know the browser and JSX, which nothing outside it does: of its pages we read what is plain data.
const CONSOLE = '../../web/pages/pages-for.ts'
const Pages = z.record(
  z.string(),
  z.object({
    roles: z.array(z.string()).min(1),
    says: z.union([z.string(), z.object({ from: z.string() })]),
  }),
)
const { PAGES } = z.object({ PAGES: Pages }).parse(await import(CONSOLE))

/** What stands behind the first part of an address, where a page shows something by its id. */
export type Examples = Readonly<Record<string, readonly (readonly string[])[]>>

export const EVERY_PAGE: readonly string[] = Object.keys(PAGES)

/** Whom a page is walked as, in the words of the picker: whoever sees most comes first. */
const PEOPLE = {
  lead: 'Attendance Lead',
  head: 'Head',
  office: 'Office',
  teacher: 'Teacher',
  governor: 'Governor',
  trust: 'Trust operator',
  officer: 'Officer of the local authority',
}

const pageCalled = (name: string) => {
  const page = PAGES[name]
  if (page === undefined) throw new Error(`There is no page ${name}`)
  return page
}

/** @throws where nobody of these people may open it */
export const walkedAs = (name: string): string => {
  const { roles } = pageCalled(name)
  const [, person] = Object.entries(PEOPLE).find(([role]) => roles.includes(role)) ?? []
  if (person === undefined) throw new Error(`Say as whom the page ${name} is walked: it is for ${roles.join(', ')}`)
  return person
}

/**
 * Where a page is seen: at its own address if a way leads there, and at each of its examples.
 * @throws where it is reached from another page and there is no example of its address
 */
export const addressesOf = (name: string, examples: Examples): readonly string[] => {
  const own = (examples[name] ?? []).map((rest) => [name, ...rest].join('/'))
  if (typeof pageCalled(name).says === 'string') return [name, ...own]
  if (own.length === 0) throw new Error(`The page ${name} is reached from another: give an example of its address`)
  return own
}

/** Rehearses the policies that were asked for, one after the other, and writes down what came of it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { compare } from '../../shared/rehearsal/compare.ts'
import type { RehearsedSchool } from '../../shared/rehearsal/school.ts'
import type { RehearseArguments } from './arguments.ts'
import { keepCourse } from './checkpoint.ts'
import { readPolicy, rehearse } from './play.ts'
import { asCsv, asText, comparisonTables, type NameOf, type Table, tablesOf } from './tables.ts'

/** Hears of each day of a policy before it is played. */
export type Progress = (policy: string) => (date: string, nth: number, of: number) => Promise<void> | void

const namesOf = ({ pupils }: RehearsedSchool, wanted: boolean): NameOf => {
  const names = new Map([
    ...pupils.map(({ key, forename, surname }) => [key, `${forename} ${surname}`] as const),
    ...pupils.flatMap(({ contacts }) => contacts.map(({ contactId, name }) => [contactId, name] as const)),
  ])
  return (id) => (wanted ? (names.get(id) ?? id) : id)
}

const keep = (out: string, tables: readonly Table[], text: readonly string[], answer: unknown): void => {
  mkdirSync(out, { recursive: true })
  for (const table of tables) writeFileSync(join(out, `${table.name}.csv`), asCsv(table))
  writeFileSync(join(out, 'rehearsal.txt'), `${text.join('\n')}\n`)
  writeFileSync(join(out, 'rehearsal.json'), `${JSON.stringify(answer, null, 2)}\n`)
}

/** Answers the lines for the screen. Throws `Refused` with what is wrong, before anything is played. */
export const runRehearsal = async (args: RehearseArguments, progressOf: Progress): Promise<readonly string[]> => {
  const policies = [args.policy, ...(args.against === undefined ? [] : [args.against])].map((path) => ({
    name: basename(path, '.json'),
    played: readPolicy(path),
  }))
  const course = keepCourse(
    args,
    policies.map(({ played }) => played),
  )
  const years = []
  for (const [nth, { name, played }] of policies.entries())
    years.push({ name, ...(await rehearse(args, played, course.of(nth), progressOf(name))) })
  const [one, other] = years
  if (one === undefined) return []
  const nameOf = namesOf(one.school, args.names)
  const compared = other && compare(one, other)
  const tables = [
    ...tablesOf(one.rehearsal, nameOf),
    ...(other && compared
      ? [
          ...comparisonTables(one.rehearsal, other.rehearsal, compared, [one.name, other.name], nameOf),
          ...tablesOf(other.rehearsal, nameOf).map((table) => ({
            ...table,
            name: `${table.name}-2`,
            title: `${table.title}, ${other.name}`,
          })),
        ]
      : []),
  ]
  const { academy, from, until, schoolDays, pupils, policy, assumptions } = one.rehearsal
  const text = [
    `${academy}, policy ${one.name} (${policy}): ${pupils} pupils, ${schoolDays} school days from ${from} to ${until}`,
    '',
    ...tables.flatMap((table) => asText(table)),
    'ASSUMPTIONS',
    ...assumptions.map((each) => `- ${each}`),
  ]
  const second = other && compared ? { against: other.rehearsal, difference: compared } : {}
  keep(args.out, tables, text, { ...one.rehearsal, ...second })
  course.forget()
  return [...text, '', `Written to ${args.out}: rehearsal.txt, rehearsal.json and a CSV of each table`]
}

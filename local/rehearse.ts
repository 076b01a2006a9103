/** `npm run rehearse`: plays a year of marks through a policy, or through two, and says what would have happened. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { compare } from '../shared/rehearsal/compare.ts'
import type { RehearsedSchool } from '../shared/rehearsal/school.ts'
import { type RehearseArguments, readArguments, USAGE } from './rehearse/arguments.ts'
import { Refused, readPolicy, rehearse } from './rehearse/play.ts'
import { asCsv, asText, comparisonTables, type NameOf, type Table, tablesOf } from './rehearse/tables.ts'

const BAR = 30

const progressOf =
  (name: string) =>
  (date: string, nth: number, of: number): void => {
    const full = Math.round((nth / of) * BAR)
    process.stderr.write(`\r  ${name}  ${date}  ${'█'.repeat(full)}${'░'.repeat(BAR - full)}  ${nth} of ${of} days`)
    if (nth === of) process.stderr.write('\n')
  }

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

const main = async (args: RehearseArguments): Promise<void> => {
  const policies = [args.policy, ...(args.against === undefined ? [] : [args.against])].map((path) => ({
    name: basename(path, '.json'),
    played: readPolicy(path),
  }))
  const years = []
  for (const { name, played } of policies) years.push({ name, ...(await rehearse(args, played, progressOf(name))) })
  const [one, other] = years
  if (one === undefined) return
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
  console.log(text.join('\n'))
  const second = other && compared ? { against: other.rehearsal, difference: compared } : {}
  keep(args.out, tables, text, { ...one.rehearsal, ...second })
  console.log(`\nWritten to ${args.out}: rehearsal.txt, rehearsal.json and a CSV of each table`)
}

try {
  await main(readArguments(process.argv.slice(2)))
} catch (error) {
  const usage = error instanceof Refused ? '' : `\n\n${USAGE}`
  console.error(`${error instanceof Error ? error.message : error}${usage}`)
  process.exitCode = 1
}

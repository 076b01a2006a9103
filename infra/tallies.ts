/**
 * `npm run tallies -- verify|recount --table <name> [--academy <slug>]`: counts the year again from the registers, beside what is stored.
 * `verify` only reads, and exits 1 when a pupil's count differs; `recount` puts the registers' count in its place. `--date` chooses another
 * school year by any of its dates.
 *
 * `npm run tallies -- trust --table <name> [--date <date>] [--term | --from <date> --until <date>]`: attendance of each academy and of the
 * trust, the year to date, the term of the date, or any dates.
 */
import { parseArgs } from 'node:util'
import { lambdaClient } from '../shared/adapters/dynamodb/client.ts'
import { dynamoStores } from '../shared/adapters/dynamodb/dynamo-stores.ts'
import { systemClock } from '../shared/adapters/system/clock.ts'
import { type Asked, trustCounts } from '../shared/counting/trust-counts.ts'
import { trustInWords } from '../shared/counting/trust-in-words.ts'
import { verifiedInWords } from '../shared/counting/verified-in-words.ts'
import { recountTallies, verifyTallies } from '../shared/counting/verify.ts'
import { isLocalDate, type LocalDate } from '../shared/domain/time.ts'

const HOW = `Say what and where:
  npm run tallies -- verify|recount --table <name> [--academy <slug>] [--date YYYY-MM-DD]
  npm run tallies -- trust --table <name> [--date YYYY-MM-DD] [--term | --from YYYY-MM-DD --until YYYY-MM-DD]`

const dateIn = (text: string): LocalDate => {
  if (!isLocalDate(text)) throw new Error(HOW)
  return text
}

interface Values {
  readonly term?: boolean | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}

const askedIn = ({ term, from, until }: Values, date: LocalDate): Asked => {
  if (from === undefined && until === undefined) return { of: term ? 'term' : 'year', date }
  const span = { from: dateIn(from ?? ''), until: dateIn(until ?? date) }
  if (term || span.from > span.until) throw new Error(HOW)
  return { of: 'span', span }
}

const run = async (): Promise<boolean> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      table: { type: 'string' },
      academy: { type: 'string' },
      date: { type: 'string' },
      term: { type: 'boolean' },
      from: { type: 'string' },
      until: { type: 'string' },
    },
  })
  const now = systemClock().now()
  const date = dateIn(values.date ?? now.slice(0, 10))
  const [what = ''] = positionals
  if (!['verify', 'recount', 'trust'].includes(what) || !values.table) throw new Error(HOW)
  const stores = dynamoStores(lambdaClient(), values.table, { phoneKeys: async () => [] })
  const academies = values.academy ? [values.academy] : await stores.policies.academies()
  if (what === 'trust') {
    for (const line of trustInWords(await trustCounts(stores, academies, askedIn(values, date)))) console.log(line)
    return true
  }
  let isRight = true
  for (const academy of academies) {
    if (what === 'recount') {
      const act = { at: now, by: 'operator', kind: 'tallies-recounted' }
      console.log(`${academy}: ${await recountTallies(stores, academy, date, act)} classes put right.`)
    }
    const verified = await verifyTallies(stores, academy, date)
    if (verified.discrepancies.length + verified.lists.length > 0) isRight = false
    for (const line of verifiedInWords(academy, verified)) console.log(line)
  }
  return isRight
}

run().then(
  (isRight) => {
    process.exitCode = isRight ? 0 : 1
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : 'The counts could not be verified.')
    process.exitCode = 1
  },
)

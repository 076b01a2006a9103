/**
 * `npm run evidence -- register --bucket <name> --keys <name> --academy <slug> --class <id> --date YYYY-MM-DD --session AM|PM --at 10:30
npm run evidence -- seal-without --bucket <name> --academy <slug> --date <date> --by <staff id> --because "<reason>"`: lets a day be sealed
 * although register versions are missing for good. The seal says who decided it, why, and what is missing.
 *
 * `npm run evidence -- forget --keys <name> --academy <slug> --pupil <key> --confirm <key>`: destroys a pupil's key. What was kept under it can
 * be read by nobody any more; every seal still verifies.
 *
 * `npm run evidence -- erase --table <name> --bucket <name> --keys <name> --letters <name> --academy <slug> --task <task>`: carries out an erasure
 * that a person has decided, in the locked copies and in the table.
 *
 * `npm run evidence -- register --bucket <name> --keys <name> --academy <slug> --class <id> --date <date> --session AM|PM --at 10:30`: a register as
 * it stood at a moment.
 */
import { parseArgs } from 'node:util'
import { S3Client } from '@aws-sdk/client-s3'
import { lambdaClient } from '../shared/adapters/dynamodb/client.ts'
import { keyring } from '../shared/adapters/evidence/keyring.ts'
import { evidenceShelf } from '../shared/adapters/evidence/shelf.ts'
import { s3Files } from '../shared/adapters/storage/s3.ts'
import { systemClock } from '../shared/adapters/system/clock.ts'
import { isLocalDate } from '../shared/domain/time.ts'
import { erasePupil } from './erase.ts'
import { registerInWords } from './stood.ts'

const HOW = `Say what and where:
npm run evidence -- erase --table <name> --bucket <name> --keys <name> --letters <name> --academy <slug> --task <task>
npm run evidence -- register --bucket <name> --keys <name> --academy <slug> --class <id> --date YYYY-MM-DD --session AM|PM --at 10:30
npm run evidence -- seal-without --bucket <name> --academy <slug> --date YYYY-MM-DD --by <staff id> --because "<reason>"
npm run evidence -- forget --keys <name> --academy <slug> --pupil <key> --confirm <the key again>`

const option = { type: 'string' } as const
const OPTIONS = {
  bucket: option,
  keys: option,
  academy: option,
  date: option,
  by: option,
  because: option,
  pupil: option,
  confirm: option,
  table: option,
  letters: option,
  task: option,
  class: option,
  session: option,
  at: option,
}
type Values = Partial<Record<keyof typeof OPTIONS, string>>

const filesIn = (bucket: string) => s3Files(new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' }), bucket)

const sealWithout = async ({ bucket, academy, date = '', by, because }: Values): Promise<string> => {
  if (!bucket || !academy || !isLocalDate(date) || !by || !because) throw new Error(HOW)
  const kept = await evidenceShelf(filesIn(bucket)).decide(academy, date, { by, because })
  return kept === 'put'
    ? `${academy} ${date} will be sealed without what is missing. Send the dead letters of the seal queue again, or wait for the night.`
    : `${academy} ${date} was decided before; that decision stands.`
}

const forget = async ({ keys, academy, pupil, confirm }: Values): Promise<string> => {
  if (!keys || !academy || !pupil || confirm !== pupil) throw new Error(HOW)
  await keyring(filesIn(keys)).destroy(academy, pupil)
  return `The key of ${pupil} is destroyed. What was kept under it can be read by nobody any more.`
}

const erase = async ({ table, bucket, keys, letters, academy, task }: Values): Promise<string> => {
  if (!table || !bucket || !keys || !letters || !academy || !task) throw new Error(HOW)
  const files = { evidence: filesIn(bucket), keys: filesIn(keys), letters: filesIn(letters) }
  return erasePupil({ client: lambdaClient(), table, ...files, now: systemClock().now() }, academy, task)
}

/** Every school is in England. */
const ZONE = 'Europe/London'

const register = async ({ bucket, keys, academy, class: classId, date = '', session, at }: Values): Promise<string> => {
  if (!bucket || !keys || !academy || !classId || !isLocalDate(date) || !at) throw new Error(HOW)
  if (session !== 'AM' && session !== 'PM') throw new Error(HOW)
  const files = { evidence: filesIn(bucket), keys: filesIn(keys) }
  return registerInWords({ academy, classId, date, session, at, zone: ZONE }, files)
}

const COMMANDS: Readonly<Record<string, (values: Values) => Promise<string>>> = {
  'seal-without': sealWithout,
  forget,
  erase,
  register,
}

const run = async (): Promise<string> => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS })
  const command = COMMANDS[positionals[0] ?? '']
  if (!command) throw new Error(HOW)
  return command(values)
}

run().then(
  (said) => console.log(said),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : 'Nothing was done.')
    process.exitCode = 1
  },
)

/** `npm run sample`: a made-up academy of any size, written as CSV files. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isLocalDate } from '../../shared/domain/time.ts'
import { readTrust } from '../open-trust.ts'
import { makeSample, type SampleFiles } from './make-sample.ts'

const USAGE =
  'npm run sample -- [--academy springbank] [--pupils 420] [--from 2025-09-01] [--until 2026-01-12] [--out out/sample] [--seed 7]'

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      academy: { type: 'string', default: 'springbank' },
      pupils: { type: 'string', default: '420' },
      from: { type: 'string' },
      until: { type: 'string', default: '2026-01-12' },
      out: { type: 'string', default: 'out/sample' },
      seed: { type: 'string', default: '1' },
    },
  })
  const pupils = Number(values.pupils)
  if (!Number.isInteger(pupils) || pupils < 1 || pupils > 5_000)
    throw new Error(`--pupils ${values.pupils}: a school has 1 to 5000`)
  for (const date of [values.from, values.until])
    if (date !== undefined && !isLocalDate(date)) throw new Error(`${date} is not a date like 2026-01-12`)
  if (values.from !== undefined && values.from > values.until) throw new Error('--from is after --until')
  return { ...values, pupils }
}

const main = async (): Promise<void> => {
  const { academy, pupils, from, until, out, seed } = readOptions()
  const trust = readTrust()
  const policy = trust.find((loaded) => loaded.policy.academy === academy)?.policy
  if (!policy) throw new Error(`--academy ${academy}: there is ${trust.map((each) => each.policy.academy).join(', ')}`)
  const files: SampleFiles = makeSample({ policy, pupils, date: until, seed, ...(from === undefined ? {} : { from }) })
  await mkdir(out, { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(out, `${name}.csv`), text)
    console.log(`${join(out, `${name}.csv`)}  ${text.split('\r\n').length - 2} rows`)
  }
}

main().catch((error: unknown) => {
  console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
  process.exitCode = 1
})

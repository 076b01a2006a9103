/** `npm run letters -- samples`: every kind of letter as PDF, made up, for a school to read. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { letterPress } from '../../shared/adapters/letters/press.ts'
import { writeLetter } from '../../shared/domain/letters/write-letter.ts'
import { readTrust } from '../open-trust.ts'
import { sampleMatters } from './samples.ts'

const USAGE = 'npm run letters -- samples [--academy springbank] [--out out/letters]'

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { academy: { type: 'string', default: 'springbank' }, out: { type: 'string', default: 'out/letters' } },
  })
  if (positionals.join(' ') !== 'samples') throw new Error('Say what to do with letters')
  const trust = readTrust()
  const policy = trust.find((loaded) => loaded.policy.academy === values.academy)?.policy
  if (!policy)
    throw new Error(`--academy ${values.academy}: there is ${trust.map((each) => each.policy.academy).join(', ')}`)
  await mkdir(values.out, { recursive: true })
  const press = letterPress()
  for (const [name, matter] of sampleMatters(policy)) {
    const written = writeLetter(policy, matter)
    if (!written.ok) throw new Error(`${name}: ${written.refusal.why} ${written.refusal.remedy}`)
    const printing = await press.print(written.value)
    if (!printing.printed) throw new Error(`${name}: ${printing.why}`)
    const { pdf, pages, sha256 } = printing.letter
    const path = join(values.out, `${name}.pdf`)
    await writeFile(path, pdf)
    console.log(
      `${path}  ${pages} ${pages === 1 ? 'page' : 'pages'}, ${Math.ceil(pdf.length / 1024)} KiB, ${sha256.slice(0, 12)}`,
    )
  }
}

main().catch((error: unknown) => {
  console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
  process.exitCode = 1
})

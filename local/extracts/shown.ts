/** Extracts as the local API and a played day show them: what was made, for whom, and as whom one signs in to collect it. */
import type { Policy } from '../../academies/policy.ts'
import { fileName } from '../../shared/domain/extracts/file-name.ts'
import { groupOfRecipient } from '../../shared/domain/extracts/may-collect.ts'
import { extractPath, extractState, type Part, type StoredExtract } from '../../shared/domain/extracts/stored.ts'
import { addDays, localDate } from '../../shared/domain/time.ts'
import type { LocalStack } from '../stack.ts'

export interface ShownExtract {
  readonly id: string
  readonly academy: string
  readonly kind: string
  readonly period: StoredExtract['period']
  readonly number: number
  readonly rows: number
  /** The recipient's own name in the policy. */
  readonly for: string
  /** The group that collects it; null where only the school itself does. */
  readonly group: string | null
  readonly state: string
  readonly madeAt: string
  readonly sha256: string
  /** What its data is called by whoever receives it. */
  readonly file: string
}

type Shower = Pick<LocalStack, 'clock' | 'files' | 'stores' | 'wiring' | 'zone'>

const YEAR = 366

const shown = (academy: string, policy: Policy, extract: StoredExtract): ShownExtract => {
  const recipient = policy.extracts.recipients.find(({ id }) => id === extract.recipient)
  return {
    id: extract.id,
    academy,
    kind: extract.extract,
    period: extract.period,
    number: extract.number,
    rows: extract.rows,
    for: recipient?.name ?? extract.recipient,
    group: (recipient && groupOfRecipient(recipient, policy)) ?? null,
    state: extractState(extract),
    madeAt: extract.generatedAt,
    sha256: extract.encrypted?.sha256 ?? extract.sha256,
    file: fileName(academy, extract, 'data'),
  }
}

/** Every extract of an academy that is younger than a year, with the policy by which it is shown. */
const extractsOf = async ({ stores, clock, zone }: Shower, academy: string) => {
  const today = localDate(clock.now(), zone)
  const [{ policy }, extracts] = await Promise.all([
    stores.policies.inForce(academy, today),
    stores.extracts(academy, addDays(today, -YEAR)),
  ])
  return extracts.map((extract) => ({ extract, shown: shown(academy, policy, extract) }))
}

export const shownExtracts = async (stack: Shower, academies: readonly string[]): Promise<readonly ShownExtract[]> => {
  const all = await Promise.all(academies.map((academy) => extractsOf(stack, academy)))
  return all.flat().map((each) => each.shown)
}

export interface ExtractFile {
  readonly name: string
  readonly body: Uint8Array
}

const HANDED_OVER = ['data', 'manifest', 'differences'] as const satisfies readonly Part[]

/** The files of every extract as a recipient would collect them: data, manifest, and the differences where there are any. */
export const extractFiles = async (stack: Shower, academies: readonly string[]): Promise<readonly ExtractFile[]> => {
  const env = stack.wiring.functions.find(({ folder }) => folder === 'extracts')?.env
  const bucket = stack.files.bucket(env?.EXTRACTS_BUCKET ?? '')
  const found: ExtractFile[] = []
  for (const academy of academies)
    for (const { extract } of await extractsOf(stack, academy))
      for (const part of HANDED_OVER) {
        const body = await bucket.get(extractPath(academy, extract, part))
        if (body !== undefined) found.push({ name: fileName(academy, extract, part), body })
      }
  return found
}

/** What a file of an extract is called by whoever receives it. */
import type { Part, StoredExtract } from './stored.ts'

/** Names no child; what is encrypted ends as the tools call it that decrypt it. */
export const fileName = (
  academy: string,
  { extract, period, number, format, encrypted }: StoredExtract,
  part: Part,
): string => {
  const name = `${academy}-${extract}-${period.from}-${period.until}-${number}`
  if (part === 'manifest') return `${name}-manifest.json`
  const plain = part === 'data' ? `${name}.${format}` : `${name}-differences.csv`
  return encrypted ? `${plain}.${encrypted.with}` : plain
}

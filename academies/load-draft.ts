/** One academy's file, wherever it lies and whatever it is called, laid over its trust's and checked as if it were to be published. */
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { checkDraft, type DraftChecked } from './check-draft.ts'
import { readAcademy, readTrust } from './read-files.ts'

/** Reads a draft. Its trust is the `trust.json` beside it, else that of the folder given. */
export const loadDraft = (path: string, trustFolder: string): DraftChecked => {
  const folder = dirname(path)
  const beside = existsSync(join(folder, 'trust.json')) ? folder : trustFolder
  return checkDraft(readTrust(beside), readAcademy(folder, basename(path)))
}

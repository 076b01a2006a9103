/** The translations of a trust: one file per language in academies/languages, named by its tag. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { JsonObject } from './json.ts'
import type { PolicyProblem } from './problem.ts'
import { readJson } from './read-json.ts'

const FOLDER = 'languages'

/** The file of a language, as problems name it. */
export const languageFile = (tag: string): string => `${FOLDER}/${tag}.json`

/** Every language of the folder by its tag; none where there is no such folder. */
export const readLanguages = (
  folder: string,
): { readonly translations: JsonObject; readonly problems: readonly PolicyProblem[] } => {
  if (!existsSync(join(folder, FOLDER))) return { translations: {}, problems: [] }
  const tags = readdirSync(join(folder, FOLDER))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .toSorted()
  const read = tags.map((tag) => [tag, readJson(folder, languageFile(tag))] as const)
  return {
    translations: Object.fromEntries(
      read.flatMap(([tag, { value, problems }]): [string, JsonObject][] => (problems.length > 0 ? [] : [[tag, value]])),
    ),
    problems: read.flatMap(([, { problems }]) => problems),
  }
}

/** What a mapping may not say. */
import { readCode } from '../domain/codes.ts'
import { type Mapping, SESSION_COLUMNS } from '../domain/imports/mapping.ts'
import { ok, type Result, refused } from '../domain/result.ts'
import { canonicalColumn } from './column-name.ts'
import { COLUMNS, type ImportedFile } from './columns.ts'

type Said = Pick<Mapping, 'columns' | 'layout' | 'values'> & { readonly file: ImportedFile }

/** A mapping with our columns in our own spelling, or why it cannot be kept. */
export const checkMapping = <T extends Said>(said: T): Result<T> => {
  const { file, layout } = said
  if (layout !== 'rows' && file !== 'marks')
    return refused('wrong-mapping', 'Only marks stand side by side.', 'Leave layout out.', 'layout')
  const known = [...COLUMNS[file].split(' '), ...(layout === 'sessions-across' ? SESSION_COLUMNS : [])]
  const ours = (name: string) => known.find((each) => canonicalColumn(each) === canonicalColumn(name))
  const columns: Record<string, string> = {}
  const taken = new Set<string>()
  const theirs = new Set<string>()
  for (const [name, target] of Object.entries(said.columns)) {
    const column = ours(target)
    const at = `columns.${name}`
    if (column === undefined)
      return refused('wrong-mapping', `Firstbell reads no ${target} in ${file}.`, `Use ${known.join(', ')}.`, at)
    if (taken.has(column))
      return refused('wrong-mapping', `Two columns are read as ${column}.`, 'Name the one that counts.', at)
    if (theirs.has(canonicalColumn(name)))
      return refused('wrong-mapping', 'The column is named twice in other spellings.', 'Name it once.', at)
    if (canonicalColumn(name) === '')
      return refused('wrong-mapping', 'The column has no letter and no digit.', 'Give it a name in the export.', at)
    taken.add(column)
    theirs.add(canonicalColumn(name))
    columns[name] = column
  }
  const values: Record<string, Readonly<Record<string, string>>> = {}
  for (const [name, translated] of Object.entries(said.values)) {
    const column = ours(name)
    const at = `values.${name}`
    if (column === undefined || SESSION_COLUMNS.some((each) => each === column))
      return refused('wrong-mapping', `Firstbell reads no ${name} in ${file}.`, 'Use one of our columns.', at)
    const odd =
      column === 'code' && Object.values(translated).find((code) => code !== '' && readCode(code) === undefined)
    if (odd)
      return refused(
        'wrong-mapping',
        `${odd} is not a national code.`,
        'Translate each mark to one, or to nothing.',
        at,
      )
    values[column] = translated
  }
  return ok({ ...said, columns, values })
}

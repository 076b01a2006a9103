import { useId } from 'react'
import { ALL_CODES, CODES } from '../../shared/domain/codes.ts'
import { columnNames } from '../../shared/domain/imports/file-columns.ts'
import { SESSION_COLUMNS } from '../../shared/domain/imports/mapping.ts'
import { Notice } from '../parts/notice.tsx'
import { type Read, readAs, type Suggestion, stillMissing, stillUnknown, translated } from './mapping.ts'
import type { Chosen } from './use-file.ts'
import { columnInWords, SURE } from './words.ts'

interface MappingPartProps {
  readonly table: NonNullable<Chosen['table']>
  readonly change: (read: Read) => void
}

const DATES = {
  'iso-or-uk': '2026-01-31 or 31/01/2026',
  'day-first': '31/01/26 or 31 Jan 2026',
  'month-first': '01/31/2026',
} as const

/** Their columns, each with what it is read as. What was guessed says how sure it is. */
const Columns = ({ table: { suggestion, kept, read }, change }: MappingPartProps) => {
  const id = useId()
  const ours = [...columnNames(read.file), ...(read.layout === 'sessions-across' ? SESSION_COLUMNS : [])]
  return (
    <section className="fb-wide" aria-label="Columns of the file">
      <table className="govuk-table fb-columns">
        <caption className="govuk-table__caption govuk-table__caption--m">How the columns are read</caption>
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col">Read as</th>
            <th scope="col">Because</th>
          </tr>
        </thead>
        <tbody>
          {suggestion.columns.map(({ column, to, confidence, source }, index) => (
            <tr key={column}>
              <th scope="row" id={`${id}-${index}`}>
                {column}
              </th>
              <td>
                <select
                  className="govuk-select"
                  aria-labelledby={`${id}-${index}`}
                  value={read.columns[column] ?? ''}
                  onChange={({ target }) => change(readAs(read, column, target.value))}
                >
                  <option value="">Not read</option>
                  {ours.map((name) => (
                    <option key={name} value={name}>
                      {columnInWords(name)}
                    </option>
                  ))}
                </select>
              </td>
              <td>{whyReadSo({ to, confidence, source, now: read.columns[column], kept: kept?.columns[column] })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface ReadSo extends Pick<Suggestion['columns'][number], 'to' | 'confidence' | 'source'> {
  readonly now: string | undefined
  readonly kept: string | undefined
}

const whyReadSo = ({ to, confidence, source, now, kept }: ReadSo): string => {
  if (now === undefined) return ''
  if (now === kept) return 'As the last time'
  if (now !== to || confidence === undefined) return 'As you say'
  return source === undefined ? SURE[confidence] : `${SURE[confidence]} of ${source}: please check`
}

/** Marks of another system, each with the national code it stands for. */
const Codes = ({ table: { suggestion, read }, change }: MappingPartProps) => {
  const id = useId()
  return suggestion.unknownCodes.length === 0 ? null : (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">Marks that are no national code</legend>
      {suggestion.unknownCodes.map((mark, index) => (
        <div className="govuk-form-group" key={mark}>
          <label className="govuk-label" htmlFor={`${id}-${index}`}>
            {mark} stands for
          </label>
          <select
            className="govuk-select"
            id={`${id}-${index}`}
            value={read.values.code?.[mark] ?? '?'}
            onChange={({ target }) => change(translated(read, mark, target.value))}
          >
            <option value="?" disabled>
              Choose
            </option>
            <option value="">No mark</option>
            {ALL_CODES.filter((code) => !CODES[code].beforeRoll).map((code) => (
              <option key={code} value={code}>
                {code} {CODES[code].meaning}
              </option>
            ))}
          </select>
        </div>
      ))}
    </fieldset>
  )
}

/** How the file is read, for a person to put right and to keep. */
export const MappingPart = (props: MappingPartProps) => {
  const { table, change } = props
  const { suggestion, kept, read } = table
  const id = useId()
  const missing = [...stillMissing(suggestion, read).map(columnInWords), ...stillUnknown(suggestion, read)]
  return (
    <>
      {kept === undefined ? null : (
        <Notice title={`Read as files of ${kept.source} were read before.`}>
          <p className="govuk-body">What you change below is kept for the next file.</p>
        </Notice>
      )}
      {missing.length === 0 ? null : (
        <Notice title={`Still to say: ${missing.join(', ')}.`}>
          <p className="govuk-body">
            Choose the column that holds it, or what the mark stands for. If the file has no such column, export it
            again with that column.
          </p>
        </Notice>
      )}
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor={`${id}-source`}>
          Where the file comes from
        </label>
        <input
          className="govuk-input govuk-input--width-20"
          id={`${id}-source`}
          value={read.source}
          maxLength={60}
          required
          onChange={({ target }) => change({ ...read, source: target.value })}
        />
      </div>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor={`${id}-dates`}>
          Dates are written
        </label>
        <select
          className="govuk-select"
          id={`${id}-dates`}
          value={read.dates}
          onChange={({ target }) => change({ ...read, dates: target.value as Read['dates'] })}
        >
          {Object.entries(DATES).map(([order, says]) => (
            <option key={order} value={order}>
              {says}
            </option>
          ))}
        </select>
      </div>
      <Columns table={table} change={change} />
      <Codes table={table} change={change} />
    </>
  )
}

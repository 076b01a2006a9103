import { type FormEvent, useState } from 'react'
import { Button } from '../parts/button.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { stillMissing, stillUnknown } from './mapping.ts'
import { MappingPart } from './mapping-part.tsx'
import { useFile } from './use-file.ts'
import { FILES, type FileKind } from './words.ts'

const WORKING = 'Reading the file…'

/** A file is chosen, and a person says how it is read. Nothing is changed by it yet. */
export const ChoosePart = () => {
  const { chosen, failure, isBusy, gone, choose, change, look, stop, another } = useFile()
  const [kind, setKind] = useState<FileKind>('roll')
  const table = chosen?.table
  const isOpen =
    table !== undefined &&
    (stillMissing(table.suggestion, table.read).length > 0 || stillUnknown(table.suggestion, table.read).length > 0)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const file = new FormData(event.currentTarget).get('file')
    if (chosen) void look()
    else if (file instanceof File) void choose(kind, file)
  }
  return (
    <form onSubmit={submit}>
      {failure ? <FailureNotice failure={failure} /> : null}
      {chosen === undefined ? (
        <>
          <div className="govuk-form-group">
            <label className="govuk-label" htmlFor="kind">
              What is in the file
            </label>
            <select
              className="govuk-select"
              id="kind"
              value={kind}
              aria-describedby="kind-about"
              onChange={({ target }) => setKind(target.value as FileKind)}
            >
              {Object.entries(FILES).map(([name, { says }]) => (
                <option key={name} value={name}>
                  {says}
                </option>
              ))}
            </select>
            <p className="govuk-hint" id="kind-about">
              {FILES[kind].about}
            </p>
          </div>
          <div className="govuk-form-group">
            <label className="govuk-label" htmlFor="file">
              The file, {kind === 'ctf' ? 'as XML' : 'as CSV with a header row'}
            </label>
            <input
              className="govuk-file-upload"
              id="file"
              name="file"
              type="file"
              accept={kind === 'ctf' ? '.xml' : '.csv,text/csv'}
              required
            />
          </div>
          <Button type="submit" disabled={isBusy}>
            Read the file
          </Button>
        </>
      ) : (
        <>
          <p className="govuk-body">
            <strong>{FILES[chosen.kind].says}</strong> from {chosen.name}.
          </p>
          {table ? <MappingPart table={table} change={change} /> : null}
          <div className="govuk-button-group">
            <Button type="submit" disabled={isBusy || isOpen}>
              See what it would change
            </Button>
            <Button look="link" disabled={isBusy} onClick={another}>
              Choose another file
            </Button>
          </div>
          <p className="govuk-body-s">Nothing is changed until you have seen it and said so.</p>
        </>
      )}
      {isBusy && gone === undefined ? <Notice title={WORKING} /> : null}
      {gone === undefined ? null : (
        <Notice title="The file is on its way…">
          <progress className="fb-progress" max={100} value={gone} aria-label="How much of the file is sent" />
          <p className="govuk-body">Stay on this page until it has arrived. Nothing is changed by it.</p>
          <Button look="secondary" onClick={stop}>
            Stop sending
          </Button>
        </Notice>
      )}
    </form>
  )
}

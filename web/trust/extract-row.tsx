import { useState } from 'react'
import type * as z from 'zod'
import type { ExtractsAnswer } from '../../events/api/extracts.ts'
import { localDate, localTime, spokenDate, spokenTime } from '../../shared/domain/time.ts'
import { useAct } from '../client/act.ts'
import { AskForm, Folded } from '../forms/ask-form.tsx'
import { Lines } from '../forms/fields.tsx'
import { Button } from '../parts/button.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import { Tag, type Tone } from '../parts/tag.tsx'
import { CollectButton } from './collect-part.tsx'
import { PackForm } from './pack-form.tsx'
import { periodInWords } from './period.ts'
import { readRejected } from './rejected.ts'
import { kindInWords, many } from './words.ts'

export type Extract = z.output<typeof ExtractsAnswer>['extracts'][number]

const ZONE = 'Europe/London'

const STATES: Readonly<Record<Extract['state'], { readonly says: string; readonly tone: Tone }>> = {
  waiting: { says: 'Waits for you', tone: 'waiting' },
  collected: { says: 'Collected', tone: 'calm' },
  acknowledged: { says: 'Accepted', tone: 'good' },
  rejected: { says: 'Rows rejected', tone: 'urgent' },
}

const PARTS: Readonly<Record<string, string>> = { data: 'Data', manifest: 'List', differences: 'Differences' }

const when = (at: string): string => `${spokenDate(localDate(at, ZONE))}, ${spokenTime(localTime(at, ZONE))}`

const Receipts = ({ extract: { receipts } }: { readonly extract: Extract }) =>
  receipts.length === 0 ? null : (
    <Folded title={receipts.length === 1 ? '1 receipt' : `${receipts.length} receipts`}>
      <ul className="govuk-list fb-receipts">
        {receipts.map(({ part, reference, by, at, sha256 }) => (
          <li key={`${part} ${reference ?? ''} ${by} ${at}`}>
            {reference === undefined ? PARTS[part] : `Pack ${reference}`}, by {by}, {when(at)}
            <br />
            <code className="fb-hash">{sha256}</code>
          </li>
        ))}
      </ul>
    </Folded>
  )

interface AnswerProps {
  readonly at: string
  readonly rows: number
  readonly after: () => Promise<void>
}

const Answer = ({ at, rows, after }: AnswerProps) => {
  const { act, isBusy, failure } = useAct(after)
  const [wrong, setWrong] = useState<string>()
  const reject = async (text: string): Promise<void> => {
    const rejected = readRejected(text)
    if ('line' in rejected) setWrong(`“${rejected.line}” does not begin with the number of a row and say why.`)
    else if (rejected.length === 0) setWrong('Name at least one row.')
    else {
      setWrong(undefined)
      await act('POST', at, { accepted: false, rejected })
    }
  }
  return (
    <div className="fb-panel">
      {failure ? <FailureNotice failure={failure} /> : null}
      <Button disabled={isBusy} onClick={() => void act('POST', at, { accepted: true })}>
        {rows === 0 ? 'Accept that there is nothing' : 'Accept all rows'}
      </Button>
      {rows === 0 ? null : (
        <Folded title="Reject rows">
          <AskForm press="Reject these rows" look="warning" isBusy={isBusy} submit={({ text }) => reject(text('rows'))}>
            <Lines
              label="Rows"
              name="rows"
              hint="One on a line: its number, the first below the header being 1, and why. For example: 12 The UPN is not ours."
              wrong={wrong}
            />
          </AskForm>
        </Folded>
      )}
    </div>
  )
}

interface RowProps {
  readonly extract: Extract
  /** Where the school's extracts are. */
  readonly at: string
  readonly mayAnswer: boolean
  readonly after: () => Promise<void>
}

/** One extract: what it is, how it stands, who took it, and what its recipient may do. */
export const ExtractRow = ({ extract, at, mayAnswer, after }: RowProps) => {
  const { id, kind, says, period, rows, number, superseded, state, answer, differences } = extract
  const of = `${kindInWords(kind)}, ${periodInWords(period)}`
  const path = `${at}/${id}/collect`
  return (
    <li className="fb-row">
      <div className="fb-row__facts">
        <h3 className="fb-row__subject">
          {kindInWords(kind)} <span className="fb-row__class">{periodInWords(period)}</span>
        </h3>
        <p className="fb-row__happened">
          <Tag tone={superseded ? 'calm' : STATES[state].tone}>
            {superseded ? 'Replaced by a later one' : STATES[state].says}
          </Tag>{' '}
          {many(rows, 'row', 'rows')}
          {number === 1 ? null : `, number ${number} of this period`}
          {differences === undefined ? null : `, ${many(differences, 'difference', 'differences')}`}
        </p>
        {says === null ? null : <p className="fb-row__next">{says}</p>}
        {answer?.rejected.map(({ row, because }) => (
          <p className="fb-row__next" key={row}>
            Row {row}: {because}
          </p>
        ))}
      </div>
      <div className="fb-row__ways">
        <CollectButton
          says="Collect"
          of={of}
          path={path}
          body={{ part: 'data' }}
          look={state === 'waiting' && !superseded ? 'plain' : 'secondary'}
          after={after}
        />
        <CollectButton says="List" of={`what is in it: ${of}`} path={path} body={{ part: 'manifest' }} after={after} />
        {differences === undefined ? null : (
          <CollectButton says="Differences" of={of} path={path} body={{ part: 'differences' }} after={after} />
        )}
      </div>
      <div className="fb-row__more">
        <Receipts extract={extract} />
        {kind === 'referrals' && rows > 0 && !superseded ? <PackForm at={`${at}/${id}/packs`} after={after} /> : null}
      </div>
      {mayAnswer && state === 'collected' && !superseded ? (
        <Answer at={`${at}/${id}/answer`} rows={rows} after={after} />
      ) : null}
    </li>
  )
}

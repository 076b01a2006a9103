import { useState } from 'react'
import { LettersAnswer } from '../../events/api/lead.ts'
import { Anything, send } from '../client/client.ts'
import { type Failure, isForNow } from '../client/failure.ts'
import { useLive } from '../client/live.ts'
import { Button } from '../parts/button.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { LetterRow } from './letter-row.tsx'
import { ListPart } from './list-part.tsx'

/** Letters to read and release: each is read by somebody before it goes, and those that were read go together. */
export const LettersPage = ({ today }: { readonly today: Today }) => {
  const live = useLive(LettersAnswer, 'letters?state=open')
  const [left, setLeft] = useState<readonly string[]>([])
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [released, setReleased] = useState(0)
  const mayRelease = today.roles.some((role) => role === 'lead' || role === 'head')
  const letters = live.value?.letters ?? []
  const waiting = letters.filter(({ state }) => state === 'ready' || state === 'held')
  const under = letters.filter((letter) => !waiting.includes(letter))
  const wereRead = waiting.filter(({ previewed, state }) => previewed !== undefined && state === 'ready')
  const going = wereRead.filter(({ id }) => !left.includes(id))
  const release = async (): Promise<void> => {
    setBusy(true)
    let count = 0
    let stopped: Failure | undefined
    for (const { id } of going) {
      const because = 'Read and released'
      const done = await send('POST', `letters/${id}/release`, { because }, Anything)
      if (done.ok) count++
      else stopped = done.failure
      // What stops one letter for now stops those after it.
      if (!done.ok && isForNow(done.failure)) break
    }
    setReleased(count)
    setFailure(stopped)
    await live.refresh()
    setBusy(false)
  }
  return (
    <Page title="Letters" about="Every letter is read by somebody before it goes.">
      <Freshness live={live} />
      {failure ? <FailureNotice failure={failure} /> : null}
      {released === 0 ? null : (
        <Notice tone="good" title={`${released === 1 ? '1 letter is' : `${released} letters are`} released.`} />
      )}
      {live.value ? (
        <>
          {going.length > 0 && mayRelease ? (
            <div className="govuk-button-group">
              <Button disabled={isBusy} onClick={() => void release()}>
                Release {going.length === 1 ? '1 letter' : `${going.length} letters`}
              </Button>
            </div>
          ) : null}
          <ListPart
            title="To read and release"
            about={mayRelease ? 'Read each; those you have read go with one press.' : 'The lead or the Head releases.'}
            empty="No letter waits. Firstbell writes them when a line is crossed, at night."
            count={waiting.length}
          >
            {waiting.map((letter) => (
              <LetterRow
                key={letter.id}
                letter={letter}
                isChosen={going.includes(letter)}
                choose={
                  mayRelease && wereRead.includes(letter)
                    ? (isChosen) => setLeft(isChosen ? left.filter((id) => id !== letter.id) : [...left, letter.id])
                    : undefined
                }
                refresh={live.refresh}
              />
            ))}
          </ListPart>
          <ListPart
            title="On their way"
            empty="No letter is on its way. What is released stands here until it is posted."
            count={under.length}
          >
            {under.map((letter) => (
              <LetterRow key={letter.id} letter={letter} isChosen={false} choose={undefined} refresh={live.refresh} />
            ))}
          </ListPart>
        </>
      ) : null}
    </Page>
  )
}

import { useEffect, useRef, useState } from 'react'
import type * as z from 'zod'
import { DifferencesAnswer } from '../../events/api/imports.ts'
import { DIFFERENCE_KINDS, type DifferenceKind } from '../../shared/domain/imports/differences.ts'
import { fetchOnce } from '../client/client.ts'
import type { Failure } from '../client/failure.ts'
import { Button } from '../parts/button.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import { columnInWords, KINDS } from './words.ts'

type Page = z.output<typeof DifferencesAnswer>
type Item = Page['items'][number]

/** A kind of difference, and the way to a page of it: the cursors of it and of those before. */
interface Asked {
  readonly kind: DifferenceKind | undefined
  readonly cursors: readonly string[]
}

interface DifferencesPartProps {
  readonly importId: string
  readonly counts: Page['counts']
}

/** One thing that the file changes: what stands now, and what it would be. */
const Difference = ({ item }: { readonly item: Item }) => (
  <tr>
    <th scope="row">
      {item.of}
      {item.line === undefined ? null : <span className="fb-row__class"> line {item.line}</span>}
    </th>
    <td>
      {Object.entries(item.fields).map(([name, { was, now }]) => (
        <div key={name}>
          {columnInWords(name)}: {was === undefined || was === '' ? null : <del>{was}</del>}{' '}
          {now ? <ins>{now}</ins> : null}
          {!was && !now ? 'blank' : null}
        </div>
      ))}
      {item.because === undefined ? null : <div className="fb-row__class">{item.because}</div>}
    </td>
  </tr>
)

/** What the file would change, of one kind, a page at a time. */
export const DifferencesPart = ({ importId, counts }: DifferencesPartProps) => {
  const kinds = DIFFERENCE_KINDS.filter((each) => (counts[each] ?? 0) > 0)
  // Each press asks anew, so that one that failed is made good by pressing again.
  const [asked, setAsked] = useState<Asked>({ kind: kinds[0], cursors: [] })
  const [shown, setShown] = useState<{ readonly page: Page; readonly cursors: readonly string[] }>()
  const [failure, setFailure] = useState<Failure>()
  const caption = useRef<HTMLTableCaptionElement>(null)
  useEffect(() => {
    const { kind, cursors } = asked
    if (kind === undefined) return
    let isOld = false
    const cursor = cursors.at(-1)
    const from = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`
    void fetchOnce(DifferencesAnswer, `imports/${importId}/differences?kind=${kind}${from}`).then((heard) => {
      if (isOld) return
      setFailure(heard.ok ? undefined : heard.failure)
      if (heard.ok) setShown({ page: heard.value, cursors })
    })
    return () => {
      isOld = true
    }
  }, [importId, asked])
  if (asked.kind === undefined)
    return <p className="govuk-body">The file says what stands already: it changes nothing.</p>
  const { page, cursors = [] } = shown ?? {}
  const turn = (to: readonly string[]): void => {
    setAsked({ kind: page?.kind, cursors: to })
    caption.current?.focus()
  }
  const next = page?.next
  return (
    <>
      <div className="govuk-button-group">
        {kinds.map((each) => (
          <Button
            key={each}
            look="secondary"
            aria-pressed={each === asked.kind}
            onClick={() => setAsked({ kind: each, cursors: [] })}
          >
            {KINDS[each]}: {counts[each]}
          </Button>
        ))}
      </div>
      {failure ? (
        <FailureNotice failure={failure}>
          <Button look="secondary" onClick={() => setAsked({ ...asked })}>
            Fetch what it would change again
          </Button>
        </FailureNotice>
      ) : null}
      {page === undefined ? null : (
        <section className="fb-wide" aria-label="What the file changes">
          <table className="govuk-table">
            <caption className="govuk-table__caption govuk-table__caption--m" ref={caption} tabIndex={-1}>
              {KINDS[page.kind]}, page {cursors.length + 1}
            </caption>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">Stands and would stand</th>
              </tr>
            </thead>
            <tbody>
              {page.items.map((item) => (
                <Difference key={item.of} item={item} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <div className="govuk-button-group">
        {cursors.length === 0 ? null : (
          <Button look="link" onClick={() => turn(cursors.slice(0, -1))}>
            Page before
          </Button>
        )}
        {next === undefined ? null : (
          <Button look="link" onClick={() => turn([...cursors, next])}>
            Next page
          </Button>
        )}
      </div>
    </>
  )
}

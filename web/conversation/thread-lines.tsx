import { localDate, localTime, spokenDate } from '../../shared/domain/time.ts'
import { aboutLine, type Thread, type ThreadLine } from './words.ts'

const wordsOf = (line: ThreadLine): string => {
  const words = line.what === 'text' ? line.body : line.words
  return words ?? 'The words are not kept any more.'
}

interface ThreadLinesProps {
  readonly thread: Thread
  readonly zone: string
  /** Words that were handed over and that the thread does not show yet. */
  readonly onItsWay: string | undefined
}

/** Ours to the right, theirs to the left, in order of time. */
export const ThreadLines = ({ thread, zone, onItsWay }: ThreadLinesProps) => {
  const nameOf = (id: string) => thread.children.find((child) => child.id === id)?.name ?? ''
  const days = Map.groupBy(thread.lines, ({ at }) => localDate(at, zone))
  return (
    <section aria-label="What has passed">
      {thread.lines.length === 0 && onItsWay === undefined ? (
        <p className="govuk-body">
          Nothing has passed in the last week. What you write stands here, and so do answers.
        </p>
      ) : null}
      {[...days].map(([date, lines]) => (
        <div key={date}>
          <h2 className="govuk-heading-s fb-day">{spokenDate(date)}</h2>
          <ol className="fb-thread">
            {lines.map((line) => (
              <li
                key={`${line.at} ${line.what} ${line.what === 'text' ? line.kind : line.id}`}
                className={line.what === 'text' ? 'fb-said fb-said--ours' : 'fb-said'}
              >
                <p className="fb-said__words">{wordsOf(line)}</p>
                <p className="fb-said__about">
                  {localTime(line.at, zone)} ·{' '}
                  {line.what === 'text' && line.by !== 'system' && line.by ? `${line.by} · ` : ''}
                  {aboutLine(line)}
                  {thread.children.length > 1 ? ` · ${line.pupils.map(nameOf).join(', ')}` : ''}
                </p>
              </li>
            ))}
          </ol>
        </div>
      ))}
      {onItsWay === undefined ? null : (
        <ol className="fb-thread">
          <li className="fb-said fb-said--ours">
            <p className="fb-said__words">{onItsWay}</p>
            <p className="fb-said__about" role="status">
              On its way
            </p>
          </li>
        </ol>
      )}
    </section>
  )
}

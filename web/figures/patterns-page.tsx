import type * as z from 'zod'
import { PatternsAnswer } from '../../events/api/figures.ts'
import { spokenDate } from '../../shared/domain/time.ts'
import { useLive } from '../client/live.ts'
import { Folded } from '../forms/ask-form.tsx'
import { classNamesOf } from '../lead/lead-page.tsx'
import { ListPart } from '../lead/list-part.tsx'
import { PupilLine } from '../lead/pupil-line.tsx'
import type { PageProps } from '../pages/page-for.ts'
import { Freshness } from '../parts/freshness.tsx'
import { Page } from '../parts/page.tsx'
import { Tag } from '../parts/tag.tsx'
import { FigureTable } from './figure-table.tsx'

type Patterns = z.output<typeof PatternsAnswer>
type Pattern = Patterns['patterns'][number]

const KINDS: Readonly<Record<string, string>> = {
  weekday: 'One day of the week',
  session: 'Mornings or afternoons',
  'broken-weeks': 'Broken weeks',
  'beside-holidays': 'Beside holidays',
  siblings: 'Brothers and sisters',
  lateness: 'Lateness',
}

const REGISTERS: Readonly<Record<string, string>> = {
  'never-came': 'Never came',
  'came-late': 'Came late',
  'nobody-away': 'Nobody ever away',
  'afternoon-copies-morning': 'Afternoons copy mornings',
  'one-code': 'One code',
}

const Nobody = { id: '', name: null, class: null }

/** Several children stand in one line, each with the way to their page. */
const PatternLine = ({
  pattern,
  classNames,
}: {
  readonly pattern: Pattern
  readonly classNames: ReadonlyMap<string, string>
}) => {
  const [first = Nobody, ...others] = pattern.people
  return (
    <PupilLine
      pupil={first}
      also={others}
      classNames={classNames}
      says={
        <>
          <Tag>{KINDS[pattern.kind] ?? pattern.kind}</Tag> {pattern.says}
        </>
      }
    />
  )
}

/** What stands out in the year’s absences. Each is a reason to ask, and nothing is ever sent because of one. */
export const PatternsPage = ({ today }: Pick<PageProps, 'today'>) => {
  const live = useLive(PatternsAnswer, 'patterns', 'once')
  const classNames = classNamesOf(today)
  const found = live.value
  return (
    <Page
      title="Patterns"
      about="A pattern proves nothing. It is a reason to ask, and nothing is ever sent because of one."
    >
      <Freshness live={live} />
      {found ? (
        <>
          <p className="govuk-body">
            {spokenDate(found.from)} to {spokenDate(found.until)}.
          </p>
          <ListPart
            title="Will cross a line"
            about="If it goes on as in the last weeks. Until the day that is named it can be avoided by missing nothing more."
            empty="Nobody is on the way to a line. Some weeks of registers must be in before anything can be foreseen."
            count={found.ahead.length}
          >
            {found.ahead.map(({ person, line, on, avoidableUntil, mayMiss, says }) => (
              <PupilLine
                key={`${person?.id} ${line}`}
                pupil={person ?? Nobody}
                classNames={classNames}
                says={`${line.charAt(0).toUpperCase()}${line.slice(1)} on ${spokenDate(on)}; avoidable until ${spokenDate(avoidableUntil)}. ${mayMiss === 1 ? '1 session' : `${mayMiss} sessions`} may still be missed.`}
              >
                <div className="fb-row__more">
                  <Folded title="The sum">
                    <ol className="govuk-list govuk-list--number">
                      {says.map((step) => (
                        <li key={step}>{step}</li>
                      ))}
                    </ol>
                  </Folded>
                </div>
              </PupilLine>
            ))}
          </ListPart>
          <ListPart
            title="In absences"
            empty="No pattern is strong enough to tell. A handful of absences is chance; what repeats stands here."
            count={found.patterns.length}
          >
            {found.patterns.map((pattern) => (
              <PatternLine
                key={`${pattern.kind} ${pattern.pupils.join(' ')} ${pattern.says}`}
                pattern={pattern}
                classNames={classNames}
              />
            ))}
          </ListPart>
          <ListPart
            title="In registers"
            empty="No register stands out. One that is often late or changed stands here, to ask its teacher about."
            count={found.registers.length}
          >
            {found.registers.map(({ class: classId, kind, says }) => (
              <li className="fb-row" key={`${classId} ${kind}`}>
                <div className="fb-row__facts">
                  <h3 className="fb-row__subject">{classNames.get(classId) ?? classId}</h3>
                  <p className="fb-row__next">
                    <Tag>{REGISTERS[kind] ?? kind}</Tag> {says}
                  </p>
                </div>
              </li>
            ))}
          </ListPart>
          <h2 className="govuk-heading-m">Days and codes</h2>
          <div className="fb-report__figures">
            <FigureTable table={found.weekdays} />
            <FigureTable table={found.codes} />
          </div>
        </>
      ) : null}
    </Page>
  )
}

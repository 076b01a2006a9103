import { ThresholdsAnswer } from '../../events/api/lead.ts'
import { spokenDate } from '../../shared/domain/time.ts'
import { useLive } from '../client/live.ts'
import { Freshness } from '../parts/freshness.tsx'
import { ListPart } from './list-part.tsx'
import { PupilLine } from './pupil-line.tsx'
import { moreSessions, stepInWords } from './words.ts'

const figure = (attendance: string | null): string => (attendance === null ? 'No figure yet' : `${attendance}%`)

/** Who crossed a line, who is about to, and who is persistently late. */
export const ThresholdsPart = ({ classNames }: { readonly classNames: ReadonlyMap<string, string> }) => {
  const live = useLive(ThresholdsAnswer, 'thresholds')
  const board = live.value
  if (!board) return <Freshness live={live} />
  const { crossed, near, late, lines, through } = board
  return (
    <>
      <Freshness live={live} />
      <ListPart
        title="Crossed a line"
        about={`Counted to ${spokenDate(through)}. What is due goes by itself unless it waits for you.`}
        empty="Nobody has crossed a line of which the family has not heard. Each night counts; whoever crosses one stands here the next morning."
        count={crossed.length}
      >
        {crossed.map(({ pupil, attendance, step, on }) => (
          <PupilLine
            key={pupil.id}
            pupil={pupil}
            classNames={classNames}
            says={`${figure(attendance)}. ${stepInWords(step)}, due since ${spokenDate(on)}.`}
          />
        ))}
      </ListPart>
      <ListPart
        title="About to cross"
        about={`Within three days of ${lines.warning}% or ${lines.stage1}%: a talk now may be enough.`}
        empty="Nobody is within three days of a line. Whoever comes near one stands here in time for a talk."
        count={near.length}
      >
        {near.map(({ pupil, attendance, below, sessions }) => (
          <PupilLine
            key={pupil.id}
            pupil={pupil}
            classNames={classNames}
            says={`${figure(attendance)}. ${moreSessions(sessions)} missed, and it is below ${below}%.`}
          />
        ))}
      </ListPart>
      <ListPart
        title="Persistently late"
        about={`Late ${lines.lateEvery} times or more this year.`}
        empty={`Nobody has been late ${lines.lateEvery} times this year. Late marks of registers and of the gate are counted each night.`}
        count={late.length}
      >
        {late.map(({ pupil, attendance, late: times }) => (
          <PupilLine
            key={pupil.id}
            pupil={pupil}
            classNames={classNames}
            says={`Late ${times} times. ${figure(attendance)} attendance.`}
          />
        ))}
      </ListPart>
    </>
  )
}

import type { Policy } from '../../../academies/policy.ts'
import { isMostlyIllness } from './figures.ts'
import type { AttendanceFigures, LetterOrder } from './letter.ts'
import type { Colour } from './model.ts'

type LetterWordingName = keyof Policy['letters']['wordings']

/** The colour of the termly letter. Compared in whole sessions, so that exactly the target is green. */
export const colourOf = (
  { attended, possible }: Pick<AttendanceFigures, 'attended' | 'possible'>,
  { green, amber }: Policy['letters']['trafficLight'],
): Colour => {
  if (attended * 100 >= possible * green) return 'green'
  return attended * 100 >= possible * amber ? 'amber' : 'red'
}

/** Which of the policy's wordings a letter takes: help instead of a warning where a child was ill, and one for each colour. */
export const wordingOf = (policy: Policy, order: LetterOrder): LetterWordingName => {
  const isIll = isMostlyIllness(order.missed, policy.letters.illnessShare)
  switch (order.kind) {
    case 'stage-1':
      return isIll ? 'stage-1-illness' : 'stage-1'
    case 'stage-2':
      return isIll ? 'stage-2-illness' : 'stage-2'
    case 'traffic-light':
      return `traffic-light-${colourOf(order.figures, policy.letters.trafficLight)}`
    case 'attend-meeting':
    case 'leave-granted':
    case 'leave-refused':
    case 'notice-to-improve':
    case 'full-attendance':
      return order.kind
  }
}

/** A held batch pages the Lead at once, the Head and the Trust in turn; the pupils it holds go on the call list meanwhile. */
import { assigned } from '../assigned.ts'
import { callTask } from '../call.ts'
import { pagesDue } from '../pages.ts'
import { whyOver } from '../pipeline/brake.ts'
import type { Rule, Wish } from '../rule.ts'

const WHY = {
  'class-share': 'Too much of one class at once to be true.',
  'academy-share': 'Too much of the school at once to be true.',
  'closure-day': 'The school is closed today.',
  'stale-register': 'The register data is too old to text upon.',
} as const

export const heldBrake: Rule = {
  name: 'held-brake',
  clause: 'Safety floor: no batch goes to families unseen when it cannot be right',
  wishes: (facts) =>
    facts.known.brakes
      .filter((brake) => brake.state === 'held' && whyOver(facts, brake) === undefined)
      .flatMap((brake): readonly Wish[] => [
        {
          do: 'task',
          id: brake.id,
          kind: 'brake',
          pupils: brake.pupils,
          ...(brake.classId === undefined ? {} : { classId: brake.classId }),
          session: brake.session,
          about: brake.id,
          ...assigned(facts.policy.duties.brake, facts.now),
          urgent: true,
          why: `${WHY[brake.because]} ${brake.pupils.length} pupils' texts are held. Check the registers, then release or refuse.`,
        },
        ...pagesDue(facts, brake.id, brake.at, facts.policy.brake.pages, 'page-brake'),
        ...brake.pupils
          .filter((pupil) => facts.isSilent(pupil))
          .map((pupil) => callTask(facts, pupil, 'The text to this family is held. Ring them meanwhile.')),
      ]),
}

/**
 * The brake on letters: too many families due for a letter at once are rarely true. After a first import of marks, or a bulk change, they are held
 * for a person, who lets them go once the marks have been looked at. Letters wake nobody, so nobody is paged: what is held waits.
 */
import { assigned } from '../assigned.ts'
import type { Facts } from '../facts.ts'
import { idOf } from '../ids.ts'
import type { Wish } from '../rule.ts'
import type { Task } from '../task.ts'
import type { DueStep, LetterStep } from './steps.ts'

/** More than the policy's share of so many pupils, and no mere handful. */
const isTooMany = (count: number, of: number, share: number, atLeast: number): boolean =>
  count >= atLeast && count * 100 > of * share

/** Which of these must wait for a person: all where they are too many of the school, else those of a class that has too many. */
export const heldLetters = (facts: Facts, due: readonly DueStep[]): readonly DueStep[] => {
  const { classShare, academyShare, atLeast } = facts.policy.brake
  const { classes } = facts.known
  const waiting = due.filter(({ released }) => released === undefined)
  const school = classes.reduce((sum, { pupils }) => sum + pupils, 0)
  if (isTooMany(waiting.length, school, academyShare, atLeast)) return waiting
  return classes.flatMap(({ id, pupils }) => {
    const ofClass = waiting.filter(({ pupil }) => facts.pupil(pupil)?.classId === id)
    return isTooMany(ofClass.length, pupils, classShare, atLeast) ? ofClass : []
  })
}

/** What the task of held letters is about, by the letter's step. */
export const heldAbout = (step: string): string => `letters-${step}`
export const isOfHeldLetters = ({ kind, about }: Pick<Task, 'kind' | 'about'>): boolean =>
  kind === 'held-batch' && about?.startsWith(heldAbout('')) === true

/** One task for each kind of letter while some are held, and its end once none is. */
export const heldLettersTask = (facts: Facts, step: LetterStep, held: readonly DueStep[]): readonly Wish[] => {
  const about = heldAbout(step)
  const open = facts.known.tasks.filter(
    (task) => task.kind === 'held-batch' && task.about === about && task.state === 'open',
  )
  if (held.length === 0)
    return open.map(({ id }) => ({
      do: 'settle',
      taskId: id,
      because: 'the letters were released, or are due no more',
    }))
  if (open.length > 0) return []
  const pupils = held.map(({ pupil }) => pupil).toSorted()
  const why = `${pupils.length} families are due for a ${step.replace('-', ' ')} letter at once. Were marks imported or changed in bulk? Look at them, then let the letters go, or say that the families have been told: POST .../letters/held.`
  return [
    {
      do: 'task',
      id: idOf(facts.known.date, 'held', about),
      kind: 'held-batch',
      pupils,
      about,
      ...assigned(facts.policy.duties.stage, facts.now),
      urgent: false,
      why,
    },
  ]
}

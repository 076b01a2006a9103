/** Visits that wait for somebody, with what a visitor must know before they go, and who is out. */
import type * as z from 'zod'
import type { VisitsAnswer } from '../../../events/api/visit-answers.ts'
import { fullName, readPupils } from '../../../shared/api/pupils.ts'
import { cardNumber } from '../../../shared/domain/calling-card.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import type { Task } from '../../../shared/domain/task.ts'
import { homesOf, type VisitRisk } from '../../../shared/domain/visit.ts'
import type { Call } from '../call.ts'

type Visits = z.input<typeof VisitsAnswer>

const named = (pupil: Pupil) => ({ id: pupil.pupilId, name: fullName(pupil), class: pupil.classId })

const riskOf = (risk: VisitRisk | undefined) =>
  risk === undefined ? null : { note: risk.note, twoPeople: risk.twoPeople, by: risk.by, at: risk.at }

const homes = (pupil: Pupil, date: string): Visits['due'][number]['homes'] =>
  homesOf(pupil, date).map(({ contactId, name, relationship, mobile, landline, address, postcode }) => ({
    contact: contactId,
    name,
    relationship,
    numbers: [mobile, landline].flatMap((number) => number ?? []),
    address: [...(address ?? [])],
    postcode: postcode ?? null,
  }))

const dueFirst = (one: Task, other: Task): number =>
  `${one.urgent ? 0 : 1} ${one.due}`.localeCompare(`${other.urgent ? 0 : 1} ${other.due}`)

/** The list as the visitor takes it along: it has all that is needed at the door. */
export const visitsToMake = async (call: Call): Promise<Visits> => {
  const { tasks, risks } = await call.stores.open(call.academy)
  const due = tasks.filter(({ kind, pupils }) => kind === 'visit' && pupils.length === 1).toSorted(dueFirst)
  const out = tasks.filter(({ kind }) => kind === 'visitor-out')
  const { pupils } = await readPupils(
    call,
    [...due, ...out].flatMap((task) => task.pupils),
  )
  return {
    due: due.flatMap(({ id, due: by, urgent, why, pupils: [key = ''] }) => {
      const pupil = pupils[key]
      if (!pupil) return []
      return [
        {
          task: id,
          due: by,
          urgent,
          why,
          card: cardNumber(id),
          pupil: named(pupil),
          alert: pupil.alert ?? null,
          risk: riskOf(risks.find((risk) => risk.pupil === key)),
          homes: homes(pupil, call.date),
        },
      ]
    }),
    out: out.map((task) => ({
      task: task.id,
      who: task.about ?? '',
      since: task.raised,
      back: task.due,
      isLate: task.due <= call.now,
      why: task.why,
      pupils: task.pupils.flatMap((key) => (pupils[key] ? [named(pupils[key])] : [])),
    })),
    backWithinMinutes: call.policy.visits.backWithinMinutes,
  }
}

/**
 * Takes an order for a letter and plans one for each parent entitled to it. What each says is written now, from the facts of the order, and
 * kept: a register amended tomorrow changes no letter. Ordered twice, or half way through a crash, it is the same letters once.
 */
import { staffWithCover } from '../../domain/cover.ts'
import { shortHash } from '../../domain/ids.ts'
import { letterRecipients, type Unposted } from '../../domain/letter-recipients.ts'
import type { Addressee, LetterOrder } from '../../domain/letters/letter.ts'
import { documentPath, type Letter, letterId, letterReference } from '../../domain/letters/stored.ts'
import { writeLetter } from '../../domain/letters/write-letter.ts'
import { inForce, type Pupil, type StaffMember, type StaffRole } from '../../domain/people.ts'
import { ok, type Result, refused } from '../../domain/result.ts'
import type { Instant, LocalDate } from '../../domain/time.ts'
import type { Files } from '../../ports/files.ts'
import type { Queue } from '../../ports/queue.ts'
import type { PolicyVersion, Stores } from '../../ports/stores.ts'
import { policyAt } from '../load-known.ts'
import { letterPage } from './letter-page.ts'
import { LETTER_CLAUSE, LETTER_RULE, raiseLetterTask } from './letter-task.ts'

export interface PlanPorts {
  readonly stores: Stores
  /** Where documents and prints of letters are kept. */
  readonly letters: Files
  /** The letters queue. */
  readonly work: Queue
  readonly now: () => Instant
  /** What nobody can guess, for the page that a letter leads to. */
  readonly freshToken: () => string
}

export interface PlannedLetters {
  /** Ids of the letters there are now, newly planned or from before. */
  readonly letters: readonly string[]
  /** Parents entitled to a letter that cannot be posted: a task asks a person to reach each. */
  readonly unposted: readonly { readonly contactId: string; readonly because: Unposted | 'unwritten' }[]
}

const WHY: Readonly<Record<Unposted, string>> = {
  confidential:
    'A parent is entitled to a letter, and their address must not be printed. Give it to them in another way.',
  'shared-with-barred':
    'A parent is entitled to a letter, and somebody barred from the child lives at their address. Give it to them in another way.',
  'no-address': 'A parent is entitled to a letter, and we hold no address that can be posted to. Ask them for it.',
  'not-wanted': 'A parent is entitled to a letter, and letters to them are not allowed. Tell them in another way.',
}

/** Whoever has the role on the date, or covers for them. */
const signatory = (staff: readonly StaffMember[], role: StaffRole, date: LocalDate): string | undefined => {
  const holder = staff.find((each) => each.role === role && each.coversFor === undefined && inForce(each, date))
  const cover = staff.find((each) => holder && each.coversFor === holder.staffId && inForce(each, date))
  return (cover ?? holder)?.name
}

interface Moment extends PolicyVersion {
  readonly date: LocalDate
  readonly now: Instant
  readonly signedBy: string | undefined
}

const planOne = async (
  academy: string,
  order: LetterOrder,
  pupil: Pupil,
  to: Addressee,
  moment: Moment,
  ports: PlanPorts,
): Promise<Result<string>> => {
  const id = letterId(order, to.contactId)
  const known = await ports.stores.letter(academy, id)
  if (known === undefined) {
    const { forename, surname, preferredName } = pupil
    const reference = letterReference(academy, id)
    const { policy, date, now } = moment
    const made = letterPage(academy, policy, { order, to, date, now, token: ports.freshToken() })
    const written = writeLetter(policy, {
      order,
      pupil: { forename, surname, ...(preferredName === undefined ? {} : { preferredName }) },
      to,
      date,
      reference,
      ...(made === undefined ? {} : { page: made.page }),
      ...(moment.signedBy === undefined ? {} : { signedBy: moment.signedBy }),
    })
    if (!written.ok) return written
    const text = JSON.stringify(written.value)
    const letter: Letter = {
      id,
      version: 1,
      kind: order.kind,
      cycle: order.cycle,
      pupil: order.pupil,
      contactId: to.contactId,
      date: moment.date,
      state: 'planned',
      policy: moment.version,
      reference,
      document: shortHash(text),
      ...(order.meeting?.id === undefined ? {} : { meeting: order.meeting.id }),
    }
    await made?.keep(ports.stores)
    await ports.letters.put(documentPath(academy, letter), text, 'application/json')
    await ports.stores.planLetter(academy, letter, {
      at: moment.now,
      by: 'system',
      kind: 'letter-planned',
      pupils: [order.pupil],
      rule: LETTER_RULE,
      clause: LETTER_CLAUSE,
      policy: moment.version,
      detail: { letter: id, letter_kind: order.kind, contact: to.contactId, ...order.figures },
    })
  }
  if (known === undefined || known.state === 'planned') await ports.work.send([{ do: 'print', academy, letter: id }])
  return ok(id)
}

/**
 * Plans the letters of one order. Refused: `on-hold` while nothing automatic may be said about the child (a task tells the named person),
 * `not-on-roll` when the pupil is not known, or what `writeLetter` refuses about the order itself.
 */
export const planLetters = async (
  academy: string,
  order: LetterOrder,
  ports: PlanPorts,
): Promise<Result<PlannedLetters>> => {
  const now = ports.now()
  const { stores } = ports
  const { version, date } = await policyAt(stores, academy, now)
  const [pupils, { holds, covers }, staff] = await Promise.all([
    stores.roll.pupils(academy, [order.pupil], true),
    stores.open(academy),
    stores.roll.staff(academy),
  ])
  const pupil = pupils[order.pupil]
  if (pupil === undefined) return refused('not-on-roll', 'The pupil is not on the roll.', 'Order no letter.')
  const moment: Moment = {
    ...version,
    date,
    now,
    signedBy: signatory(staffWithCover(staff, covers), version.policy.letters.signatory.role, date),
  }
  const task = (id: string, why: string) =>
    raiseLetterTask(stores, academy, { id, pupil: order.pupil, why }, { ...version, now })
  if (holds.some((hold) => hold.pupil === order.pupil)) {
    await task(
      letterId(order, 'hold'),
      'A letter is due about a child on hold. Decide whether and how the family is told.',
    )
    return refused('on-hold', 'The child is on hold.', 'The letter may be ordered again when the hold has ended.')
  }
  const { to, unposted } = letterRecipients(pupil, date)
  const letters: string[] = []
  const unwritten: { contactId: string; because: 'unwritten' }[] = []
  for (const addressee of to) {
    const planned = await planOne(academy, order, pupil, addressee, moment, ports)
    if (planned.ok) letters.push(planned.value)
    else if (planned.refusal.code === 'letter-address') {
      await task(letterId(order, addressee.contactId), `${planned.refusal.why} ${planned.refusal.remedy}`)
      unwritten.push({ contactId: addressee.contactId, because: 'unwritten' })
    } else return planned
  }
  for (const { contactId, because } of unposted) await task(letterId(order, contactId), WHY[because])
  if (to.length + unposted.length === 0)
    await task(
      letterId(order, 'nobody'),
      'A letter is due, and no contact of the child is a parent who may have it. Look into the contacts.',
    )
  return ok({ letters, unposted: [...unposted, ...unwritten] })
}

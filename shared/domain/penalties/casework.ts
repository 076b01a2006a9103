/**
 * What was done with the family before a referral, as the authority reads it: panels with who was asked and who came, texts and letters with their
 * dates, requests for leave with the decision and its reason, and help offered with the answers.
 * Source: the attendance policy, Legal Action: everything has been done to try and resolve the matter, and the parent was made aware in the period.
 */
import type { AbsenceCard, TextRecord } from '../absence.ts'
import type { AttendCase, PanelMeeting } from '../attend/attend-case.ts'
import type { LeaveRequest } from '../attend/leave.ts'
import type { SupportRecord } from '../attend/support.ts'
import type { Letter } from '../letters/stored.ts'
import { type LocalDate, localDate, localTime, type Zone } from '../time.ts'

export interface ReferredMeeting {
  readonly date: LocalDate
  readonly time: string
  readonly place: string
  readonly state: PanelMeeting['state']
  /** How the family was told, and who was written to on which day. */
  readonly told: PanelMeeting['tell']
  readonly arrangedOn: LocalDate
  readonly invited: readonly { readonly name: string; readonly on: LocalDate | null }[]
  readonly came: readonly string[]
  readonly minutes: string | null
  readonly pupilSaid: string | null
  readonly parentsSaid: string | null
  readonly dutyExplained: boolean | null
  /** Why it was moved or cancelled. */
  readonly because: string | null
}

export interface AgreedAction {
  readonly words: string
  readonly agreedOn: LocalDate
  readonly due: LocalDate
  readonly state: 'open' | 'done' | 'dropped'
}

export interface ReferredText {
  readonly date: LocalDate
  readonly time: string
  readonly kind: string
  readonly to: string
  readonly state: string
}

export interface ReferredLeave {
  readonly askedOn: LocalDate
  readonly askedBy: string
  readonly from: LocalDate
  readonly until: LocalDate
  readonly purpose: string
  readonly words: string
  readonly state: string
  readonly decidedOn: LocalDate | null
  readonly because: string | null
  readonly granted: { readonly from: LocalDate; readonly until: LocalDate } | null
}

export interface ReferredSupport {
  readonly kind: 'offer' | 'request' | 'return'
  readonly on: LocalDate
  readonly words: string
  readonly agency: string | null
  readonly answer: string | null
  readonly answerWords: string | null
  readonly answeredOn: LocalDate | null
}

export interface Casework {
  readonly meetings: readonly ReferredMeeting[]
  readonly actions: readonly AgreedAction[]
  readonly texts: readonly ReferredText[]
  readonly leave: readonly ReferredLeave[]
  readonly offers: readonly ReferredSupport[]
}

/** What the record has, newest or oldest first: the order of the pack is its own. */
export interface CaseworkFacts {
  readonly cases: readonly AttendCase[]
  readonly letters: readonly Letter[]
  /** Cards of the time of the sessions, each text in the state that its owner's card has. */
  readonly cards: readonly AbsenceCard[]
  readonly leave: readonly LeaveRequest[]
  readonly support: readonly SupportRecord[]
  /** Nothing of the time before it: a year is what an authority asks for. */
  readonly since: LocalDate
  readonly zone: Zone
  /** Who a contact is; somebody who is no parent in law is not named to an authority. */
  nameOf(contactId: string): string
}

const inOrder =
  <T>(place: (one: T) => string) =>
  (one: T, other: T): number =>
    place(one) < place(other) ? -1 : 1

const meetingsOf = ({ cases, letters, since, zone, nameOf }: CaseworkFacts): readonly ReferredMeeting[] =>
  cases
    .flatMap(({ meetings }) => meetings)
    .filter(({ date }) => date >= since)
    .toSorted(inOrder(({ date, time, id }) => `${date} ${time} ${id}`))
    .map(({ id, date, time, place, state, tell, arrangedOn, held, ended }) => ({
      date,
      time,
      place,
      state,
      told: tell,
      arrangedOn,
      invited: letters
        .filter(({ meeting }) => meeting === id)
        .toSorted(inOrder((letter) => `${nameOf(letter.contactId)} ${letter.id}`))
        .map(({ contactId, sent }) => ({
          name: nameOf(contactId),
          on: sent === undefined ? null : localDate(sent.at, zone),
        })),
      came: (held?.came ?? []).map(nameOf),
      minutes: held?.minutes ?? null,
      pupilSaid: held?.pupilSaid ?? null,
      parentsSaid: held?.parentsSaid ?? null,
      dutyExplained: held?.dutyExplained ?? null,
      because: ended?.because ?? null,
    }))

const actionsOf = ({ cases, since }: CaseworkFacts): readonly AgreedAction[] =>
  cases
    .flatMap(({ actions }) => actions)
    .filter(({ agreedOn }) => agreedOn >= since)
    .toSorted(inOrder(({ agreedOn, id }) => `${agreedOn} ${id}`))
    .map(({ words, agreedOn, due, state }) => ({ words, agreedOn, due, state }))

/** Texts to staff are no texts to the family. */
const isToFamily = ({ kind }: TextRecord): boolean => kind !== 'page'

const textsOf = ({ cards, zone, nameOf }: CaseworkFacts): readonly ReferredText[] =>
  cards
    .flatMap(({ texts }) => Object.values(texts))
    .filter(isToFamily)
    .toSorted(inOrder(({ at, contactId, kind }) => `${at} ${contactId} ${kind}`))
    .map(({ at, kind, state, contactId }) => ({
      date: localDate(at, zone),
      time: localTime(at, zone),
      kind,
      to: nameOf(contactId),
      state,
    }))

const leaveOf = ({ leave, since, zone, nameOf }: CaseworkFacts): readonly ReferredLeave[] =>
  leave
    .filter(({ until }) => until >= since)
    .toSorted(inOrder(({ askedOn, id }) => `${askedOn} ${id}`))
    .map(({ askedOn, askedBy, from, until, purpose, words, state, decision }) => ({
      askedOn,
      askedBy: nameOf(askedBy),
      from,
      until,
      purpose,
      words,
      state,
      decidedOn: decision === undefined ? null : localDate(decision.at, zone),
      because: decision?.because ?? null,
      granted: decision?.days ?? null,
    }))

const offersOf = ({ support, since }: CaseworkFacts): readonly ReferredSupport[] =>
  support
    .filter(({ on }) => on >= since)
    .toSorted(inOrder(({ on, id }) => `${on} ${id}`))
    .flatMap((record) => {
      const { is: kind, on, words, answered } = record
      if (kind === 'conference') return []
      return [
        {
          kind,
          on,
          words,
          agency: record.is === 'request' ? record.agency : null,
          answer: answered?.answer ?? null,
          answerWords: answered?.words ?? null,
          answeredOn: answered?.on ?? null,
        },
      ]
    })

export const caseworkOf = (facts: CaseworkFacts): Casework => ({
  meetings: meetingsOf(facts),
  actions: actionsOf(facts),
  texts: textsOf(facts),
  leave: leaveOf(facts),
  offers: offersOf(facts),
})

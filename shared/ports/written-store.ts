import type { Instant, LocalDate } from '../domain/time.ts'

/** A request of staff to send a text: which text it became. Holds none of its words. */
export interface WrittenText {
  /** Names the text: the step it is claimed under. */
  readonly step: string
  /** The day on whose card it is claimed. */
  readonly date: LocalDate
  readonly at: Instant
  /** Names what was asked for, so that another request under the same key is noticed. */
  readonly asked: string
}

/** Requests to write to a family, so that one that is made twice becomes one text. */
export interface WrittenStore {
  /** The text that stands under a request: this one, unless one of `since` or later stands there already; ever, when not given. */
  firstWritten(academy: string, request: string, text: WrittenText, since?: Instant): Promise<WrittenText>
  writtenUnder(academy: string, request: string): Promise<WrittenText | undefined>
}

/** What a decision or a use case gives back: the value, or a named refusal that says why and what to do. */
export type Result<T, R = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R }

/** A refusal a person can act on. `code` is stable, for programs; the sentences are for people and hold no personal data. */
export interface Refusal {
  readonly code: string
  readonly why: string
  readonly remedy: string
  /** The field or pupil the refusal is about. */
  readonly at?: string
}

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })
export const refused = (code: string, why: string, remedy: string, at?: string): Result<never> => ({
  ok: false,
  refusal: { code, why, remedy, ...(at === undefined ? {} : { at }) },
})

/** What a handler is asked over HTTP and what it answers, without a word about the gateway in between. */

export interface HttpRequest {
  readonly route: string
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  /** The verified claims of the token; empty on a route without authorizer. */
  readonly claims: Readonly<Record<string, unknown>>
}

export interface HttpAnswer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** What says whether the answer has changed since somebody had it; the body when left out. */
  readonly comparedBy?: unknown
}

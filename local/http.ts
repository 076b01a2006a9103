/** Requests and answers inside the local stack, whether they came over a socket or from a script. */

export interface Request {
  readonly method: string
  /** With its query. */
  readonly path: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

export const jsonAnswer = (value: unknown, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
})

export const pageAnswer = (html: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: html,
})

/** Problem details (RFC 9457); `message` is what the HTTP API itself would say. */
export const problemAnswer = (
  status: number,
  code: string,
  title: string,
  remedy: string,
  extra: object = {},
): Answer => ({
  status,
  headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  body: JSON.stringify({
    type: `https://firstbell.example/problems/${code}`,
    status,
    code,
    title,
    remedy,
    message: title,
    ...extra,
  }),
})

/** Calls of the school's own API by somebody who works there, in-process. */
import { readProblem } from './problem.ts'
import type { LocalStack } from './stack.ts'

export interface Caller {
  readonly sub: string
  readonly groups: readonly string[]
}

export interface Called {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** Somebody of the academy's office who may also do what the lead may. */
export const officeOf = (academy: string): Caller => ({
  sub: 'office',
  groups: [`${academy}.office`, `${academy}.lead`],
})

/** Calls an address of the API. A text body goes as it is, as CSV; anything else as JSON. */
export const callSchool = async (
  stack: Pick<LocalStack, 'gateway' | 'tokens'>,
  caller: Caller,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Called> => {
  const token = await stack.tokens.sign({ sub: caller.sub, groups: [...caller.groups] })
  const csv = typeof body === 'string'
  const sent = body === undefined ? '' : csv ? body : JSON.stringify(body)
  const answer = await stack.gateway({
    method,
    path,
    headers: {
      authorization: `Bearer ${token}`,
      ...(sent === '' ? {} : { 'content-type': csv ? 'text/csv' : 'application/json' }),
      ...headers,
    },
    body: Buffer.from(sent),
  })
  const text = Buffer.from(answer.body).toString('utf8')
  const isJson = /json/.test(answer.headers['content-type'] ?? '')
  return { status: answer.status, headers: answer.headers, body: isJson && text !== '' ? JSON.parse(text) : text }
}

/** The same, for what must succeed. Throws the API's own reason when it refuses. */
export const mustCall = async (...call: Parameters<typeof callSchool>): Promise<unknown> => {
  const called = await callSchool(...call)
  if (called.status < 400) return called.body
  throw new Error(`${call[2]} ${call[3]} was refused (${called.status}): ${readProblem(called.body)}`)
}

/** The browser that pressed: what it holds, and whether it is the one. */

import type { HttpRequest } from '../../shared/platform/http.ts'
import { sameSecret } from '../../shared/platform/same-secret.ts'
import type { KeptLink } from '../../shared/ports/family-link-store.ts'

const NAME = 'firstbell-visit'

export const visitOf = ({ headers }: Pick<HttpRequest, 'headers'>): string =>
  (headers.cookie ?? '')
    .split(/;\s*/)
    .map((pair) => pair.split('='))
    .find(([name]) => name === NAME)?.[1] ?? ''

/** True in the one browser in which the link was pressed. */
export const isVisitor = (request: Pick<HttpRequest, 'headers'>, { visit }: KeptLink): boolean =>
  visit !== undefined && sameSecret(visitOf(request), visit)

/** Ends with the link. No script reads it, no other site sends it along, and no other link of the school does. */
export const visitCookie = (token: string, visit: string, seconds: number): string =>
  `${NAME}=${visit}; Path=/p/${token}; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Lax`

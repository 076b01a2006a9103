/** Tokens for the local API: signed with a key that this run made, in the shape of the pool's own. */
import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose'
import * as z from 'zod'
import type { Clock } from '../shared/ports/world.ts'

export const TokenRequest = z.strictObject({
  groups: z
    .array(
      z
        .string()
        .regex(
          /^[A-Za-z0-9._-]{1,64}$/,
          'a group has letters, digits, dots, hyphens and underscores, like springbank.office',
        ),
    )
    .max(50),
  sub: z.string().min(1).max(64).describe('Who: a staff id.'),
  email: z.email().optional(),
})

export interface Tokens {
  /** A token good for twelve hours of the turned clock. */
  sign(request: z.infer<typeof TokenRequest>): Promise<string>
  /** The claims of a good token; `undefined` for any other. */
  verify(token: string): Promise<Readonly<Record<string, unknown>> | undefined>
}

const HOURS = 12

/** Throws nothing for a bad token: that is an answer. */
export const localTokens = async (issuer: string, audience: string, clock: Clock): Promise<Tokens> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const { kty } = await exportJWK(publicKey)
  const seconds = () => Math.floor(Date.parse(clock.now()) / 1000)
  return {
    sign: ({ groups, sub, email }) =>
      new SignJWT({ 'cognito:groups': groups, 'cognito:username': sub, token_use: 'id', ...(email ? { email } : {}) })
        .setProtectedHeader({ alg: 'RS256', kid: `local-${kty}` })
        .setSubject(sub)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(seconds())
        .setExpirationTime(seconds() + HOURS * 3600)
        .sign(privateKey),
    async verify(token) {
      try {
        const currentDate = new Date(clock.now())
        const { payload } = await jwtVerify(token, publicKey, { issuer, audience, currentDate, algorithms: ['RS256'] })
        return payload
      } catch {
        return undefined
      }
    },
  }
}

/** Claims as the HTTP API hands them on: text only, a list in brackets with spaces between. */
export const gatewayClaims = (claims: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  )

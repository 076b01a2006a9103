/** What a token says of the person it was made for. It is read to show the right pages; whether it is genuine is the API's to judge. */
import * as z from 'zod'

const Claims = z.object({
  sub: z.string(),
  'custom:staff_id': z.string().optional(),
  'cognito:groups': z.array(z.string()).default([]),
})

export interface Person {
  /** The staff id. */
  readonly sub: string
  readonly groups: readonly string[]
}

export const tokenIn = (token: string): Person | undefined => {
  try {
    const [, payload = ''] = token.split('.')
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    )
    const claims = Claims.parse(JSON.parse(new TextDecoder().decode(bytes)))
    return { sub: claims['custom:staff_id'] ?? claims.sub, groups: claims['cognito:groups'] }
  } catch {
    return undefined
  }
}

/** Groups of the Trust or of an authority. */
export const outsideOf = (groups: readonly string[]): readonly string[] =>
  groups.filter((group) => /^(trust|la\.\d{3})\./.test(group))

/** The academies where a person has a role, each with what they are there; in the order of the academies. */
export const placesOf = ({ groups }: Person): readonly { readonly academy: string; readonly group: string }[] => {
  const own = groups.flatMap((group) => {
    const [academy = '', role] = group.split('.')
    return role === undefined || academy === 'trust' || academy === 'la' ? [] : [{ academy, group }]
  })
  return [...Map.groupBy(own, ({ academy }) => academy).values()]
    .flatMap(([first]) => (first ? [first] : []))
    .toSorted((one, other) => (one.academy < other.academy ? -1 : 1))
}

/** Signing in on one machine: be anybody the made-up schools have. */
import * as z from 'zod'
import { type Failure, LOST, OLDER, unreached } from './failure.ts'
import { outsideOf } from './id-token.ts'
import { roleWord } from './role-words.ts'
import { signIn } from './sign-in-state.ts'

const People = z.array(
  z.object({
    academy: z.string(),
    name: z.string(),
    people: z.array(z.object({ sub: z.string(), group: z.string(), classes: z.array(z.string()) })),
  }),
)
export type LocalAcademy = z.output<typeof People>[number]
export type LocalPerson = LocalAcademy['people'][number]

/** A person by their role, and a teacher by their classes. */
export const roleOf = ({ group, classes }: LocalPerson): string => {
  const word = roleWord(group)
  return classes.length === 0 ? word : `${word} of ${classes.join(', ')}`
}

/** After this much silence it is asked for again. */
const MOST_MS = 20_000

const heard = async <S extends z.ZodType>(schema: S, path: string, init?: RequestInit) => {
  const answer = await fetch(path, { ...init, signal: AbortSignal.timeout(MOST_MS) }).catch(unreached)
  if (!(answer instanceof Response)) return { failure: answer }
  if (!answer.ok) return { failure: LOST }
  const parsed = schema.safeParse(await answer.json())
  return parsed.success ? { value: parsed.data } : { failure: OLDER }
}

export const localAcademies = () => heard(People, '/local/people')

/** Nothing signs anybody in by itself. */
const NOT_SIGNED_IN: Failure = { ...LOST, remedy: 'You are not signed in yet. Check the Wi-Fi, then press again.' }

/** Signs in as one of the people, or says why not. */
export const signInAs = async (academy: string, person: LocalPerson): Promise<Failure | undefined> => {
  const body = JSON.stringify({ groups: [person.group], sub: person.sub })
  const token = await heard(z.object({ token: z.string() }), '/local/token', { method: 'POST', body })
  if (!('value' in token)) return NOT_SIGNED_IN
  const outside = outsideOf([person.group])
  // The Trust's attendance lead may do in each school what its own lead may; an operator and an officer have no school.
  const place = outside.length > 0 && person.group !== 'trust.attendance' ? '' : academy
  const who = { token: token.value.token, academy: place, sub: person.sub, as: roleOf(person) }
  signIn({ ...who, ...(outside.length > 0 ? { outside: [...outside] } : {}) })
  return undefined
}

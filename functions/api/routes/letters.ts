import type * as z from 'zod'
import type { LinkAnswer } from '../../../events/api/lead.ts'
import { TermlyBody } from '../../../events/api/letters.ts'
import { BecauseBody } from '../../../events/api/office.ts'
import { pathId } from '../../../events/values.ts'
import { batchPath, copyPath, type Letter, printPath } from '../../../shared/domain/letters/stored.ts'
import type { Result } from '../../../shared/domain/result.ts'
import { problem } from '../../../shared/platform/http.ts'
import type { Role } from '../call.ts'
import { answer, type Call, OFFICE, type Route, refusalAnswer, resultAnswer, route } from '../call.ts'
import { pageOf, readCursor } from '../page.ts'
import { fullName, type Ids, readPupils } from '../show.ts'
import { findLetter, findLetters } from '../use-cases/letters/find-letters.ts'
import { orderLetters } from '../use-cases/letters/order-letters.ts'
import { holdLetter, letterCameBack, markPreviewed, releaseLetter } from '../use-cases/letters/settle-letter.ts'

/** Who may let a letter go. */
const RELEASERS: readonly Role[] = ['lead', 'head']

const show = (letter: Letter, ids: Ids) => {
  const { id, kind, cycle, reference, contactId: contact, date, state, previewed, released, sent, why } = letter
  const optional = { previewed, released, sent, why }
  return {
    id,
    kind,
    cycle,
    reference,
    pupil: ids([letter.pupil])[0],
    contact,
    date,
    state,
    pages: letter.print?.pages ?? null,
    sha256: letter.print?.sha256 ?? null,
    ...optional,
  }
}

/** In the order of their dates. */
const placeOf = (letter: Letter): string => `${letter.date} ${letter.id}`

const list = route({ roles: OFFICE, path: { academy: pathId } }, async (call) => {
  const after = readCursor(call)
  if (!after.ok) return refusalAnswer(after.refusal)
  const found = await findLetters(call)
  if (!found.ok) return refusalAnswer(found.refusal)
  const asked = call.request.query.pupil
  const key = asked === undefined ? undefined : await call.stores.roll.keyOf(call.academy, asked)
  const wanted = found.value.filter(({ pupil }) => asked === undefined || pupil === key)
  const inOrder = wanted.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
  const { items, next } = pageOf(call, inOrder, placeOf, after.value)
  const { pupils, ids } = await readPupils(
    call,
    items.map(({ pupil }) => pupil),
  )
  const named = (letter: Letter) => {
    const pupil = pupils[letter.pupil]
    const contact = pupil?.contacts.find(({ contactId }) => contactId === letter.contactId)
    return { ...show(letter, ids), name: pupil ? fullName(pupil) : null, to: contact?.name ?? null }
  }
  return answer(200, { letters: items.map(named), next: next ?? null })
})

const letterPath = { academy: pathId, letter: pathId }

/** The print as it is kept, the same bytes whenever it is asked for; of one with a code for the parent, the copy that was kept with it. */
const pdf = route({ roles: OFFICE, path: letterPath }, async (call, at) => {
  const found = await findLetter(call, at.letter)
  if (!found.ok) return refusalAnswer(found.refusal)
  if (found.value.print === undefined)
    return problem({
      status: 404,
      code: 'not-printed',
      title: 'The letter has no print.',
      remedy: found.value.state === 'planned' ? 'Wait a moment and ask again.' : 'The list says why it was refused.',
    })
  const seen = call.roles.some((role) => RELEASERS.includes(role)) ? await markPreviewed(call, found.value) : found
  if (!seen.ok) return refusalAnswer(seen.refusal)
  const { sha256, copy } = found.value.print
  const [path, name] = copy
    ? [copyPath(call.academy, at.letter, sha256), `${found.value.reference}-copy.pdf`]
    : [printPath(call.academy, at.letter, sha256), `${found.value.reference}.pdf`]
  const files = call.world.files(call.env.LETTERS_BUCKET)
  const address = await files.downloadAddress(path, { name, contentType: 'application/pdf' })
  // A page cannot follow a redirect to another house with its token: it asks for the link instead.
  return call.request.query.as === 'link'
    ? answer(200, { address } satisfies z.input<typeof LinkAnswer>)
    : answer(303, undefined, { location: address })
})

const settled = (
  roles: readonly Role[],
  settle: (call: Call, letter: Letter, because: string) => Promise<Result<Letter>>,
): Route =>
  route({ roles, path: letterPath, body: BecauseBody }, async (call, at, { because }) => {
    const found = await findLetter(call, at.letter)
    if (!found.ok) return refusalAnswer(found.refusal)
    const done = await settle(call, found.value, because)
    if (!done.ok) return refusalAnswer(done.refusal)
    const { ids } = await readPupils(call, [done.value.pupil])
    return answer(200, show(done.value, ids))
  })

const order = route(
  { roles: ['office', 'lead', 'head'], path: { academy: pathId }, body: TermlyBody },
  async (call, _at, body) => resultAnswer(await orderLetters(call, body), 202),
)

const makeBatch = route({ roles: OFFICE, path: { academy: pathId } }, async (call) => {
  if (call.policy.letters.post === 'notify' && call.policy.live)
    return problem({
      status: 422,
      code: 'posted-by-notify',
      title: 'GOV.UK Notify posts the letters of this school.',
      remedy: 'Release letters; they go by themselves.',
    })
  const id = call.world.ids.fresh()
  const work = { do: 'batch', academy: call.academy, batch: id, by: call.caller.sub }
  await call.world.queue(call.env.LETTERS_QUEUE_URL).send([work])
  const location = `/academies/${call.academy}/letters/batches/${id}`
  return answer(202, { id, state: 'waiting', at: location }, { location })
})

/** The list is made last: without it the batch is not done. */
const getBatch = route({ roles: OFFICE, path: { academy: pathId, batch: pathId } }, async (call, at) => {
  const files = call.world.files(call.env.LETTERS_BUCKET)
  const path = (part: 'letters.pdf' | 'manifest.csv') => batchPath(call.academy, at.batch, part)
  const manifest = await files.get(path('manifest.csv'))
  if (manifest === undefined) return answer(200, { id: at.batch, state: 'waiting' })
  const letters = Buffer.from(manifest).toString('utf8').trimEnd().split('\r\n').length - 1
  const link = (part: 'letters.pdf' | 'manifest.csv', contentType: string) =>
    files.downloadAddress(path(part), { name: `${at.batch}-${part}`, contentType })
  return answer(200, {
    id: at.batch,
    state: 'done',
    letters,
    manifest: await link('manifest.csv', 'text/csv'),
    ...(letters === 0 ? {} : { pdf: await link('letters.pdf', 'application/pdf') }),
  })
})

export const letterRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/letters': list,
  'POST /academies/{academy}/letters/orders': order,
  'GET /academies/{academy}/letters/{letter}/pdf': pdf,
  'POST /academies/{academy}/letters/{letter}/release': settled(RELEASERS, releaseLetter),
  'POST /academies/{academy}/letters/{letter}/hold': settled(OFFICE, holdLetter),
  'POST /academies/{academy}/letters/{letter}/returned': settled(OFFICE, letterCameBack),
  'POST /academies/{academy}/letters/batches': makeBatch,
  'GET /academies/{academy}/letters/batches/{batch}': getBatch,
}

/** Cover for a colleague who is away: named, listed and ended, each in the record with who and why. */
import type * as z from 'zod'
import type { CoverBody, CoversAnswer } from '../../../events/api/cover.ts'
import { rolesIn } from '../../../shared/api/guard.ts'
import {
  againstCover,
  alreadySaid,
  COVERED_ROLES,
  type Cover,
  mayNameCover,
  mayNameThis,
} from '../../../shared/domain/cover.ts'
import { inForce, type StaffMember } from '../../../shared/domain/people.ts'
import { ok, type Result, refused } from '../../../shared/domain/result.ts'
import type { Call } from '../call.ts'

const shown = (staff: readonly StaffMember[], id: string) => {
  const found = staff.find(({ staffId }) => staffId === id)
  return { id, name: found?.name ?? id, role: found?.role ?? '' }
}

const ownersOf = (call: Call, staff: readonly StaffMember[]): readonly StaffMember[] =>
  staff.filter(
    (member) =>
      member.coversFor === undefined &&
      COVERED_ROLES.some((role) => role === member.role) &&
      (member.until === undefined || member.until >= call.date),
  )

export const showCovers = async (call: Call): Promise<z.input<typeof CoversAnswer>> => {
  const [staff, covers] = await Promise.all([call.stores.roll.staff(call.academy), call.stores.covers(call.academy)])
  const colleagues = ownersOf(call, staff).toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
  const may = (id: string): boolean =>
    staff.some((member) => member.staffId === id && mayNameCover(call.roles, call.caller.sub, member))
  const named = (members: readonly StaffMember[]) => members.map(({ staffId }) => shown(staff, staffId))
  return {
    covers: covers
      .filter(({ until }) => until >= call.date)
      .toSorted((one, other) => (one.from < other.from ? -1 : 1))
      .map(({ of, by, setBy, ...rest }) => ({
        ...rest,
        of: shown(staff, of),
        by: shown(staff, by),
        setBy: shown(staff, setBy),
        mayEnd: may(of),
      })),
    mayCover: named(colleagues.filter((member) => inForce(member, call.date))),
    mayBeCovered: named(colleagues.filter(({ staffId }) => may(staffId))),
  }
}

const NOT_YOURS = refused('not-yours', 'You may not say who covers for them.', 'Ask the Head.')

const detailOf = ({ id, of, by, from, until, because }: Cover) => ({
  cover: id,
  of,
  covered_by: by,
  from,
  until,
  because,
})

const TRIES = 8

/** Asked anew for as long as others are named at the same instant: of two that cannot both stand, the second hears of the first. */
export const nameCover = async (call: Call, body: z.output<typeof CoverBody>): Promise<Result<Cover>> => {
  const staff = await call.stores.roll.staff(call.academy)
  const away = staff.find(({ staffId }) => staffId === body.of)
  const namer = { sub: call.caller.sub, own: rolesIn(call.caller, call.academy), roles: call.roles }
  const cover: Cover = { ...body, id: call.world.ids.fresh(), setBy: call.caller.sub, at: call.now }
  for (let tried = 0; tried < TRIES; tried++) {
    const { covers, named } = await call.stores.coversNow(call.academy)
    const said = alreadySaid(cover, covers)
    if (said) return ok(said)
    const against = againstCover(body, staff, covers, call.date)
    if (against) return { ok: false, refusal: against }
    if (away === undefined || !mayNameThis(namer, body, away, covers, call.date)) return NOT_YOURS
    const act = call.act('cover-named', { detail: detailOf(cover) })
    if ((await call.stores.putCover(call.academy, cover, named, act)) === 'put') return ok(cover)
  }
  throw new Error('Covers were being named by others at every try')
}

export const endCover = async (call: Call, id: string, because: string): Promise<Result<{ readonly id: string }>> => {
  const [staff, { covers }] = await Promise.all([call.stores.roll.staff(call.academy), call.stores.open(call.academy)])
  const cover = covers.find((each) => each.id === id)
  const gone = refused('not-found', 'There is no such cover any more.', 'Look at the list again.', 'cover')
  if (cover === undefined) return gone
  const away = staff.find(({ staffId }) => staffId === cover.of)
  if (away && !mayNameCover(call.roles, call.caller.sub, away)) return NOT_YOURS
  const act = call.act('cover-ended', { detail: { ...detailOf(cover), because } })
  return (await call.stores.endCover(call.academy, id, act)) === 'ended' ? ok({ id }) : gone
}

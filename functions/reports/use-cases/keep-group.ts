/** A school makes, changes and ends groups of its own. Each keeps its history: a group that has ended is still there, marked so. */
import type { GroupContent } from '../../../events/api/groups.ts'
import type { OwnGroup } from '../../../shared/domain/figures/own-group.ts'
import type { PupilKey } from '../../../shared/domain/people.ts'
import { ok, type Result, refused } from '../../../shared/domain/result.ts'
import type { Call } from '../call.ts'

/** More than these nobody reads on one page. */
const MOST_GROUPS = 60

const STALE = refused('stale', 'Somebody changed the group meanwhile.', 'Read it again and repeat your change.')
const NOT_FOUND = refused('not-found', 'There is no such group.', 'List the groups to see which there are.', 'group')

/** The keys of pupils on the roll, or which id is of nobody. */
const keysOf = async (call: Call, ids: readonly string[]): Promise<Result<readonly PupilKey[]>> => {
  const found = await Promise.all(
    [...new Set(ids)].map(async (id) => [id, await call.stores.roll.keyOf(call.academy, id)] as const),
  )
  const stranger = found.find(([, key]) => key === undefined)
  return stranger
    ? refused('not-found', `${stranger[0]} is on no roll of this school.`, 'Name pupils of the roll.', 'pupils')
    : ok(found.flatMap(([, key]) => key ?? []).toSorted())
}

const nameIsFree = (groups: readonly OwnGroup[], name: string, id?: string): boolean =>
  !groups.some((group) => group.id !== id && group.name.toLowerCase() === name.toLowerCase())

const TAKEN = refused('already', 'There is a group of that name.', 'Change that group, or choose another name.', 'name')

const save = async (
  call: Call,
  group: OwnGroup,
  was: OwnGroup | undefined,
  kind: string,
): Promise<Result<OwnGroup>> => {
  const before = was?.pupils ?? []
  const now = group.ended ? [] : group.pupils
  // In the history of those who came into it or left it, and of nobody else.
  const pupils = [...before.filter((key) => !now.includes(key)), ...now.filter((key) => !before.includes(key))]
  const { id, name, rule, ended } = group
  const detail = { group: id, name, rule, ...(ended ? { because: ended.because } : {}) }
  const saved = await call.stores.saveGroup(call.academy, group, call.act(kind, { pupils, detail }))
  return saved === 'saved' ? ok({ ...group, version: group.version + 1 }) : STALE
}

export const makeGroup = async (call: Call, body: GroupContent): Promise<Result<OwnGroup>> => {
  const groups = await call.stores.groups(call.academy)
  if (!nameIsFree(groups, body.name)) return TAKEN
  if (groups.length >= MOST_GROUPS)
    return refused('too-many', `The school has ${MOST_GROUPS} groups.`, 'End one that is no longer used.')
  const keys = await keysOf(call, body.pupils)
  if (!keys.ok) return keys
  const group = { id: call.world.ids.fresh(), version: 0, name: body.name, pupils: keys.value, rule: body.rule }
  return save(call, group, undefined, 'group-made')
}

/** A group as it may still be changed. */
const liveGroup = async (call: Call, id: string): Promise<Result<OwnGroup>> => {
  const group = await call.stores.group(call.academy, id)
  return group === undefined || group.ended ? NOT_FOUND : ok(group)
}

export const changeGroup = async (
  call: Call,
  id: string,
  body: GroupContent & { readonly version: number },
): Promise<Result<OwnGroup>> => {
  const was = await liveGroup(call, id)
  if (!was.ok) return was
  if (was.value.version !== body.version) return STALE
  if (!nameIsFree(await call.stores.groups(call.academy), body.name, id)) return TAKEN
  const keys = await keysOf(call, body.pupils)
  if (!keys.ok) return keys
  // Nobody can name pupils who are on the roll no more, so nobody takes them out by leaving them unnamed.
  const onRoll = await call.stores.roll.pupils(call.academy, was.value.pupils)
  const gone = was.value.pupils.filter((key) => onRoll[key] === undefined)
  const pupils = [...new Set([...keys.value, ...gone])].toSorted()
  return save(call, { ...was.value, name: body.name, rule: body.rule, pupils }, was.value, 'group-changed')
}

export const endGroup = async (call: Call, id: string, because: string): Promise<Result<OwnGroup>> => {
  const was = await liveGroup(call, id)
  if (!was.ok) return was
  const ended = { by: call.caller.sub, at: call.now, because }
  return save(call, { ...was.value, ended }, was.value, 'group-ended')
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isObject, type Json, type JsonObject, leaves, valueAt } from './json.ts'
import { lookAtPolicies, policyVersion } from './load.ts'
import { mergePolicy } from './merge.ts'
import { PolicySchema } from './policy.ts'
import { problemsWith, SHIPPED } from './test-support/folder.ts'

const name = fc.constantFrom('brake', 'day', 'texts', 'pages', 'ends', 'to')
const { group } = fc.letrec<{ value: Json; group: JsonObject }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('09:15', 'lead', 4, 25, true, false),
    fc.array(fc.constantFrom('lead', 'head')),
    tie('group'),
  ),
  group: fc.dictionary(name, tie('value')),
}))

test('an academy’s own value is never lost in the merge, and the trust’s stands wherever the academy is silent', () => {
  fc.assert(
    fc.property(group, group, (trust, own) => {
      const { merged } = mergePolicy(trust, own, [], 'own.json')
      for (const [path, value] of leaves(own)) {
        if (isObject(value)) continue
        expect(valueAt(merged, path)).toEqual(value)
      }
      for (const [path, value] of leaves(trust)) {
        const above = path.split('.').map((_part, index, parts) => parts.slice(0, index + 1).join('.'))
        const isOverridden = above.some((each) => {
          const mine = valueAt(own, each)
          return mine !== undefined && !isObject(mine)
        })
        if (!isOverridden && !isObject(value) && valueAt(own, path) === undefined)
          expect(valueAt(merged, path)).toEqual(value)
      }
    }),
  )
})

test('what the trust has locked is refused in whatever way an academy says it', () => {
  fc.assert(
    fc.property(group, group, fc.nat(), (trust, own, pick) => {
      const paths = leaves(trust).map(([path]) => path)
      const lock = paths[pick % Math.max(paths.length, 1)]
      if (lock === undefined || lock === '') return
      const { merged, problems } = mergePolicy(trust, own, [lock], 'own.json')
      if (problems.length === 0) expect(valueAt(merged, lock)).toEqual(valueAt(trust, lock))
      else expect(problems[0]).toMatchObject({ file: 'own.json', what: expect.stringMatching(/locked by trust.json/) })
    }),
  )
})

test.each(['zone', 'guard.refuseAfterMinutes', 'brake.pages', 'replies.dangerWords'])(
  'the shipped trust locks %s for its academies',
  (path) => {
    const own = path.split('.').reduceRight<unknown>((inner, part) => ({ [part]: inner }), 'anything')
    const problems = problemsWith('hilltop.json', (file) => {
      file.policy = { ...file.policy, ...(own as object) }
    })
    expect(problems).toContainEqual({
      file: 'hilltop.json',
      field: path,
      what: expect.stringMatching(/locked by trust.json/),
      remedy: expect.stringMatching(/ask the Trust/),
    })
  },
)

test('lists replace whole', () => {
  const { merged } = mergePolicy(
    { calls: { doers: ['office', 'lead'], dueInMinutes: 60 } },
    { calls: { doers: ['head'] } },
    [],
    'own.json',
  )
  expect(merged).toEqual({ calls: { doers: ['head'], dueInMinutes: 60 } })
})

test('a lock that names nothing is refused: it would lock nothing', () => {
  const problems = problemsWith('trust.json', (file) => {
    file.locked.push('brake.page')
  })
  expect(problems).toEqual([
    expect.objectContaining({ file: 'trust.json', field: 'locked', what: expect.stringMatching(/brake\.page,/) }),
  ])
})

const shuffled = (value: Json, order: number): Json => {
  if (Array.isArray(value)) return value.map((each) => shuffled(each, order))
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, shuffled(inner, order)] as const)
  const at = order % Math.max(entries.length, 1)
  return Object.fromEntries([...entries.slice(at), ...entries.slice(0, at)].toReversed())
}

test('the version of a policy does not depend on the order in which its values are written, and changes with any of them', () => {
  const loaded = lookAtPolicies(SHIPPED).policies.springbank
  if (!loaded) throw new Error('Springbank is not in order')
  const plain: Json = JSON.parse(JSON.stringify(loaded.policy))
  fc.assert(
    fc.property(fc.nat({ max: 50 }), (order) => {
      expect(policyVersion(PolicySchema.parse(shuffled(plain, order)))).toBe(loaded.version)
    }),
    { numRuns: 20 },
  )
  expect(policyVersion({ ...loaded.policy, cover: { days: 4 } })).not.toBe(loaded.version)
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { leaves, valueAt } from './json.ts'
import { loadPolicies, lookAtPolicies } from './load.ts'
import { DEPLOY_FIELDS } from './policy.ts'
import { sourceOf } from './sources.ts'
import { folderWith, problemsWith, SHIPPED } from './test-support/folder.ts'

const shipped = lookAtPolicies(SHIPPED)

test('every shipped policy is in order, and each has a version of its own', () => {
  expect(shipped.problems).toEqual([])
  expect(Object.keys(shipped.policies)).toEqual(['hilltop', 'springbank'])
  const versions = Object.values(shipped.policies).map(({ version }) => version)
  expect(new Set(versions).size).toBe(2)
  for (const version of versions) expect(version).toMatch(/^[0-9a-f]{12}$/)
})

test('every value of every policy says where it comes from', () => {
  for (const { policy } of Object.values(shipped.policies)) {
    const { sources, ...values } = policy
    for (const [path] of leaves(JSON.parse(JSON.stringify(values)))) expect(sourceOf(sources, path), path).toBeDefined()
  }
})

test('the two schools share no time, ladder or number, so nothing of one can be hard-wired', () => {
  const [hilltop, springbank] = Object.values(shipped.policies).map(({ policy }) => policy)
  expect(hilltop?.day).not.toEqual(springbank?.day)
  for (const [sweep, time] of Object.entries(hilltop?.sweeps ?? {})) {
    expect(Object.entries(springbank?.sweeps ?? {})).not.toContainEqual([sweep, time])
  }
  expect(hilltop?.ladder.map((step) => step.id)).not.toEqual(springbank?.ladder.map((step) => step.id))
  expect(hilltop?.texts.provider).not.toBe(springbank?.texts.provider)
})

test('the fields that only a deployment changes are fields of the policy', () => {
  const policy = JSON.parse(JSON.stringify(shipped.policies.springbank?.policy))
  for (const path of DEPLOY_FIELDS) expect(valueAt(policy, path), path).toBeDefined()
})

test('a trust with one policy out of order is not loaded at all, and says why', () => {
  const folder = folderWith({
    'hilltop.json': (file) => {
      file.policy.thresholds.warning = 101
    },
  })
  expect(() => loadPolicies(folder)).toThrow(
    'hilltop.json, thresholds.warning: is 101, more than 100. Give at most 100.',
  )
})

test.each([
  [
    '{\n  "policy": {\n    "name": "Hilltop",\n  }\n}',
    'is not in order at line 3, column 22: there is a comma too many before “}”.',
  ],
  ['{\n  "policy" {}\n}', 'is not in order at line 2, column 12: expected a colon after "policy" but found “{”.'],
  ['{"policy": {"cover": 1, "cover": 2}}', 'is not in order at line 1, column 25: "cover" is given twice.'],
  ['', 'is not in order at line 1, column 1: expected a value but found the end of the file.'],
])('a file that is not JSON is refused with its line and column: %j', (text, what) => {
  const folder = folderWith()
  writeFileSync(join(folder, 'hilltop.json'), text)
  const { problems, policies } = lookAtPolicies(folder)
  expect(problems).toEqual([
    { file: 'hilltop.json', field: '', what: expect.stringContaining(what), remedy: expect.any(String) },
  ])
  expect(Object.keys(policies)).toEqual(['springbank'])
})

test('settings outside "policy" are refused, not ignored', () => {
  const problems = problemsWith('springbank.json', (file) => {
    file.brake = { classShare: 20 }
  })
  expect(problems).toEqual([expect.objectContaining({ file: 'springbank.json', field: 'brake' })])
})

test('a problem of the trust is said once, of the trust’s file', () => {
  const problems = problemsWith('trust.json', (file) => {
    file.policy.brake.atLeast = 'four'
  })
  expect(problems).toEqual([expect.objectContaining({ file: 'trust.json', field: 'brake.atLeast' })])
})

test('a wording that the trust leaves out is named', () => {
  const problems = problemsWith('trust.json', (file) => {
    delete file.policy.wordings.correction
  })
  expect(problems).toContainEqual(expect.objectContaining({ field: 'wordings.correction', what: 'is missing.' }))
})

test('two academies may not send from one number', () => {
  const problems = problemsWith('hilltop.json', (file) => {
    file.policy.texts.number = '+447700900900'
  })
  expect(problems).toEqual([
    {
      file: 'springbank.json',
      field: 'texts.number',
      what: '+447700900900 is also the number of Hilltop School.',
      remedy: expect.stringMatching(/its own number/),
    },
  ])
})

test('a file is called what its academy is called', () => {
  const problems = problemsWith('springbank.json', (file) => {
    file.policy.academy = 'springfield'
  })
  expect(problems).toEqual([expect.objectContaining({ file: 'springbank.json', field: 'academy' })])
})

import { expect, test } from 'vitest'
import { mergeSources, sourceOf } from './sources.ts'
import { problemsWith } from './test-support/folder.ts'

test('a value without a source is refused, and so is a source of nothing', () => {
  const problems = problemsWith('springbank.json', (file) => {
    delete file.sources.ladder
    file.sources.laddder = { assumed: 'misspelt' }
  })
  expect(problems).toEqual([
    {
      file: 'springbank.json',
      field: 'ladder',
      what: 'does not say where it comes from.',
      remedy: expect.stringMatching(/Add "ladder" under "sources" in springbank.json/),
    },
    {
      file: 'springbank.json',
      field: 'sources.laddder',
      what: expect.stringMatching(/does not have/),
      remedy: expect.stringMatching(/Correct the path/),
    },
  ])
})

test('an academy cannot borrow the trust’s reason for a value of its own', () => {
  const problems = problemsWith('springbank.json', (file) => {
    file.policy.brake = { classShare: 20 }
  })
  expect(problems).toEqual([expect.objectContaining({ file: 'springbank.json', field: 'brake.classShare' })])
})

test('a source that is neither a clause nor assumed is refused', () => {
  const problems = problemsWith('springbank.json', (file) => {
    file.sources.ladder = { because: 'we always did' }
  })
  expect(problems).toEqual([
    expect.objectContaining({
      file: 'springbank.json',
      field: 'sources.ladder',
      remedy: expect.stringMatching(/"clause"/),
    }),
  ])
})

test('the nearest source speaks for a value, and the academy’s own before the trust’s', () => {
  const sources = mergeSources(
    { calls: { assumed: 'trust' }, 'day.ends': { assumed: 'trust' } },
    { day: { clause: 'The School Day' }, 'calls.doers': { clause: 'Registration' } },
  ) as Parameters<typeof sourceOf>[0]
  expect(sourceOf(sources, 'day.ends')).toEqual({ clause: 'The School Day' })
  expect(sourceOf(sources, 'calls.doers')).toEqual({ clause: 'Registration' })
  expect(sourceOf(sources, 'calls.dueInMinutes')).toEqual({ assumed: 'trust' })
})

import { expect, test } from 'vitest'
import { ACKNOWLEDGED } from './acknowledgements.ts'
import { bundleSizes, sizeTable } from './bundle-sizes.ts'
import { synthTemplates } from './synth.ts'

test('the templates are plain data in which every schedule leads to a function of the core', () => {
  const { core, academies } = synthTemplates({ bundling: false })
  expect(Object.keys(core.Resources).length).toBeGreaterThan(100)
  const schedules = academies
    .flatMap(({ Resources }) => Object.values(Resources))
    .filter((each) => Object(each).Type.endsWith('::Schedule'))
  expect(schedules.length).toBeGreaterThanOrEqual(5)
  const exported = JSON.stringify(core.Outputs)
  for (const each of schedules) {
    expect(exported).toContain(Object(each).Properties.Target.Arn['Fn::ImportValue'])
  }
  expect(JSON.parse(JSON.stringify(core))).toEqual(core)
})

test('a bundle that is too big is named, biggest first', () => {
  const table = sizeTable([
    { folder: 'api', bytes: 1001 * 1024 },
    { folder: 'sweep', bytes: 400 * 1024 },
  ])
  expect(table).toBe('  1001 KiB  api  TOO BIG\n   400 KiB  sweep')
  expect(bundleSizes({ Resources: { Queue: {} } }, '/nowhere')).toEqual([])
})

test('every finding that is let pass says why in a sentence', () => {
  for (const { reason } of ACKNOWLEDGED) expect(reason).toMatch(/^[A-Z].{30,}\.$/)
})

import { expect, inject, test } from 'vitest'
import { MOSTLY_HERE } from './decisions.ts'
import { isClean } from './numbers.ts'
import { playOnce } from './play.ts'
import { newHistory } from './reaper.ts'

test('a school day in which processes die before and after every write and call: nobody is texted twice, nobody is lost', async () => {
  const history = newHistory()
  const size = { providers: ['notify', 'sns'], decisions: 28, here: MOSTLY_HERE } as const
  const { sum, byProvider, complaints } = await playOnce(inject('ddbEndpoint'), size, 1, history)
  expect(complaints).toEqual([])
  expect(isClean(sum)).toBe(true)
  expect(sum.texts).toBeGreaterThan(12)
  // Notify can be asked whether it took a text; SNS cannot, and each such text is one task for the office.
  expect([byProvider.notify?.unknown, (byProvider.sns?.unknown ?? 0) > 0]).toEqual([0, true])
  const points = [...history.tallies]
  const outwards = points.filter(([point]) => point.includes('texter(') || point.includes('claimText'))
  expect(outwards.filter(([, { killed }]) => killed === 0)).toEqual([])
  // A call to the absence line, a text that only the provider's list knows of, words of danger, what the office writes back.
  for (const [folder, call] of [
    ['line', 'line.keepCall'],
    ['line', 'queue.send'],
    ['received-texts', 'queue.send'],
    ['inbound-text', 'raiseTask'],
    ['api', 'firstWritten'],
  ])
    expect([
      folder,
      call,
      points.some(([point, { killed }]) => point.startsWith(`${folder} · ${call} · `) && killed > 0),
    ]).toEqual([folder, call, true])
  expect(points.filter(([, { killed }]) => killed > 0).length).toBeGreaterThan(30)
})

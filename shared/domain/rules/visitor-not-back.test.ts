import { expect, test } from 'vitest'
import { aDay, at, DATE, decideAt, ordersOf, tasksOf } from '../../../test/builders.ts'
import type { Task } from '../task.ts'

const out: Task = {
  id: 'out-1',
  kind: 'visitor-out',
  date: DATE,
  version: 1,
  pupils: [],
  about: 's-office',
  raised: at('12:40'),
  due: at('13:40'),
  doers: ['visitor', 'office'],
  urgent: false,
  state: 'open',
  why: 'Somebody is out on visits alone.',
  rule: 'visitor-out',
  clause: 'c',
  pages: {},
}
const alarms = (orders: ReturnType<typeof decideAt>) => tasksOf(orders).filter(({ about }) => about === out.id)

test('while a visitor may still be out, Firstbell looks again when they have to be back', () => {
  const orders = decideAt(aDay({ tasks: [out] }), '13:39')
  expect(alarms(orders)).toEqual([])
  expect(ordersOf(orders, 'look').map((look) => look.at)).toContain(at('13:40'))
})

test('a visitor who has not said that they are back is looked for at once, whatever holds there are on the family', () => {
  const [alarm, ...others] = alarms(decideAt(aDay({ tasks: [{ ...out, pupils: ['P1'] }] }), '13:40'))
  expect(others).toEqual([])
  expect(alarm).toMatchObject({ kind: 'safeguarding', urgent: true, doers: ['lead', 'head', 'dsl'], pupils: [] })
})

test('nobody looks for them any more once they are back', () => {
  const alarm: Task = {
    ...out,
    id: 'alarm',
    kind: 'safeguarding',
    rule: 'visitor-not-back',
    about: out.id,
    urgent: true,
  }
  const settled = (tasks: readonly Task[]) =>
    ordersOf(decideAt(aDay({ tasks: [...tasks] }), '13:50'), 'settle').map(({ taskId }) => taskId)
  expect(settled([out, alarm])).toEqual([])
  expect(settled([{ ...out, state: 'done' }, alarm])).toEqual(['alarm'])
  expect(settled([alarm])).toEqual(['alarm'])
})

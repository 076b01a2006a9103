import { expect, test } from 'vitest'
import { awsWorld } from './aws-world.ts'
import { awsBus } from './bus/aws-bus.ts'
import { awsTexters } from './texting/aws-texters.ts'

test('making the world reaches for no network and no credentials', () => {
  const world = awsWorld()
  expect(world.ids.fresh()).toHaveLength(22)
  expect(world.clock.now()).toMatch(/Z$/)
})

test('a function that was given no texters says so when it would send', () => {
  expect(awsWorld().texter).toThrow('sends no texts')
})

test('only the function that was given the bus announces', () => {
  expect(awsWorld().bus).toThrow('announces nothing')
  expect(awsWorld({ bus: awsBus }).bus('firstbell').announce).toBeTypeOf('function')
})

test('a process keeps the record it opened, with what it has read of it, from one call to the next', () => {
  const world = awsWorld()
  expect(world.stores('table')).toBe(world.stores('table'))
  expect(world.stores('another')).not.toBe(world.stores('table'))
})

test('each world keeps its own clients, whichever provider an academy texts by', () => {
  const world = awsWorld({ texters: awsTexters })
  for (const provider of ['sns', 'end-user-messaging', 'notify', 'twilio'] as const) {
    expect(
      world.texter(provider, {
        configurationSet: 'firstbell',
        accountsSecret: 'accounts',
        account: 'springbank',
        live: false,
      }).send,
    ).toBeTypeOf('function')
  }
})

import { expect, test } from 'vitest'
import { awsWorld } from './aws-world.ts'

test('making the world reaches for no network and no credentials', () => {
  const world = awsWorld()
  expect(world.ids.fresh()).toHaveLength(22)
  expect(world.clock.now()).toMatch(/Z$/)
})

test('each world keeps its own clients, whichever provider an academy texts by', () => {
  const world = awsWorld()
  for (const provider of ['sns', 'end-user-messaging'] as const) {
    expect(world.texter(provider, { configurationSet: 'firstbell' }).send).toBeTypeOf('function')
  }
})

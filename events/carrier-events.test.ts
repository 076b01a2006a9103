import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { CallHeardV1 } from './call-heard.v1.ts'
import { ConnectCallV1 } from './hooks/connect.ts'
import { TwilioVoiceV1 } from './hooks/twilio.ts'
import { InboundTextV1 } from './inbound-text.v1.ts'
import { openedFromTopic } from './sns-envelope.ts'
import { TextEventV1 } from './text-receipt.v1.ts'

const Examples = z.object({
  valid: z.array(z.unknown()).min(1),
  invalid: z.array(z.object({ because: z.string(), event: z.unknown() })).min(1),
})
const examplesOf = (name: string) =>
  Examples.parse(JSON.parse(readFileSync(new URL(`./examples/${name}.json`, import.meta.url), 'utf8')))

const EVENTS = { 'inbound-text.v1': InboundTextV1, 'text-receipt.v1': TextEventV1 }

describe.each(Object.entries(EVENTS))('%s', (name, schema) => {
  const { valid, invalid } = examplesOf(name)
  test.each(valid.map((event) => [event]))('is taken as the carrier sends it: %j', (event) => {
    expect(schema.safeParse(event).success).toBe(true)
  })
  test.each(valid.map((event) => [event]))('is taken out of its topic’s envelope: %j', (event) => {
    const envelope = { Type: 'Notification', MessageId: '1', Message: JSON.stringify(event) }
    expect(openedFromTopic(schema).safeParse(envelope)).toEqual(schema.safeParse(event))
  })
  test.each(invalid.map(({ because, event }) => [because, event] as const))('is refused with %s', (_because, event) => {
    expect(schema.safeParse(event).success).toBe(false)
  })
  test('is refused when the envelope holds no JSON', () => {
    expect(openedFromTopic(schema).safeParse({ Type: 'Notification', Message: '{"half' }).success).toBe(false)
  })
})

const CALLS = { 'connect-call.v1': ConnectCallV1, 'twilio-voice.v1': TwilioVoiceV1, 'call-heard.v1': CallHeardV1 }

describe.each(Object.entries(CALLS))('%s', (name, schema) => {
  const { valid, invalid } = examplesOf(name)
  test.each(valid.map((event) => [event]))('is taken as it is sent: %j', (event) => {
    expect(schema.safeParse(event).success).toBe(true)
  })
  test.each(invalid.map(({ because, event }) => [because, event] as const))('is refused with %s', (_because, event) => {
    expect(schema.safeParse(event).success).toBe(false)
  })
})

test('a text of ten kilobytes is still a parent’s text', () => {
  const [first] = examplesOf('inbound-text.v1').valid
  expect(InboundTextV1.safeParse({ ...Object(first), messageBody: '🙂'.repeat(5_000) }).success).toBe(true)
})

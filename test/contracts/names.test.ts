/** A child's name, from the wording to the phone, by every provider: what is counted is what goes, and nobody reads "?ukasz". */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countSegments } from '../../shared/domain/segments.ts'
import { PROVIDERS } from './providers/index.ts'
import type { OpenedProvider } from './providers/provider.ts'
import { aTextToSend } from './texter-contract.ts'

const NOW = '2026-01-12T10:30:00.000Z'
const LONG = 150

type Alphabet = ReturnType<typeof countSegments>['alphabet']
type Row = readonly [name: string, shown: string, alphabet: Alphabet, partsOfALongText: number]

const AS_WRITTEN: readonly Row[] = [
  ['Amelia', 'Amelia', 'GSM-7', 1],
  ['Siân', 'Siân', 'UCS-2', 3],
  ['Zoë', 'Zoë', 'UCS-2', 3],
  ['Łukasz', 'Łukasz', 'UCS-2', 3],
  ['Żaneta', 'Żaneta', 'UCS-2', 3],
  ['علي', 'علي', 'UCS-2', 3],
]
const AS_NOTIFY_SENDS: readonly Row[] = [
  ['Amelia', 'Amelia', 'GSM-7', 1],
  ['Siân', 'Siân', 'UCS-2', 3],
  ['Zoë', 'Zoë', 'UCS-2', 3],
  ['Łukasz', 'Lukasz', 'GSM-7', 1],
  ['Żaneta', 'Zaneta', 'GSM-7', 1],
]

/** `name` in a text of exactly so many letters. */
const longText = (name: string): string =>
  `Springbank Academy: ${name} is not in school this morning. `.padEnd(LONG, 'Please ring us. ')

describe.each(PROVIDERS.map((provider) => [provider.name, provider] as const))('by %s', (_name, provider) => {
  let open: OpenedProvider
  beforeAll(async () => {
    open = await provider.open()
  })
  afterAll(() => open.close())

  const rows = provider.provider === 'notify' ? AS_NOTIFY_SENDS : AS_WRITTEN
  test.each(rows)('%s is %s on the phone, in %s', async (name, shown, alphabet, parts) => {
    const body = longText(name)
    await open.texterWhen('takes it').send({ ...aTextToSend, body }, NOW)
    const asked = open.asked.at(-1)
    const handed = asked === undefined ? '' : provider.wordsIn(asked)
    expect(provider.onThePhone(handed)).toBe(body.replace(name, shown))
    // The provider changes nothing more: what was counted is what it was given.
    expect(provider.onThePhone(handed)).toBe(handed)
    expect(countSegments(provider.provider, body)).toEqual({ alphabet, units: LONG, parts })
    expect(countSegments(provider.provider, handed)).toEqual({ alphabet, units: LONG, parts })
  })
})

/** What becomes of words that a person writes to a family: as the phone will show them, in how many parts, and what each carrier cannot send. */
import type { Policy } from '../../../academies/policy.ts'
import { asCarried, type Carrier, withPlainMarks } from '../carried.ts'
import { isGsm } from '../gsm-alphabet.ts'
import { countSegments, type Segments } from '../segments.ts'

/** By whom the school's texts go, and what a part costs by the first, in pence without VAT. */
export interface ByCarriers {
  readonly provider: Carrier
  readonly second: Carrier | 'none'
  readonly pencePerPart: number
}

export interface Replaced {
  readonly written: string
  readonly sent: string
}

export interface WrittenText extends Segments {
  readonly carrier: Carrier
  /** As the phone will show it. */
  readonly body: string
  /** In pence without VAT. */
  readonly pence: number
  /** Letters and marks that are sent as others, each once: a dash for a dash of typesetting, and what GOV.UK Notify makes plain. */
  readonly replaced: readonly Replaced[]
  /** Letters that one of the school's carriers would lose, each once: with them the text is not sent. */
  readonly lost: readonly string[]
  /** Letters that are sent and are not of the short alphabet: each makes every part of the whole text shorter. */
  readonly dear: readonly string[]
}

export const byCarriers = ({ texts }: Pick<Policy, 'texts'>): ByCarriers => ({
  provider: texts.provider,
  second: texts.second,
  pencePerPart: texts.pencePerPart[texts.provider],
})

const replacedIn = (carrier: Carrier, words: string): readonly Replaced[] =>
  [...new Set(words.normalize('NFC'))].flatMap((written) => {
    const sent = asCarried(carrier, withPlainMarks(written))
    return sent.body === written || sent.lost.length > 0 ? [] : [{ written, sent: sent.body }]
  })

/** The words as they would go, counted before anything is queued. What is shown here is what the queue is given. */
export const asWritten = (by: ByCarriers, words: string): WrittenText => {
  const plain = withPlainMarks(words)
  const carriers = by.second === 'none' ? [by.provider] : [by.provider, by.second]
  const { body } = asCarried(by.provider, plain)
  const counted = countSegments(by.provider, body)
  return {
    carrier: by.provider,
    body,
    ...counted,
    // Pence with a fraction: counted in hundredths, so that no sum shows what only a computer knows.
    pence: Math.round(counted.parts * by.pencePerPart * 100) / 100,
    replaced: replacedIn(by.provider, words),
    lost: [...new Set(carriers.flatMap((carrier) => asCarried(carrier, plain).lost))],
    dear: counted.alphabet === 'GSM-7' ? [] : [...new Set([...body].filter((letter) => !isGsm(letter)))],
  }
}

/** Somebody who rings the school on one machine: what they press and say, in order, and when they have had enough. */
export interface CallerScript {
  /** E.164; `undefined` where the number is withheld. */
  readonly from: string | undefined
  readonly to: string
  /** Keys, one answer each; an empty one is an answer in words, or silence where there are none left. */
  readonly digits: readonly string[]
  /** Answers in words, and the words of messages. */
  readonly speech: readonly string[]
  /** Rings off after so many answers. */
  readonly hangUpAfter: number | undefined
  /** Nobody speaks after a message is asked for. */
  readonly leavesMessage: boolean
  /** The office picks up when it is rung. */
  readonly officeAnswers: boolean
  /** The network says when the caller rings off; some never do. */
  readonly tellsEnd: boolean
}

export type Spoken =
  | { readonly by: 'keys'; readonly keys: string }
  | { readonly by: 'words'; readonly words: string }
  | { readonly by: 'nothing' }

/** The caller during one call. */
export const makeCaller = (script: CallerScript) => {
  const digits = [...script.digits]
  const speech = [...script.speech]
  const did: string[] = []
  const said: string[] = []

  const note = (what: string): void => {
    did.push(what)
  }
  const hasLeft = (): boolean => script.hangUpAfter !== undefined && did.length >= script.hangUpAfter

  return {
    script,
    /** Every sentence the caller heard. */
    said,
    /** What the caller did, in words. */
    did,
    hears(sentence: string): void {
      if (sentence !== '') said.push(sentence)
    },
    hasLeft,
    /** Answers a question; `most` keys are taken. */
    answers(most: number): Spoken {
      const keys = digits.shift() ?? ''
      if (keys !== '') {
        note(`pressed ${keys.slice(0, most)}`)
        return { by: 'keys', keys: keys.slice(0, most) }
      }
      const words = speech.shift()
      note(words === undefined ? 'said nothing' : `said "${words}"`)
      return words === undefined ? { by: 'nothing' } : { by: 'words', words }
    },
    /** Leaves a message; its words are those of its transcript. `undefined` when nothing is spoken. */
    leavesMessage(): { readonly words: string | undefined } | undefined {
      note(script.leavesMessage ? 'left a message' : 'left no message')
      return script.leavesMessage ? { words: speech.shift() } : undefined
    },
    isPutThrough(number: string): boolean {
      note(`${script.officeAnswers ? 'spoke to' : 'heard nobody at'} ${number}`)
      return script.officeAnswers
    },
  }
}

export type Caller = ReturnType<typeof makeCaller>

/**
 * One text for each academy and provider, to a number that nobody has: whether the carrier would take our texts is known before a family waits
 * for one. It is never to a parent, whatever a policy says.
 */
import { addMinutes, type Instant } from '../shared/domain/time.ts'
import type { Handover, OutgoingText, Provider, Texter } from '../shared/ports/texter.ts'
import type { Policy } from './policy.ts'

/** Reserved by Ofcom for drama; nobody has it. */
export const NOBODYS_NUMBER = '+447700900999'

export interface TriedText {
  readonly academy: string
  readonly provider: Provider
  readonly isRight: boolean
  /** What the carrier answered, in words. */
  readonly said: string
}

const SAID: Readonly<Record<Handover['outcome'], (handover: Handover) => string>> = {
  accepted: () => 'took it.',
  refused: (handover) =>
    `refused it${handover.outcome === 'refused' ? `: ${handover.why}` : ''}. Look at the number, the sender and the account.`,
  busy: () => 'could not be reached, or had no room. Try again.',
  uncertain: () => 'gave no answer that says whether it took it. Try again.',
}

const testText = ({ name, texts }: Policy, now: Instant): OutgoingText => ({
  to: NOBODYS_NUMBER,
  from: texts.number,
  senderId: texts.senderId,
  body: `${name}: a test of the school’s texts.`,
  reference: 'a-test',
  key: 'a-test',
  usefulUntil: addMinutes(now, 10),
})

/** A texter that cannot even ask, for want of an account, says so. */
const answerOf = async (texter: Texter, policy: Policy, now: Instant): Promise<Pick<TriedText, 'isRight' | 'said'>> => {
  try {
    const handover = await texter.send(testText(policy, now), now)
    return { isRight: handover.outcome === 'accepted', said: SAID[handover.outcome](handover) }
  } catch (error) {
    return {
      isRight: false,
      said: `could not be asked: ${error instanceof Error ? error.message : 'its account is missing'}`,
    }
  }
}

/** The first and the second provider of each policy, each asked once. */
export const tryTexts = async (
  policies: readonly Policy[],
  texterOf: (provider: Provider, policy: Policy) => Texter,
  now: Instant,
): Promise<readonly TriedText[]> => {
  const tried: TriedText[] = []
  for (const policy of policies) {
    const { provider, second } = policy.texts
    for (const each of second === 'none' ? [provider] : [provider, second]) {
      tried.push({ academy: policy.academy, provider: each, ...(await answerOf(texterOf(each, policy), policy, now)) })
    }
  }
  return tried
}

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

export interface Carriers {
  texterOf(provider: Provider, policy: Policy): Texter
  /** What a carrier that can be asked says became of the text, as far as it is known a little later. */
  fateOf(provider: Provider, policy: Policy, providerId: string): Promise<'delivered' | 'not delivered'>
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

type Answer = Pick<TriedText, 'isRight' | 'said'>

/** A text to a number that nobody has can only be said to have arrived by a key that sends nothing. */
const byTestKey = (live: boolean): Answer =>
  live
    ? {
        isRight: false,
        said: 'took it and says that it arrived, where nobody has a phone: it is a test key, and no family of this school is texted. Put a live key into the accounts secret.',
      }
    : {
        isRight: true,
        said: 'took it by a test key: right for a rehearsal, and nobody is texted. Put a live key into the accounts secret before "live" is true.',
      }

/** A texter that cannot even ask, for want of an account, says so. */
const answerOf = async (
  provider: Provider,
  policy: Policy,
  { texterOf, fateOf }: Carriers,
  now: Instant,
): Promise<Answer> => {
  try {
    const handover = await texterOf(provider, policy).send(testText(policy, now), now)
    if (handover.outcome === 'accepted' && (await fateOf(provider, policy, handover.providerId)) === 'delivered')
      return byTestKey(policy.live)
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
  carriers: Carriers,
  now: Instant,
): Promise<readonly TriedText[]> => {
  const tried: TriedText[] = []
  for (const policy of policies) {
    const { provider, second } = policy.texts
    for (const each of second === 'none' ? [provider] : [provider, second]) {
      tried.push({ academy: policy.academy, provider: each, ...(await answerOf(each, policy, carriers, now)) })
    }
  }
  return tried
}

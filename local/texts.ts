/** The texts of the phone network as the local API shows them. */
import type { CarriedText } from './carrier.ts'
import type { LocalStack } from './stack.ts'

export interface ShownText {
  readonly id: string
  readonly academy: string
  readonly at: string
  readonly to: string
  readonly from: string
  readonly body: string
  readonly kind: string
  /** Pupil ids, as the school knows them. */
  readonly pupils: readonly string[]
  readonly state: string
}

/** One text, with the pupils it is about. */
export const shownText = async (stack: Pick<LocalStack, 'idsOf'>, carried: CarriedText): Promise<ShownText> => {
  const { id, at, text, state } = carried
  const academy = text.about?.academy ?? ''
  const pupils = await stack.idsOf(academy, text.about?.pupils ?? [])
  return { id, academy, at, to: text.to, from: text.from, body: text.body, kind: text.about?.kind ?? '', pupils, state }
}

/** Every text handed over, in order; of one academy when named. */
export const shownTexts = async (
  stack: Pick<LocalStack, 'idsOf' | 'carrier'>,
  academy?: string,
): Promise<readonly ShownText[]> => {
  const texts = await Promise.all(stack.carrier.texts().map((carried) => shownText(stack, carried)))
  return texts.filter((text) => academy === undefined || text.academy === academy)
}

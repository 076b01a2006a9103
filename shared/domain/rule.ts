import type { Facts } from './facts.ts'
import type { Asked, Ground } from './order.ts'

type WithoutGround<T> = T extends unknown ? Omit<T, keyof Ground> : never

/** What a rule asks for; `decide` adds which rule and clause asked. */
export type Wish = WithoutGround<Asked>

/**
 * One small rule of the school: reads the facts, asks for what is due. It sees no other rule's wishes and need not care whether
 * its wish was granted before: what is done already is taken out afterwards.
 */
export interface Rule {
  readonly name: string
  /** The clause of the written policy, or the law, that it carries out. */
  readonly clause: string
  wishes(facts: Facts): readonly Wish[]
}

/** One parent with several missing children gets one text that names them all. */
import type { Order, TextOrder } from '../order.ts'

const isText = (order: Order): order is TextOrder => order.do === 'text'

const together = (text: TextOrder): string =>
  [text.kind, text.step, text.session, text.contactId, text.ringOnly].join('|')

export const siblingsTogether = (orders: readonly Order[]): readonly Order[] => {
  const families = Map.groupBy(orders.filter(isText), together)
  const merged = [...families.values()].flatMap((texts): readonly TextOrder[] => {
    const [first] = texts
    return first ? [{ ...first, pupils: [...new Set(texts.flatMap((text) => text.pupils))].toSorted() }] : []
  })
  return [...orders.filter((order) => !isText(order)), ...merged]
}

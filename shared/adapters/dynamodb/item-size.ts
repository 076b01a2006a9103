import type { AttributeValue } from '@aws-sdk/client-dynamodb'

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8')

const numberSize = (text: string): number => {
  const digits = text.replace(/[-.+]/g, '').replace(/^0+|0+$/g, '')
  return Math.ceil(digits.length / 2) + 1 + (text.startsWith('-') ? 1 : 0)
}

const valueSize = (value: AttributeValue): number => {
  if (value.S !== undefined) return bytes(value.S)
  if (value.N !== undefined) return numberSize(value.N)
  if (value.B !== undefined) return value.B.length
  if (value.M !== undefined)
    return 3 + Object.entries(value.M).reduce((sum, [name, inner]) => sum + bytes(name) + valueSize(inner) + 1, 0)
  if (value.L !== undefined) return 3 + value.L.reduce((sum, inner) => sum + valueSize(inner) + 1, 0)
  if (value.SS !== undefined) return value.SS.reduce((sum, text) => sum + bytes(text), 0)
  return 1
}

/** Bytes of an item by DynamoDB's rules: names and values in UTF-8, 3 for a map or list and 1 for each entry of it. */
export const itemSize = (item: Readonly<Record<string, AttributeValue>>): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + bytes(name) + valueSize(value), 0)

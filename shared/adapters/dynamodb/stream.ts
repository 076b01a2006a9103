/** Reads the acts that the table's stream carries: one for each version of each item of the record. */
import { isDeepStrictEqual } from 'node:util'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import * as z from 'zod'
import type { RegisterVersion } from '../../domain/evidence/register-version.ts'
import { shortHash } from '../../domain/ids.ts'
import type { PupilKey } from '../../domain/people.ts'
import type { Act } from '../../ports/stores.ts'
import { ActItem } from './act-item.ts'
import { fromRegisterItem, unpackAct } from './registers/register-item.ts'
import { academyOf, DAY_PREFIX } from './table.ts'

export interface StreamedAct {
  readonly academy: string
  readonly act: Act
  /** The same on every delivery of the same change. */
  readonly id: string
  /** Of a class's register: every code of that version, by pupil. */
  readonly marks?: Readonly<Record<PupilKey, string>>
  /** The record's place in the stream, for saying where a batch stopped. */
  readonly sequence: string
}

type Image = Record<string, AttributeValue>

// The Lambda types and the SDK's describe the same JSON under two names.
const readImage = (image: unknown): Record<string, unknown> => unmarshall((image ?? {}) as Image)

const RegisterImage = z.object({ sk: z.string().startsWith(DAY_PREFIX.registers), m: z.record(z.string(), z.string()) })

/**
 * The register version that a change made; `undefined` for any other change. Of every version, also where the act is told elsewhere or is
 * the one before it: a version that is not evidence would be missing at the seal.
 */
export const versionOf = (record: DynamoDBRecord): RegisterVersion | undefined => {
  const image = readImage(record.dynamodb?.NewImage)
  const academy = academyOf(String(image.pk ?? ''))
  const act = ActItem.safeParse(image.act)
  if (academy === undefined || !act.success || !RegisterImage.safeParse(image).success) return undefined
  const now = fromRegisterItem(image)
  const before = record.dynamodb?.OldImage ? fromRegisterItem(readImage(record.dynamodb.OldImage)) : undefined
  if (before?.version === now.version) return undefined
  const id = shortHash(`${image.pk} ${image.sk} ${record.dynamodb?.SequenceNumber ?? ''}`)
  return { academy, id, now, act: unpackAct(image, act.data), ...(before ? { was: before } : {}) }
}

/** The act that an item carries, in full. */
const actIn = (image: Record<string, unknown>): Act | undefined => {
  const act = ActItem.safeParse(image.act)
  if (!act.success) return undefined
  return RegisterImage.safeParse(image).success ? unpackAct(image, act.data) : act.data
}

/** The act of a change, or `undefined` for a change without one (a deletion, a look-up item, the chronicle itself). */
export const actOf = (record: DynamoDBRecord): StreamedAct | undefined => {
  const image = readImage(record.dynamodb?.NewImage)
  const academy = academyOf(String(image.pk ?? ''))
  const act = actIn(image)
  if (academy === undefined || act === undefined) return undefined
  const before = record.dynamodb?.OldImage && actIn(readImage(record.dynamodb.OldImage))
  if (isDeepStrictEqual(before, act)) return undefined
  const sequence = record.dynamodb?.SequenceNumber ?? ''
  const register = RegisterImage.safeParse(image)
  return {
    academy,
    act,
    id: shortHash(`${image.pk} ${image.sk} ${sequence}`),
    sequence,
    ...(register.success ? { marks: register.data.m } : {}),
  }
}

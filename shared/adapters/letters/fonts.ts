/**
 * The fonts that letters are set in. All are open (SIL Open Font License) and embedded. Atkinson Hyperlegible Next is made for readers
 * with low vision; Noto Sans has the letters it lacks, Noto Sans Arabic the Arabic ones.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import { filesOf, type Weight } from './font-files.ts'

export type { Weight } from './font-files.ts'

export interface Face {
  /** As the document knows it. */
  readonly name: string
  readonly bytes: Buffer
  has(codePoint: number): boolean
}

const resolve = createRequire(import.meta.url).resolve

const openFace = (file: string, weight: Weight): Face => {
  const bytes = readFileSync(resolve(file))
  const font = fontkit.create(bytes)
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${file} holds several fonts`)
  const family = file.split('/')[1] ?? file
  return { name: `${family} ${weight}`, bytes, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) }
}

const openWeight = (weight: Weight): readonly Face[] => filesOf(weight).map((file) => openFace(file, weight))

let opened: Readonly<Record<Weight, readonly Face[]>> | undefined

/** Faces by weight, the first that has a letter sets it. Read once. */
export const faces = (): Readonly<Record<Weight, readonly Face[]>> => {
  opened ??= { regular: openWeight('regular'), bold: openWeight('bold') }
  return opened
}

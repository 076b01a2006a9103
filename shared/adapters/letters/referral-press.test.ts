import { expect, test } from 'vitest'
import { aReferral } from '../../../test/support/a-referral.ts'
import { referralDocument } from '../../domain/penalties/referral-document.ts'
import { letterPress } from './press.ts'
import { readPages } from './read-marks.ts'
import { readPdf } from './read-pdf.ts'

const { print } = letterPress()
const printed = async () => {
  const printing = await print(referralDocument(aReferral))
  if (!printing.printed) throw new Error(printing.why)
  return printing.letter.pdf
}

test('a referral prints what was done with the family, and twice the same bytes', async () => {
  const pdf = await printed()
  const pages = readPages(readPdf(pdf))
  const text = pages.flatMap(({ marks }) => marks.map((mark) => mark.text)).join(' ')
  for (const said of [
    'Robin Ashdown came.',
    'Ring at 8:15 on Mondays and Tuesdays',
    'A holiday in term is no exceptional circumstance.',
    'Declined on 9 December 2025',
    'Hilltop Infant School',
  ])
    expect(text.replace(/\s+/g, ' ')).toContain(said)
  expect(await printed()).toEqual(pdf)
})

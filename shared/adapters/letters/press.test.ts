import { describe, expect, test } from 'vitest'
import { sampleMatters } from '../../../local/letters/samples.ts'
import { hilltopPolicy, springbankPolicy } from '../../../test/support/policies.ts'
import type { LetterDocument } from '../../domain/letters/model.ts'
import { writeLetter } from '../../domain/letters/write-letter.ts'
import { printFaults, windowText } from './check-print.ts'
import { FIRST_BODY, NOTIFY_TAG } from './paper.ts'
import { letterPress } from './press.ts'
import { type PrintedMark, readPages } from './read-marks.ts'
import { readPdf } from './read-pdf.ts'

const { print, printAll } = letterPress()

const samples = new Map(
  sampleMatters(springbankPolicy).map(([name, matter]) => {
    const written = writeLetter(springbankPolicy, matter)
    if (!written.ok) throw new Error(written.refusal.why)
    return [name, written.value]
  }),
)
const sample = (name: string): LetterDocument => {
  const found = samples.get(name)
  if (!found) throw new Error(`There is no sample ${name}`)
  return found
}
const prints = new Map<LetterDocument, Promise<Uint8Array>>()
const printOnce = async (document: LetterDocument): Promise<Uint8Array> => {
  const printing = await print(document)
  if (!printing.printed) throw new Error(printing.why)
  return printing.letter.pdf
}
const pdfOf = (document: LetterDocument): Promise<Uint8Array> => {
  const print = prints.get(document) ?? printOnce(document)
  prints.set(document, print)
  return print
}
const marksOf = async (document: LetterDocument): Promise<readonly PrintedMark[]> =>
  readPages(readPdf(await pdfOf(document))).flatMap(({ marks }) => marks)
/** All that is printed, letters of one page in the order they are drawn. */
const textOf = async (document: LetterDocument): Promise<string> =>
  (await marksOf(document)).map(({ text }) => text).join('\n')

describe('the print of every kind of letter', () => {
  test.each([...samples.keys()])('%s keeps to the boxes of the post, its address alone in the window', async (name) => {
    const document = sample(name)
    const pdf = await pdfOf(document)
    expect(printFaults(pdf)).toEqual([])
    const window = windowText(readPages(readPdf(pdf)).flatMap(({ marks }) => marks))
    expect(window).toHaveLength(document.address.length)
    expect(window.at(-1)).toBe(document.address.at(-1))
  })

  test('is the same to the byte, however often it is printed', async () => {
    for (const name of ['stage-2', 'forty-absences', 'arabic-name']) {
      const [first, second] = [await print(sample(name)), await print(sample(name))]
      expect(second).toEqual(first)
      expect(first).toMatchObject({ printed: true, letter: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } })
    }
  })

  test('is another print when a single word is', async () => {
    const [one, other] = await Promise.all([
      print(sample('stage-1')),
      print({ ...sample('stage-1'), date: '2026-01-20' }),
    ])
    expect(one).not.toEqual(other)
  })

  test('is tagged for a screen reader: language, title, headings, a table with its heads', async () => {
    const text = Buffer.from(await pdfOf(sample('stage-1'))).toString('latin1')
    for (const part of [
      '/Lang (en-GB)',
      '/Marked true',
      '/DisplayDocTitle true',
      '/S /H1',
      '/S /Table',
      '/Scope /Column',
    ])
      expect(text).toContain(part)
    expect(text).toContain('pdfuaid:part')
  })

  test('of another academy keeps to the boxes too', async () => {
    for (const [, matter] of sampleMatters(hilltopPolicy).slice(0, 3)) {
      const written = writeLetter(hilltopPolicy, matter)
      expect(written.ok && (await print(written.value)).printed).toBe(true)
    }
  })
})

test('a sample that says that a child is below the line shows a child who is', () => {
  for (const [name, { order }] of sampleMatters(springbankPolicy).filter(
    ([
      ,
      {
        order: { kind },
      },
    ]) => /^stage/.test(kind),
  ))
    expect((order.figures.attended / order.figures.possible) * 100, name).toBeLessThan(
      springbankPolicy.thresholds.stage1,
    )
})

describe('names', () => {
  test.each([
    ['welsh-name', 'Siân Gŵyr-Llŷn'],
    ['polish-name', 'Łukasz Żółkiewski'],
  ])('of %s are printed letter by letter', async (name, printed) => {
    expect(await textOf(sample(name))).toContain(printed)
  })

  test('in Arabic are printed with joined letters, from right to left', async () => {
    const [name = ''] = windowText(await marksOf(sample('arabic-name')))
    const letters = [...name].filter((letter) => /\p{Script=Arabic}|\s/u.test(letter))
    expect(letters.toReversed().join('')).toBe('السيدة فاطمة عبد الرحمن')
  })

  test('with a letter that no font has are refused, and never printed with a box', async () => {
    const address = ['さくら', ...sample('stage-1').address.slice(1)]
    expect(await print({ ...sample('stage-1'), address })).toEqual({
      printed: false,
      why: expect.stringMatching(/a letter that the fonts/),
    })
  })

  test('too long for the window are refused', async () => {
    const address = ['A very long name '.repeat(12), ...sample('stage-1').address.slice(1)]
    expect(await print({ ...sample('stage-1'), address })).toMatchObject({
      printed: false,
      why: expect.stringMatching(/window/),
    })
  })
})

describe('a long letter', () => {
  test('has the head of its table on every page that the table is on, and at least two rows there', async () => {
    const marks = await marksOf(sample('forty-absences'))
    const pages = [...new Set(marks.map(({ page }) => page))]
    expect(pages).toHaveLength(3)
    const rows = (page: number) =>
      marks.filter((mark) => mark.page === page && /^\w+day \d+ \w+ 20\d\d$/.test(mark.text))
    for (const page of pages.filter((each) => rows(each).length > (each === 1 ? 1 : 0))) {
      expect(marks.filter((mark) => mark.page === page && mark.text === 'Authorised')).toHaveLength(1)
      expect(rows(page).length).toBeGreaterThanOrEqual(2)
    }
    expect(pages.flatMap(rows).filter(({ page, left }) => page > 1 || left < 125)).toHaveLength(40)
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
    'with %i more lines leaves no line alone on a page',
    async (more) => {
      const base = sample('stage-1')
      const long = { is: 'paragraph', text: 'A sentence about what the school does to help. '.repeat(9) } as const
      const short = { is: 'paragraph', text: 'One line more.' } as const
      const document = {
        ...base,
        blocks: [
          ...base.blocks.slice(0, 2),
          ...Array.from({ length: more }, () => short),
          ...Array.from({ length: 9 }, () => long),
        ],
      }
      const marks = (await marksOf(document)).filter(
        ({ text }) => text.startsWith('A sentence') || text.includes('school does to help'),
      )
      const lines = Map.groupBy(marks, ({ page }) => page)
      for (const page of lines.values()) expect(page.length).toBeGreaterThanOrEqual(2)
    },
  )

  test('of more than ten pages is refused', async () => {
    const base = sample('stage-1')
    const blocks = Array.from({ length: 300 }, () => ({ is: 'paragraph', text: 'Line. '.repeat(60) }) as const)
    expect(await print({ ...base, blocks })).toEqual({ printed: false, why: 'The letter has more than 10 pages.' })
  })
})

test('a batch is the letters one after the other, each beginning a page and numbered by itself', async () => {
  const names = ['stage-1', 'full-attendance', 'stage-2']
  const pdf = await printAll(names.map(sample), 'Letters', '2026-01-20')
  const pages = readPages(readPdf(pdf)).map(({ marks }) => marks.map(({ text }) => text))
  const alone = await Promise.all(names.map(async (name) => readPages(readPdf(await pdfOf(sample(name))))))
  expect(pages).toEqual(alone.flat().map(({ marks }) => marks.map(({ text }) => text)))
  expect(await printAll(names.map(sample), 'Letters', '2026-01-20')).toEqual(pdf)
})

test('five brothers and sisters are five letters, and none names another', async () => {
  const names = ['Noah', 'Olivia', 'Isla', 'Freya', 'Leo']
  for (const [index, own] of names.entries()) {
    const text = await textOf(sample(`five-children-${index + 1}`))
    expect(text).toContain(own)
    for (const other of names.filter((name) => name !== own)) expect(text).not.toContain(other)
  }
})

describe('the check of the boxes itself', () => {
  test('reads positions as they are printed: the body begins below its line, nothing in the corner of the printer', async () => {
    const marks = await marksOf(sample('stage-1'))
    const dear = marks.find(({ text }) => text.startsWith('Dear'))
    expect(dear?.top).toBeGreaterThanOrEqual(FIRST_BODY.top)
    expect(Math.min(...marks.map(({ top }) => top))).toBeGreaterThan(NOTIFY_TAG.bottom)
  })

  test('finds a page that is not A4, a font left out, and something in a margin', async () => {
    const pdf = Buffer.from(await pdfOf(sample('full-attendance'))).toString('latin1')
    const changed = (from: string, to: string) => printFaults(Buffer.from(pdf.replaceAll(from, to), 'latin1'))
    expect(changed('/MediaBox [0 0 595.28 841.89]', '/MediaBox [0 0 612.00 792.00]')).toContain('A page is not A4.')
    expect(changed('/FontFile2 ', '/FontFile9 ')).toContain('A font is not embedded.')
    expect(changed('/MediaBox [0 0 595.28 841.89]', '/MediaBox [0 0 595.28 641.89]')).toContain(
      'Something stands in the margin.',
    )
  })
})

/** What letters to parents say: the figures printed on them. */
import { readPages } from '../../../shared/adapters/letters/read-marks.ts'
import { readPdf } from '../../../shared/adapters/letters/read-pdf.ts'
import type { Span } from './by-hand.ts'
import { PUPILS } from './marks.ts'
import { type Said, said } from './said.ts'
import type { SampleSchool } from './sample-school.ts'

interface Shown {
  readonly id: string
  readonly kind: string
  readonly pupil: string
}

/** The letters that exist, each with its print. */
export const printedLetters = async (school: SampleSchool) => {
  const { letters } = (await school.ask('lead', 'GET', 'letters?state=all')).body as { letters: readonly Shown[] }
  const printed: (Shown & { readonly text: string })[] = []
  for (const letter of letters) {
    const { headers } = await school.ask('lead', 'GET', `letters/${letter.id}/pdf`)
    const path = String(headers.location).replace('https://files.example/', '')
    const pdf = await school.world.files('letters').get(path)
    if (pdf === undefined) throw new Error(`The ${letter.kind} of ${letter.pupil} has no print`)
    const text = readPages(readPdf(pdf))
      .flatMap(({ marks }) => marks.map((mark) => mark.text))
      .join(' ')
    printed.push({ ...letter, text })
  }
  return printed
}

/** The attendance that a letter says: of a span, as its reader would understand it. */
export const fromLetter = ({ kind, pupil, text }: Shown & { readonly text: string }, span: Span): readonly Said[] => {
  const child = PUPILS.find(({ id }) => id === pupil)
  const found = /(\d+\.\d+)%/.exec(text.replace(/\s+/g, ' '))
  if (child === undefined || found === null) throw new Error(`The ${kind} of ${pupil} says no figure: ${text}`)
  const who = `${child.forename} ${child.surname}`
  return [said(`the ${kind} letter of ${pupil}`, { measure: 'attendance %', who, ...span }, found[1] ?? '')]
}

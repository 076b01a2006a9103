/** Letters as the local API and a played day show them: where each stands, and its print. */
import { type Letter, printPath } from '../../shared/domain/letters/stored.ts'
import type { LocalDate } from '../../shared/domain/time.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { LocalStack } from '../stack.ts'

export interface ShownLetter {
  readonly id: string
  readonly academy: string
  readonly date: LocalDate
  readonly kind: string
  /** The pupil id, as the school knows it. */
  readonly pupil: string
  readonly contact: string
  readonly reference: string
  readonly state: string
  readonly pages: number | null
  readonly sha256: string | null
  /** The post's own id, when the post has it. */
  readonly post: string | null
}

type Shower = Pick<LocalStack, 'idsOf' | 'stores'>

const shown = async (stack: Shower, academy: string, letter: Letter): Promise<ShownLetter> => {
  const { id, date, kind, reference, state, print, sent } = letter
  const [pupil = ''] = await stack.idsOf(academy, [letter.pupil])
  return {
    id,
    academy,
    date,
    kind,
    pupil,
    contact: letter.contactId,
    reference,
    state,
    pages: print?.pages ?? null,
    sha256: print?.sha256 ?? null,
    post: sent?.providerId ?? null,
  }
}

/** Every letter with a date in the span, in order of date; of one academy when named. */
export const shownLetters = async (
  stack: Shower,
  span: { readonly from: LocalDate; readonly until: LocalDate },
  academies: readonly string[],
): Promise<readonly ShownLetter[]> => {
  const ofAcademy = async (academy: string) => {
    const [open, resting] = await Promise.all([
      stack.stores.openLetters(academy),
      stack.stores.restingLetters(academy, span.from, span.until),
    ])
    const letters = [...open.filter(({ date }) => span.from <= date && date <= span.until), ...resting]
    return Promise.all(letters.map((letter) => shown(stack, academy, letter)))
  }
  const all = (await Promise.all(academies.map(ofAcademy))).flat()
  return all.toSorted((one, other) => (`${one.date} ${one.id}` < `${other.date} ${other.id}` ? -1 : 1))
}

/** The print of a letter, when it has one. */
export const printOf = async (
  files: Files,
  { academy, id, sha256 }: Pick<ShownLetter, 'academy' | 'id' | 'sha256'>,
): Promise<Uint8Array | undefined> => (sha256 === null ? undefined : files.get(printPath(academy, id, sha256)))

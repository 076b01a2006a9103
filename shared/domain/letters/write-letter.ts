/** Writes a letter: policy and matter in, a document out. Pure, so that a reprint and the first print are one letter. */
import type { Policy } from '../../../academies/policy.ts'
import { ok, type Result, refused } from '../result.ts'
import { fieldsOf, fillWording } from '../wording.ts'
import { windowLines } from './address.ts'
import { DRAWN } from './blocks.ts'
import { letterFields } from './fields.ts'
import { wrongFigures } from './figures.ts'
import type { LetterMatter, LetterOrder } from './letter.ts'
import type { Block, LetterDocument } from './model.ts'
import { wordingOf } from './which-wording.ts'
import { writtenDate } from './written-date.ts'

/** A paragraph that is one block: `{sessions}`. */
const blockName = (paragraph: string): string | undefined => {
  const name = /^\{([^{}]+)\}$/.exec(paragraph)?.[1]
  return name !== undefined && name in DRAWN ? name : undefined
}

const isPoint = (paragraph: string): boolean => paragraph.startsWith('- ')

/** What an order of this kind cannot do without, and does not have. */
const missing = ({ kind, meeting, improve, leave, term, missed }: LetterOrder): string | undefined => {
  if ((kind === 'stage-2' || kind === 'attend-meeting') && meeting === undefined)
    return 'A letter that invites to a meeting has none.'
  if ((kind === 'leave-granted' || kind === 'leave-refused') && leave === undefined)
    return 'A letter about leave says for which days, and has none.'
  if (kind === 'notice-to-improve' && improve === undefined)
    return 'A notice to improve says by when, and has no dates.'
  if (kind === 'full-attendance' && missed.length > 0)
    return 'A certificate of 100% is about a pupil who missed school.'
  if ((kind === 'full-attendance' || kind === 'traffic-light') && term === undefined)
    return 'A termly letter names its term, and has none.'
  return undefined
}

/** Points that follow each other are one list; everything else is a block of its own. */
const blocksOf = (policy: Policy, matter: LetterMatter, paragraphs: readonly string[]): readonly Block[] => {
  const fields = letterFields(policy, matter)
  const fill = (text: string) => fillWording(text, fields, 1)
  const blocks: Block[] = []
  let points: string[] = []
  const endList = () => {
    if (points.length > 0) blocks.push({ is: 'list', items: points })
    points = []
  }
  for (const paragraph of paragraphs) {
    if (isPoint(paragraph)) {
      points.push(fill(paragraph.slice(2)))
      continue
    }
    endList()
    const name = blockName(paragraph)
    if (name !== undefined) blocks.push(...(DRAWN[name]?.(policy, matter) ?? []))
    else if (paragraph.startsWith('# ')) blocks.push({ is: 'heading', text: fill(paragraph.slice(2)) })
    else blocks.push({ is: 'paragraph', text: fill(paragraph) })
  }
  endList()
  return blocks
}

/** The name, the title and the number stand before what is only a record: the table of sessions, and the slip to cut off. */
const signed = (blocks: readonly Block[], lines: readonly string[]): readonly Block[] => {
  const isRecord = (block: Block | undefined): boolean =>
    block !== undefined && (block.is === 'table' || block.is === 'reply-slip' || block.is === 'certificate')
  const record = blocks.findIndex(
    (block, index) => isRecord(block) || (block.is === 'heading' && isRecord(blocks[index + 1])),
  )
  const at = record < 0 ? blocks.length : record
  return [...blocks.slice(0, at), { is: 'signature', lines }, ...blocks.slice(at)]
}

/**
 * The letter that this matter asks for. Refused: `letter-matter` when the order lacks what its kind needs or its figures do not add up,
 * `letter-address` when the address cannot be posted to, `letter-wording` when a field has no value.
 */
export const writeLetter = (policy: Policy, matter: LetterMatter): Result<LetterDocument> => {
  const wrong = missing(matter.order) ?? wrongFigures(matter.order)
  if (wrong !== undefined) return refused('letter-matter', wrong, 'Order the letter again from the register.')
  const address = windowLines(matter.to)
  if (address === undefined)
    return refused(
      'letter-address',
      'The address has no UK postcode, or fewer than three or more than seven lines.',
      'Correct the address of this contact in the school’s system and import contacts again.',
    )
  const { title, paragraphs } = policy.letters.wordings[wordingOf(policy, matter.order)]
  const fields = letterFields(policy, matter)
  const unknown = [title, ...paragraphs.filter((each) => blockName(each) === undefined)]
    .flatMap(fieldsOf)
    .find((field) => fields[field] === undefined)
  if (unknown !== undefined)
    return refused(
      'letter-wording',
      `The wording asks for {${unknown}}, which this letter does not have.`,
      'Correct the wording.',
    )
  const { letterhead, signatory } = policy.letters
  const written = blocksOf(policy, matter, paragraphs)
  const name = matter.signedBy === undefined ? [] : [matter.signedBy]
  return ok({
    title: fillWording(title, fields, 1),
    language: 'en-GB',
    date: matter.date,
    reference: matter.reference,
    school: {
      name: policy.name,
      strapline: letterhead.strapline,
      contact: [...letterhead.address, letterhead.phone, letterhead.website, writtenDate(matter.date)],
    },
    address,
    blocks: [
      { is: 'paragraph', text: `Dear ${matter.to.name},` },
      ...signed(written, [
        'Yours sincerely',
        ...name,
        `${signatory.title}, ${policy.name}`,
        `Telephone ${signatory.phone}`,
      ]),
    ],
  })
}

/** What an officer of the authority answers for files that the school has made for them. */
import * as z from 'zod'
import type { FullSchool } from '../full-school.ts'
import { filled, folded, type Writing } from './writing.ts'

const OFFICER = 'la.891.reader'
const EXTRACTS = '/academies/springbank/extracts'
const Extracts = z.object({ extracts: z.array(z.object({ id: z.string(), kind: z.string(), rows: z.number() })) })

/** What was made for the week before Christmas with a row in it is in the officer's hands. */
const someIsCollected = async ({ console: { school } }: FullSchool): Promise<void> => {
  const { extracts } = Extracts.parse((await school.api(OFFICER, 'GET', EXTRACTS)).body)
  const made = extracts.find(({ kind, rows }) => kind === 'absence' && rows > 0)
  await school.api(OFFICER, 'POST', `${EXTRACTS}/${made?.id}/collect`, { hand: 'link' })
}

export const OF_OFFICERS: readonly Writing[] = [
  {
    what: 'an extract that is collected',
    as: 'Officer of the local authority',
    at: 'extracts/springbank',
    write: async (page) => page.getByRole('heading', { name: /^Attendance return.*15 December/ }),
    press: /^Collect of Attendance return.*15 December/,
    done: (page) => page.getByRole('link', { name: /^Open it/ }),
  },
  {
    what: 'rows that an officer rejects',
    as: 'Officer of the local authority',
    at: 'extracts/springbank',
    after: someIsCollected,
    async write(page) {
      return filled(await folded(page, 'Reject rows'), { Rows: '1 The UPN is not ours' })
    },
    press: 'Reject these rows',
    done: (page) => page.getByText('Row 1: The UPN is not ours'),
  },
]

import { goTo } from '../client/address.ts'
import type { PageProps } from '../pages/page-for.ts'
import { Page } from '../parts/page.tsx'
import { PupilPage } from './pupil-page.tsx'
import { PupilSearch } from './pupil-search.tsx'

/** A pupil's whole story, or the search for one. */
export const PupilsPage = ({ today, rest: [id] }: Pick<PageProps, 'today' | 'rest'>) =>
  id === undefined ? (
    <Page title="Pupils" about="Type the beginning of a first name or surname; the pupil’s whole story opens.">
      <PupilSearch label="Name" leaversToo choose={(found) => goTo('pupils', found.id)} />
    </Page>
  ) : (
    <PupilPage key={id} id={id} today={today} />
  )

import type { PageProps } from '../pages/page-for.ts'
import { Page } from '../parts/page.tsx'
import { ChoosePart } from './choose-part.tsx'
import { ReportPart } from './report-part.tsx'

/** Files in: chosen, read as the school says, seen before they are applied. */
export const ImportsPage = ({ rest: [id] }: Pick<PageProps, 'rest'>) => (
  <Page
    title="Import a file"
    about="A file is read whole, shown to you, and applied all at once or not at all. Importing it twice does no harm."
  >
    {id === undefined ? <ChoosePart /> : <ReportPart key={id} id={id} />}
  </Page>
)

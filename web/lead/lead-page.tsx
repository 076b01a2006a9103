import { Page } from '../parts/page.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { ThresholdsPart } from './thresholds-part.tsx'

/** Classes by their names, for lists that know only ids. */
export const classNamesOf = ({ classes }: Today): ReadonlyMap<string, string> =>
  new Map(classes.map(({ id, name }) => [id, name]))

/** Where the lead begins: whose attendance asks for something. */
export const LeadPage = ({ today }: { readonly today: Today }) => (
  <Page title="Thresholds" about="Whose attendance asks for something, as last night counted it.">
    <ThresholdsPart classNames={classNamesOf(today)} />
  </Page>
)

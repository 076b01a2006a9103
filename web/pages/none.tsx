/** In place of a page. */
import { Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'

export const NoSuchPage = () => (
  <Page title="There is no such page">
    <p className="govuk-body">Choose one of the pages above.</p>
  </Page>
)

export const NoPages = () => (
  <Page title="Nothing here for this role yet">
    <Notice title="The console has no page for your role.">
      <p className="govuk-body">
        Names of pupils are for the school’s own staff. Ask the school if you need a role there.
      </p>
    </Notice>
  </Page>
)

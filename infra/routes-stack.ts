import { type App, Stack } from 'aws-cdk-lib'
import { HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { API_ROUTES } from '../shared/api/tables/api-routes.ts'
import { addRoute, answeredBy } from './core/routes.ts'
import { type Core, REGION } from './core-stack.ts'

/**
 * Every route of the API that staff and officers call, by itself, behind their tokens but for those that are open. Apart from the core,
 * which would outgrow the 500 resources that a stack may have: routes are half of all there is, and each new screen adds some.
 */
export const routesStack = (app: App, core: Core): Stack => {
  const stack = new Stack(app, 'Firstbell-Routes', {
    env: { region: REGION },
    description: 'Firstbell: what staff and officers may ask of the API.',
  })
  const tokens = new HttpJwtAuthorizer('Tokens', core.staff.pool.userPoolProviderUrl, {
    jwtAudience: [core.staff.client.userPoolClientId],
  })
  const { api, reports, 'extracts-api': extracts, site } = core.answering
  const integrations = {
    api: answeredBy('ApiFunction', api),
    reports: answeredBy('ReportsFunction', reports),
    'extracts-api': answeredBy('ExtractsApiFunction', extracts),
    site: answeredBy('SiteFunction', site),
  }
  for (const { route, by = 'api', open } of API_ROUTES)
    addRoute(stack, core.api, route, integrations[by], open ? new HttpNoneAuthorizer() : tokens)
  return stack
}

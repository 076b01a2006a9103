import type { Stack } from 'aws-cdk-lib'
import {
  type HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda'

const METHODS: ReadonlyMap<string, HttpMethod> = new Map(
  Object.values(HttpMethod).map((method) => [String(method), method]),
)

const keyOf = (route: string): HttpRouteKey => {
  const [verb = '', path = ''] = route.split(' ')
  const method = METHODS.get(verb)
  if (!method)
    throw new RangeError(
      `There is a route "${route}", which begins with no HTTP method. Write it like "GET /openapi.json".`,
    )
  return HttpRouteKey.with(path, method)
}

/** A function that answers routes, under one permission for them all: one each would outgrow the function's policy. */
export const answeredBy = (id: string, made: Lambda): HttpLambdaIntegration =>
  new HttpLambdaIntegration(id, made, { scopePermissionToRoute: false })

/** A route of the API by itself, like `GET /openapi.json`, and who may call it. */
export const addRoute = (
  stack: Stack,
  httpApi: HttpApi,
  route: string,
  integration: HttpLambdaIntegration,
  authorizer: IHttpRouteAuthorizer,
): HttpRoute => {
  const id = `Route ${route}`.replace(/[^A-Za-z0-9]+/g, '-')
  return new HttpRoute(stack, id, { httpApi, routeKey: keyOf(route), integration, authorizer })
}

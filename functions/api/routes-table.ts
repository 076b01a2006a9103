/** A route of the API as the gateway sees it: `PUT /academies/{academy}/...`. */
export interface ApiRoute {
  readonly route: `${'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'} /${string}`
  /** Answers without a token. */
  readonly open?: boolean
}

/** Every route there is: the gateway is built from it, so that nothing is answered that is not in this list. */
export const API_ROUTES: readonly ApiRoute[] = [
  { route: 'GET /openapi.json', open: true },
  { route: 'PUT /academies/{academy}/registers/{date}/{session}/{class}' },
  { route: 'GET /academies/{academy}/registers/{date}/{session}/{class}' },
]

/** A route of the API as the gateway sees it: `PUT /academies/{academy}/...`. */
export interface ApiRoute {
  readonly route: `${'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'} /${string}`
  /** Answers without a token. */
  readonly open?: boolean
}

/** Every route there is: the gateway is built from it, so that nothing is answered that is not in this list. */
export const API_ROUTES: readonly ApiRoute[] = [
  { route: 'PUT /academies/{academy}/registers/{date}/{session}/{class}' },
  { route: 'GET /academies/{academy}/registers/{date}/{session}/{class}' },
  { route: 'POST /academies/{academy}/pupils/{pupil}/arrivals' },
  { route: 'POST /academies/{academy}/pupils/{pupil}/departures' },
  { route: 'POST /academies/{academy}/pupils/{pupil}/absences' },
  { route: 'PATCH /academies/{academy}/pupils/{pupil}/marks/{date}/{session}' },
  { route: 'POST /academies/{academy}/imports/{file}' },
  { route: 'POST /academies/{academy}/imports/{file}/upload-address' },
  { route: 'GET /academies/{academy}/imports/{import}' },
]

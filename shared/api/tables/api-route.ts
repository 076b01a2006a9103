/** A route of the API as the gateway sees it: `PUT /academies/{academy}/...`. */
export interface ApiRoute {
  readonly route: `${'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'} /${string}`
  /** What it is for, in the description of the API. */
  readonly says: string
  /** The function that answers it; the API's own when left out. */
  readonly by?: 'reports' | 'extracts-api' | 'site'
  /** Answers without a token. */
  readonly open?: boolean
}

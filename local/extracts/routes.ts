/** Extracts on one machine: what the nights have made, and as whom one signs in to the console to collect it. */
import { jsonAnswer } from '../http.ts'
import type { LocalRoute } from '../local-route.ts'
import { shownExtracts } from './shown.ts'

export const localExtractRoutes: Readonly<Record<string, LocalRoute>> = {
  'GET /local/extracts': async ({ query }, stack) => {
    await stack.turning.quiet()
    const asked = query.get('academy')
    return jsonAnswer(await shownExtracts(stack, asked === null ? await stack.stores.policies.academies() : [asked]))
  },
}

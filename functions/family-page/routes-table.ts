/** The addresses that parents open. A list by itself, so that the stack can read it without the function behind it. */
export const FAMILY_ROUTES = ['GET /p/{token}', 'POST /p/{token}'] as const

export type FamilyRoute = (typeof FAMILY_ROUTES)[number]

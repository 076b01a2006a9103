/** The addresses that providers call. A list by itself, so that the stack can read it without the functions behind it. */
export const HOOK_ROUTES = [
  'POST /hooks/notify/receipt',
  'POST /hooks/notify/received',
  'POST /hooks/notify/returned',
  'POST /hooks/twilio/receipt',
  'POST /hooks/twilio/sms',
] as const

export type HookRoute = (typeof HOOK_ROUTES)[number]

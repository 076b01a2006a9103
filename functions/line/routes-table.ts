/** The addresses that Twilio calls for the absence line. A list by itself, so that the stack can read it without the functions behind it. */
export const LINE_ROUTES = ['POST /hooks/twilio/voice'] as const

export type LineRoute = (typeof LINE_ROUTES)[number]

/** What every file of the console is sent with, from the edge and from one machine alike. */
export const CONSOLE_HEADERS: Readonly<Record<string, string>> = {
  // Nothing but the console's own files, and no page of anybody else's may show it in a frame.
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
}

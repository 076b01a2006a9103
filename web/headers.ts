/** What every file of the console is sent with, from the edge and from one machine alike. */

/**
 * Nothing but the console's own files, and no page of anybody else's may show it in a frame; it speaks to its own origin, and to those that
 * it is given: the sign-in page's, and the one that large files are sent to.
 */
export const contentSecurityPolicy = (...others: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    ['connect-src', "'self'", ...others].join(' '),
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/** Two years, in seconds. */
export const TRANSPORT_SECONDS = 63_072_000

export const CONSOLE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy(),
  'referrer-policy': 'no-referrer',
  'strict-transport-security': `max-age=${TRANSPORT_SECONDS}; includeSubDomains`,
  'x-content-type-options': 'nosniff',
}

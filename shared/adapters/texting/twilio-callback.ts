/**
 * Where Twilio says what became of a text: our own address with our reference on the text in it. Twilio keeps nothing of ours beside a text, but
 * calls that address as it was given, and signs it whole. Source: Twilio documentation, "Track the message status of outbound messages".
 */
const NAME = 'text'
/** As long as a reference that was made here can be, in these letters. */
const LONGEST = 1100

/** `address` with the reference, in letters that no gateway writes another way. */
export const callbackFor = (address: string, reference: string): string => {
  const url = new URL(address)
  url.searchParams.set(NAME, Buffer.from(reference).toString('base64url'))
  return url.href
}

/** The reference in the address that was called; `undefined` where a text was handed over without one. */
export const referenceCalled = (query: Readonly<Record<string, string>>): string | undefined => {
  const written = query[NAME]
  return written === undefined || written.length > LONGEST
    ? undefined
    : Buffer.from(written, 'base64url').toString('utf8')
}

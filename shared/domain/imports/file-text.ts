/**
 * The text of a file as schools' systems write it: UTF-8; UTF-16 where its first two bytes say so; what is neither as Windows-1252, as a
 * spreadsheet on a British machine saves CSV. The mark of order at its beginning is no part of it.
 */
export const fileText = (bytes: Uint8Array): string => {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** What stands where bytes were taken for UTF-8 that they were not: the letter is lost, and nobody can say which it was. */
export const LOST_LETTER = '\ufffd'

/**
 * Letters that look like those of the English alphabet: of other alphabets, and signs and figures used in their place. By what they
 * are in lower case, as a text is read, so that a capital Greek eta stands under the h that it looks like.
 */

const LOOKS_LIKE: Readonly<Record<string, string>> = {
  a: 'аαɑ4@',
  b: 'вβƅь8',
  c: 'сϲ',
  d: 'ԁ',
  e: 'еεєҽ3',
  g: 'ɡ9',
  h: 'һнη',
  i: 'іιɩ1!|l',
  j: 'јϳ',
  k: 'кκ',
  l: 'ӏι1!|i',
  m: 'мμ',
  n: 'пηνո',
  o: 'оοσօ0',
  p: 'рρ',
  q: 'ԛ',
  r: 'гᴦ',
  s: 'ѕ5$',
  t: 'тτ7+',
  u: 'υսц',
  v: 'νѵ',
  w: 'ԝωшѡ',
  x: 'хχ',
  y: 'уγʏү',
  z: 'ζʐ2',
}

/** A pattern, for use between letters and figures of any alphabet, of one letter as it may be disguised. */
export const disguised = (letter: string): string => {
  const like = LOOKS_LIKE[letter]
  return like === undefined ? letter : `[${letter}${like.replace(/[|$+]/g, '\\$&')}]`
}

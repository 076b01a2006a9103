/** A number in E.164: carriers write +447..., 447..., 00447... or 07... for the same phone. A short code is left as it came. */
export const e164 = (number: string): string => {
  const digits = number.replace(/^\+/, '').replace(/^00/, '')
  if (digits.length < 7) return digits
  return `+${/^0\d{9,10}$/.test(digits) ? `44${digits.slice(1)}` : digits}`
}

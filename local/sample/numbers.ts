/** Telephone numbers that ring nowhere: Ofcom keeps 07700 900000-900999 and 01632 960000-960999 for drama. */

/** 900000 to 900099 are staff's; 900900 to 900949 the academies' own senders. */
const FAMILIES = [
  [900100, 900899],
  [900950, 900999],
] as const

const six = (number: number): string => `07700 ${number}`

/** How many families' numbers an academy has. The same ones serve the next academy: the number texted to tells them apart. */
export const FAMILY_MOBILES: readonly string[] = FAMILIES.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => six(first + index)),
)

/** A member of staff's mobile, by their place on the list; only the first hundred have one. */
export const staffMobile = (place: number): string | undefined => (place < 100 ? six(900000 + place) : undefined)

/** A landline; two homes may have the same, since nobody is known by one. */
export const landline = (place: number): string => `01632 960${String(place % 1000).padStart(3, '0')}`

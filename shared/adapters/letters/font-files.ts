/** The font files of letters by name, apart from the reading of them, so that a stack can carry them without opening any. */

export type Weight = 'regular' | 'bold'

const FAMILIES = [
  ['atkinson-hyperlegible-next', 'AtkinsonHyperlegibleNext'],
  ['noto-sans', 'NotoSans'],
  ['noto-sans-arabic', 'NotoSansArabic'],
] as const

const WEIGHTS: Readonly<Record<Weight, string>> = { regular: '400Regular', bold: '700Bold' }

/** The files of a weight, the first that has a letter sets it. */
export const filesOf = (weight: Weight): readonly string[] =>
  FAMILIES.map(([folder, family]) => `@expo-google-fonts/${folder}/${WEIGHTS[weight]}/${family}_${WEIGHTS[weight]}.ttf`)

/** All of them, as a program asks for them; a bundle carries these and no others. */
export const FONT_FILES: readonly string[] = [...filesOf('regular'), ...filesOf('bold')]

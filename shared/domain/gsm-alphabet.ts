/** The short alphabet of texts, in which a part holds 160 letters. Source: 3GPP TS 23.038, GSM 7-bit default alphabet and its extension. */
const GSM =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const GSM_EXTENDED = '\f^{}\\[~]|€'

const BASIC = new Set(GSM)
const EXTENDED = new Set(GSM_EXTENDED)

/** The character can be said in the short alphabet. */
export const isGsm = (character: string): boolean => BASIC.has(character) || EXTENDED.has(character)

/** Septets that a character of the short alphabet takes: those of the extension are written with an escape. */
export const septets = (character: string): number => (EXTENDED.has(character) ? 2 : 1)

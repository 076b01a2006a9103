/** Why a batch of texts is held. */
export const BRAKE_BECAUSE = {
  'class-share': 'Too many of one class are missing at once.',
  'academy-share': 'Too many of the school are missing at once.',
  'closure-day': 'The school has closed since the register was taken.',
  'stale-register': 'The register is too old to text upon.',
} as const

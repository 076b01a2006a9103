import { fieldsOf } from '../../shared/domain/wording.ts'
import { type Check, when } from './check.ts'

const saysPage = (wording: string): boolean => fieldsOf(wording).includes('page')

/** A wording that says {page} while no text carries the link could never go. */
export const pageOnlyWhereSwitchedOn: Check = ({ familyPage, wordings }) =>
  Object.entries(wordings).flatMap(([name, wording]) =>
    when(
      !familyPage.inTexts && saysPage(wording),
      `wordings.${name}`,
      'says {page}, but familyPage.inTexts is off.',
      'Set familyPage.inTexts to true, or take {page} out.',
    ),
  )

/** Switched on, and in no text: nobody would ever get the link. */
export const pageIsSaidSomewhere: Check = ({ familyPage, wordings }) =>
  when(
    familyPage.inTexts && !Object.values(wordings).some(saysPage),
    'familyPage.inTexts',
    'is on, but no wording says {page}.',
    'Put {page} into a wording such as unreported, or set familyPage.inTexts to false.',
  )

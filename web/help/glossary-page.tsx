import { ALL_CODES, type Category, CODES, RETIRED_CODES } from '../../shared/domain/codes.ts'
import { Page } from '../parts/page.tsx'
import { WORDS } from './words.ts'

const CATEGORIES: Readonly<Record<Category, { readonly title: string; readonly counts: string }>> = {
  present: { title: 'Present', counts: 'Counts as attended.' },
  activity: { title: 'At an approved activity elsewhere', counts: 'Counts as attended.' },
  authorised: { title: 'Absent, and the school has agreed', counts: 'Counts as an authorised absence.' },
  unauthorised: { title: 'Absent, and the school has not agreed', counts: 'Counts as an unauthorised absence.' },
  'not-possible': { title: 'Not a possible attendance', counts: 'Counts neither for nor against the child.' },
  administrative: { title: 'Marks of the school itself', counts: 'Counts neither for nor against the child.' },
}

/** What narrows a code, in words. */
const limitsOf = (code: (typeof ALL_CODES)[number]): string => {
  const { only, needsNote, age, wholeSchool, penalty, years } = CODES[code]
  return [
    ...(only === undefined ? [] : [only === 'AM' ? 'In the morning only.' : 'In the afternoon only.']),
    ...(needsNote === undefined ? [] : [`Say ${needsNote}.`]),
    ...(age === undefined
      ? []
      : [age === 'compulsory' ? 'Of compulsory school age only.' : 'Not of compulsory school age.']),
    ...(years === undefined ? [] : [`Years ${years.join(' and ')} only.`]),
    ...(wholeSchool ? ['For everybody at once, from the calendar.'] : []),
    ...(penalty ? ['Counts towards a penalty notice.'] : []),
  ].join(' ')
}

const Codes = ({ category }: { readonly category: Category }) => {
  const { title, counts } = CATEGORIES[category]
  return (
    <section className="fb-section fb-glossary" aria-label={title}>
      <h2 className="govuk-heading-m fb-section__title">{title}</h2>
      <p className="govuk-body-s fb-about">{counts}</p>
      <dl className="govuk-summary-list">
        {ALL_CODES.filter((code) => CODES[code].category === category).map((code) => (
          <div className="govuk-summary-list__row" key={code}>
            <dt className="govuk-summary-list__key">
              <kbd>{code}</kbd>
            </dt>
            <dd className="govuk-summary-list__value">
              {CODES[code].meaning}. <span className="fb-about">{limitsOf(code)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Every code and every word of the console, from the data that the registers are checked by. */
export const GlossaryPage = () => (
  <Page
    title="Codes and words"
    about="The national codes in force since 19 August 2024, and what Firstbell calls things."
  >
    <h2 className="govuk-heading-m">Words</h2>
    <dl className="govuk-summary-list fb-glossary">
      {WORDS.map(({ word, means }) => (
        <div className="govuk-summary-list__row" key={word}>
          <dt className="govuk-summary-list__key">{word}</dt>
          <dd className="govuk-summary-list__value">{means}</dd>
        </div>
      ))}
    </dl>
    {(Object.keys(CATEGORIES) as Category[]).map((category) => (
      <Codes key={category} category={category} />
    ))}
    <section className="fb-section fb-glossary" aria-label="Codes that have ended">
      <h2 className="govuk-heading-m fb-section__title">Codes that have ended</h2>
      <p className="govuk-body-s fb-about">They stand in older registers.</p>
      <dl className="govuk-summary-list">
        {Object.entries(RETIRED_CODES).map(([code, { instead }]) => (
          <div className="govuk-summary-list__row" key={code}>
            <dt className="govuk-summary-list__key">
              <kbd>{code}</kbd>
            </dt>
            <dd className="govuk-summary-list__value">Now {instead}.</dd>
          </div>
        ))}
      </dl>
    </section>
  </Page>
)

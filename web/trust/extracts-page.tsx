import { CollectAtAnswer, ExtractsAnswer } from '../../events/api/extracts.ts'
import { addressOf } from '../client/address.ts'
import { useLive } from '../client/live.ts'
import { useSignIn } from '../client/sign-in-state.ts'
import { ListPart } from '../lead/list-part.tsx'
import type { OutsideProps } from '../pages/page-for.ts'
import { Freshness } from '../parts/freshness.tsx'
import { Page } from '../parts/page.tsx'
import { Tag } from '../parts/tag.tsx'
import { type Extract, ExtractRow } from './extract-row.tsx'

const OfSchool = ({
  at,
  mayAnswer,
  back,
}: {
  readonly at: string
  readonly mayAnswer: boolean
  readonly back: boolean
}) => {
  const live = useLive(ExtractsAnswer, at)
  const extracts = live.value?.extracts ?? []
  const isToDo = ({ state, superseded }: Extract) =>
    !superseded && (state === 'waiting' || (mayAnswer && state === 'collected'))
  const [waiting, past] = [extracts.filter(isToDo), extracts.filter((each) => !isToDo(each))]
  const row = (extract: Extract) => (
    <ExtractRow key={extract.id} extract={extract} at={at} mayAnswer={mayAnswer} after={live.refresh} />
  )
  return (
    <>
      {back ? (
        <p className="govuk-body">
          <a className="govuk-link" href={addressOf('extracts')}>
            All schools
          </a>
          {live.value ? <span className="fb-about"> · {live.value.name}</span> : null}
        </p>
      ) : null}
      <Freshness live={live} />
      {live.value ? (
        <>
          <ListPart
            title={mayAnswer ? 'To collect or to answer' : 'Not collected yet'}
            empty={
              mayAnswer
                ? 'Nothing waits for you here. What the school makes for you at night stands here the next morning.'
                : 'Nothing waits to be collected. What is made at night stands here until it was.'
            }
            count={waiting.length}
          >
            {waiting.map(row)}
          </ListPart>
          <ListPart
            title="Before"
            empty="Nothing was collected yet. What was stands here, with its receipt."
            count={past.length}
          >
            {past.map(row)}
          </ListPart>
        </>
      ) : null}
    </>
  )
}

const Schools = () => {
  const live = useLive(CollectAtAnswer, '/trust/academies')
  const academies = live.value?.academies ?? []
  return (
    <>
      <Freshness live={live} />
      {live.value ? (
        <ListPart
          title="Schools"
          empty="No school makes extracts for you. Whom a school sends to is in its policy; ask the school."
          count={academies.length}
        >
          {academies.map(({ academy, waiting }) => (
            <li className="fb-row" key={academy.id}>
              <h3 className="fb-row__subject">
                <a className="govuk-link" href={addressOf('extracts', academy.id)}>
                  {academy.name}
                </a>
              </h3>
              <p className="fb-row__happened">
                <Tag tone={waiting === 0 ? 'good' : 'waiting'}>
                  {waiting === 0 ? 'Nothing waits' : waiting === 1 ? '1 waits' : `${waiting} wait`}
                </Tag>
              </p>
            </li>
          ))}
        </ListPart>
      ) : null}
    </>
  )
}

/** Files made for others: an officer's own at each school, with what became of them; at a school, all that it has made. */
export const ExtractsPage = ({ rest: [academy] }: OutsideProps) => {
  const { who, was } = useSignIn()
  // Whoever's sign-in has expired comes back to the page as they left it.
  const isOutside = (who ?? was)?.academy === ''
  return (
    <Page
      title="Extracts"
      about={
        isOutside
          ? 'Files made for you. What you take is written down: who, when, and the hash of the bytes.'
          : 'Files made for the authority and the Trust, and who has taken them.'
      }
    >
      {isOutside && academy === undefined ? (
        <Schools />
      ) : (
        <OfSchool
          at={isOutside ? `/academies/${academy}/extracts` : 'extracts'}
          mayAnswer={isOutside}
          back={isOutside}
        />
      )}
    </Page>
  )
}

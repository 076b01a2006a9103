import { useEffect, useId, useState } from 'react'
import { OnSiteAnswer } from '../../events/api/site-answers.ts'
import { localTime, spokenDate } from '../../shared/domain/time.ts'
import { useLive } from '../client/live.ts'
import { Button } from '../parts/button.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { Page } from '../parts/page.tsx'
import { Tag } from '../parts/tag.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { rememberedSite, rememberSite } from './site-memory.ts'
import { countInWords, notIn, type SiteClass, toFind, whyAway } from './who.ts'

interface ClassOnSiteProps {
  readonly aClass: SiteClass
  readonly seen: ReadonlySet<string>
  readonly see: (pupil: string, isSeen: boolean) => void
}

const ClassOnSite = ({ aClass, seen, see }: ClassOnSiteProps) => {
  const id = useId()
  const wanted = toFind(aClass)
  const away = notIn(aClass)
  const found = wanted.filter((pupil) => seen.has(pupil.id)).length
  return (
    <section aria-label={aClass.name} className="fb-section">
      <h2 className="govuk-heading-m fb-section__title">
        {aClass.name}{' '}
        <span className="fb-count">
          {found} of {wanted.length} seen
        </span>
      </h2>
      <ul className="fb-seen">
        {wanted.map((pupil) => (
          <li className="govuk-checkboxes__item" key={pupil.id}>
            <input
              className="govuk-checkboxes__input"
              type="checkbox"
              id={`${id}-${pupil.id}`}
              checked={seen.has(pupil.id)}
              onChange={({ target }) => see(pupil.id, target.checked)}
            />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={`${id}-${pupil.id}`}>
              {pupil.name} {pupil.is === 'unknown' ? <Tag tone="waiting">Not known</Tag> : null}
            </label>
          </li>
        ))}
      </ul>
      {away.length === 0 ? null : (
        <p className="govuk-body-s">Not in: {away.map((pupil) => `${pupil.name} (${whyAway(pupil)})`).join(', ')}.</p>
      )}
    </section>
  )
}

/** Who is in school now, to be called out where everybody assembles: on a phone, on paper, and without a connection. */
export const SitePage = ({ today }: { readonly today: Today }) => {
  const live = useLive(OnSiteAnswer, 'on-site')
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const site = live.value ?? rememberedSite()
  useEffect(() => {
    if (live.value) rememberSite(live.value)
  }, [live.value])
  const see = (pupil: string, isSeen: boolean): void => {
    const others = [...seen].filter((each) => each !== pupil)
    setSeen(new Set(isSeen ? [...others, pupil] : others))
  }
  return (
    <Page
      title="On site now"
      about={
        site
          ? `${countInWords(site)} As of ${localTime(site.asOf, today.academy.zone)}, ${spokenDate(today.date)}.`
          : undefined
      }
    >
      <Freshness live={{ ...live, value: site, asOf: site?.asOf }} />
      {site ? (
        <>
          <div className="fb-row__ways fb-print-not">
            <Button look="secondary" onClick={() => window.print()}>
              Print the list
            </Button>
            <Button look="link" onClick={() => setSeen(new Set())}>
              Begin again
            </Button>
          </div>
          <p className="govuk-body-s fb-about">
            <span className="fb-print-not">Ticks stay on this screen and change no register.</span> Staff and visitors
            are not in this list.
          </p>
          {site.classes.map((aClass) => (
            <ClassOnSite key={aClass.id} aClass={aClass} seen={seen} see={see} />
          ))}
        </>
      ) : null}
    </Page>
  )
}

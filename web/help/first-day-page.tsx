import { useEffect, useRef, useState } from 'react'
import { addressOf } from '../client/address.ts'
import type { PageProps } from '../pages/page-for.ts'
import { Button } from '../parts/button.tsx'
import { Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { stepsFor } from './first-day.ts'
import { howFar, keepHowFar } from './how-far.ts'

/** Two minutes for somebody new: one thing at a time, with the page where it is tried. Left at any step, it goes on there. */
export const FirstDayPage = ({ today }: Pick<PageProps, 'today'>) => {
  const { academy, sub, roles } = today
  const steps = stepsFor(roles)
  const [at, setAt] = useState(() => howFar(academy.id, sub, steps.length))
  const heading = useRef<HTMLHeadingElement>(null)
  const hasMoved = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is another place to read from
  useEffect(() => {
    if (hasMoved.current) heading.current?.focus()
  }, [at])
  const goOn = (to: number): void => {
    hasMoved.current = true
    keepHowFar(academy.id, sub, to)
    setAt(to)
  }
  const step = steps[at]
  return (
    <Page title="Your first day" about="Two minutes. Leave it whenever you like: it goes on where you were.">
      {step === undefined ? (
        <>
          <h2 className="govuk-heading-m" ref={heading} tabIndex={-1}>
            That is all
          </h2>
          <Notice tone="good" title="You know what a day needs.">
            <p className="govuk-body">
              Every code and word is explained under{' '}
              <a className="govuk-link" href={addressOf('glossary')}>
                Codes and words
              </a>
              .
            </p>
          </Notice>
          <Button look="secondary" onClick={() => goOn(0)}>
            Begin again
          </Button>
        </>
      ) : (
        <section aria-labelledby="first-step">
          <p className="govuk-body-s fb-about">
            Step {at + 1} of {steps.length}
          </p>
          <h2 className="govuk-heading-m" id="first-step" ref={heading} tabIndex={-1}>
            {step.title}
          </h2>
          <p className="govuk-body">{step.says}</p>
          <p className="govuk-body">
            <a className="govuk-link" href={addressOf(step.at.way)}>
              {step.at.says}
            </a>
          </p>
          <div className="govuk-button-group">
            <Button onClick={() => goOn(at + 1)}>{at + 1 === steps.length ? 'Done' : 'Next'}</Button>
            {at === 0 ? null : (
              <Button look="link" onClick={() => goOn(at - 1)}>
                Step before
              </Button>
            )}
          </div>
        </section>
      )}
    </Page>
  )
}

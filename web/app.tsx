import { useEffect, useLayoutEffect, useRef } from 'react'
import { TodayAnswer } from '../events/api/people.ts'
import { useAddress } from './client/address.ts'
import { leaveAsBrought } from './client/hosted-sign-in.ts'
import { type Live, useLive } from './client/live.ts'
import { type SignedIn, useSignIn } from './client/sign-in-state.ts'
import { NoPages, NoSuchPage } from './pages/none.tsx'
import { outsideRoles, pagesFor, seesEverybody } from './pages/pages-for.ts'
import { TRUST_PAGES } from './pages/trust-pages.tsx'
import { Frame } from './parts/frame.tsx'
import { FreshSchool } from './parts/fresh-school.tsx'
import { Freshness } from './parts/freshness.tsx'
import { fetchLater } from './parts/later.tsx'
import { SignIn } from './sign-in/sign-in.tsx'
import { useSiteAtHand } from './site/site-memory.ts'
import { useKeptRegisters } from './teacher/send-kept.ts'
import { useKeptVisits } from './visits/kept-visits.ts'

/** Everything a person sees once it is known who they are here. */
const SignedInApp = ({ who }: { readonly who: SignedIn }) => {
  const live = useLive(TodayAnswer, 'today')
  const [first, ...rest] = useAddress()
  const kept = useKeptRegisters(who, live.value?.date)
  const visits = useKeptVisits(who)
  useSiteAtHand(seesEverybody(live.value?.roles ?? []))
  const pages = pagesFor([...(live.value?.roles ?? []), ...outsideRoles(who.outside)])
  const isKnown = live.value !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the first page stands
  useEffect(() => void fetchLater(pages.all.map(({ page }) => page)), [isKnown])
  const there = pages.at(first)
  // What is reached from another page shows something by its id: without one there is nothing.
  const here = typeof there?.says === 'object' && rest.length === 0 ? undefined : there
  return (
    <Frame
      who={who}
      school={live.value?.academy.name}
      groups={pages.groups}
      zone={live.value?.academy.zone}
      here={here?.way}
    >
      {live.value === undefined ? (
        <FirstLook live={live} />
      ) : here === undefined ? (
        <NoSuchPage />
      ) : (
        <>
          {live.value.classes.length === 0 && seesEverybody(live.value.roles) ? <FreshSchool /> : null}
          <here.page today={live.value} live={live} kept={kept} visits={visits} rest={rest} />
        </>
      )}
    </Frame>
  )
}

/** Somebody of the Trust or of an authority, who is at no school. */
const OutsideApp = ({ who }: { readonly who: SignedIn }) => {
  const [first, ...rest] = useAddress()
  const pages = pagesFor(outsideRoles(who.outside), TRUST_PAGES)
  const here = pages.at(first)
  return (
    <Frame who={who} groups={pages.groups} here={here?.way}>
      {here === undefined ? <NoSuchPage /> : <here.page rest={rest} />}
    </Frame>
  )
}

/** Before it is known what this person may see. */
const FirstLook = ({ live }: { readonly live: Live<unknown> }) =>
  live.failure?.problem?.status === 403 ? <NoPages /> : <Freshness live={live} />

/** Where the keyboard was when the sign-in expired: it is there again when the page is. */
const useKeptFocus = (isOut: boolean): void => {
  const kept = useRef<Element>(null)
  useLayoutEffect(() => {
    if (isOut) kept.current = document.activeElement
    else if (kept.current instanceof HTMLElement) kept.current.focus()
  }, [isOut])
}

export const App = () => {
  const { who, was } = useSignIn()
  const shown = who ?? was
  useKeptFocus(who === undefined && was !== undefined)
  useEffect(() => {
    if (who !== undefined) leaveAsBrought()
  }, [who])
  return (
    <>
      {who === undefined ? (
        <Frame>
          <SignIn expired={was !== undefined} />
        </Frame>
      ) : null}
      {shown === undefined ? null : (
        // Behind an expired sign-in the page stays as it was, with all that was entered, for the same person and nobody else.
        <div key={`${shown.academy} ${shown.sub}`} hidden={who === undefined}>
          {shown.academy === '' ? <OutsideApp who={shown} /> : <SignedInApp who={shown} />}
        </div>
      )}
    </>
  )
}

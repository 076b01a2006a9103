import { useEffect } from 'react'
import { TodayAnswer } from '../events/api/people.ts'
import { useAddress } from './client/address.ts'
import { type Live, useLive } from './client/live.ts'
import { type SignedIn, useSignIn } from './client/sign-in-state.ts'
import { NoPages, pagesFor, seesEverybody } from './pages.tsx'
import { Frame } from './parts/frame.tsx'
import { Freshness } from './parts/freshness.tsx'

import { fetchLaterPages } from './parts/later.tsx'
import { SignIn } from './sign-in/sign-in.tsx'
import { useSiteAtHand } from './site/site-memory.ts'

import { useKeptRegisters } from './teacher/send-kept.ts'
import { useKeptVisits } from './visits/kept-visits.ts'

/** Pages that are reached from another. */
const PARTS_OF: Readonly<Record<string, string>> = { registers: 'classes', brakes: 'today' }

/** Everything a person sees once it is known who they are here. */
const SignedInApp = ({ who }: { readonly who: SignedIn }) => {
  const live = useLive(TodayAnswer, 'today')
  const [first, ...rest] = useAddress()
  const kept = useKeptRegisters(who, live.value?.date)
  const visits = useKeptVisits(who)
  useSiteAtHand(seesEverybody(live.value?.roles ?? []))
  const isKnown = live.value !== undefined
  useEffect(() => {
    if (isKnown) void fetchLaterPages()
  }, [isKnown])
  const { ways, show } = pagesFor(live.value?.roles ?? [])
  const here = first ?? ways[0]?.to
  return (
    <Frame who={who} school={live.value?.academy.name} ways={ways} here={PARTS_OF[here ?? ''] ?? here}>
      {live.value ? show(here, rest, { today: live.value, live, kept, visits }) : <FirstLook live={live} />}
    </Frame>
  )
}

/** Before it is known what this person may see. */
const FirstLook = ({ live }: { readonly live: Live<unknown> }) =>
  live.failure?.problem?.status === 403 ? <NoPages /> : <Freshness live={live} />

export const App = () => {
  const { who, expired } = useSignIn()
  if (who) return <SignedInApp key={`${who.academy} ${who.sub}`} who={who} />
  return (
    <Frame ways={[]} here={undefined}>
      <SignIn expired={expired} />
    </Frame>
  )
}

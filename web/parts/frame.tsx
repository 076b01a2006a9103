import type { ReactNode } from 'react'
import { leave } from '../client/leave.ts'
import type { SignedIn } from '../client/sign-in-state.ts'
import type { WayGroup } from '../pages/ways.ts'
import { AtFoot } from './at-foot.tsx'
import { SafetyNet } from './safety-net.tsx'
import { SchoolPicker } from './school-picker.tsx'
import { Ways } from './ways.tsx'

interface FrameProps {
  readonly who?: SignedIn | undefined
  readonly school?: string | undefined
  readonly groups?: readonly WayGroup[]
  /** The school's zone; that of all schools where there is none. */
  readonly zone?: string | undefined
  /** The way to the page that is shown. */
  readonly here?: string | undefined
  readonly children: ReactNode
}

const Bell = () => (
  <svg className="fb-bell" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d="M12 2a1.6 1.6 0 0 0-1.6 1.6v.6A6.5 6.5 0 0 0 5.5 10.5c0 4.3-1 5.7-2 6.7-.7.7-.2 1.8.7 1.8h15.6c.9 0 1.4-1.1.7-1.8-1-1-2-2.4-2-6.7a6.5 6.5 0 0 0-4.9-6.3v-.6A1.6 1.6 0 0 0 12 2Zm-2.2 18.5a2.3 2.3 0 0 0 4.4 0Z" />
  </svg>
)

/** What stands around every page: whose school it is, who is signed in, and the ways from here. */
export const Frame = ({ who, school, groups = [], zone = 'Europe/London', here, children }: FrameProps) => (
  <>
    <a href="#main" className="govuk-skip-link">
      Skip to what is on this page
    </a>
    <header className="fb-head">
      <div className="fb-head__line">
        <p className="fb-head__name">
          <Bell />
          Firstbell
          {school === undefined ? null : <span className="fb-head__school">{school}</span>}
        </p>
        {who === undefined ? null : (
          <p className="fb-head__who">
            {who.places ? <SchoolPicker who={who} places={who.places} /> : who.as}
            <button type="button" className="fb-head__out" onClick={() => leave(who)}>
              Sign out
            </button>
          </p>
        )}
      </div>
      <Ways groups={groups} here={here} />
    </header>
    <main id="main" className="fb-main" tabIndex={-1}>
      <SafetyNet key={window.location.hash}>{children}</SafetyNet>
      <AtFoot zone={zone} />
    </main>
  </>
)

/** The ways from every page: a line of groups and a line of the pages of this one; on a narrow window one button with all of them behind it. */
import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react'
import { addressOf } from '../client/address.ts'
import { groupOf, type Way, type WayGroup } from '../pages/ways.ts'

interface WaysProps {
  readonly groups: readonly WayGroup[]
  /** The way to the page that is shown. */
  readonly here: string | undefined
}

/** Narrower than this, or enlarged as much, the lines would break. */
const narrow = window.matchMedia('(max-width: 48rem)')
const listen = (tell: () => void) => {
  narrow.addEventListener('change', tell)
  return () => narrow.removeEventListener('change', tell)
}
const useIsNarrow = (): boolean => useSyncExternalStore(listen, () => narrow.matches)

/** As many stand side by side on a phone. */
const FEW = 3

const WayLink = ({ to, says, isHere }: Way & { readonly isHere: boolean }) => (
  <a href={addressOf(to)} aria-current={isHere ? 'page' : undefined}>
    {says}
  </a>
)

const Line = ({ ways, here }: { readonly ways: readonly Way[]; readonly here: string | undefined }) => (
  <ul className="fb-ways__pages">
    {ways.map((way) => (
      <li key={way.to}>
        <WayLink {...way} isHere={way.to === here} />
      </li>
    ))}
  </ul>
)

const Lines = ({ groups, here }: WaysProps) => {
  const open = groupOf(groups, here)
  return (
    <>
      <ul className="fb-ways__groups">
        {groups.map(({ id, says, ways: [first, ...rest] }) => (
          <li key={id}>
            <a
              href={addressOf(first.to)}
              aria-current={id !== open?.id ? undefined : rest.length === 0 ? 'page' : 'true'}
            >
              {says}
            </a>
          </li>
        ))}
      </ul>
      {open && open.ways.length > 1 ? <Line ways={open.ways} here={here} /> : null}
    </>
  )
}

const Menu = ({ groups, here }: WaysProps) => {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: closed when another page is shown
  useEffect(() => setOpen(false), [here])
  const open = groupOf(groups, here)
  const page = open?.ways.find(({ to }) => to === here)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its own button opened
    <div
      className="fb-menu"
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !isOpen) return
        setOpen(false)
        button.current?.focus()
      }}
    >
      <p className="fb-menu__line">
        <button
          ref={button}
          type="button"
          className="fb-menu__button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          Pages
        </button>
        <span className="fb-menu__here">{page?.says}</span>
      </p>
      <div id={id} hidden={!isOpen} className="fb-menu__all">
        {groups.map((group) =>
          group.ways.length === 1 ? (
            <Line key={group.id} ways={group.ways} here={here} />
          ) : (
            <section key={group.id} aria-label={group.says}>
              <p className="fb-menu__group">{group.says}</p>
              <Line ways={group.ways} here={here} />
            </section>
          ),
        )}
      </div>
    </div>
  )
}

export const Ways = ({ groups, here }: WaysProps) => {
  const isNarrow = useIsNarrow()
  const ways = groups.flatMap((group) => group.ways)
  if (ways.length === 0) return null
  return (
    <nav aria-label="Pages" className="fb-ways">
      {isNarrow && ways.length > FEW ? (
        <Menu groups={groups} here={here} />
      ) : groups.length === 1 ? (
        <Line ways={ways} here={here} />
      ) : (
        <Lines groups={groups} here={here} />
      )}
    </nav>
  )
}

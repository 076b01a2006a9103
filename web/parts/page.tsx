import { type ReactNode, useEffect, useRef } from 'react'

interface PageProps {
  readonly title: string
  /** In place of the title where that is a child's name: the device remembers what windows were called. */
  readonly inWindow?: string
  /** A line under the title: where, when. */
  readonly about?: ReactNode
  readonly children: ReactNode
}

let opened = 0

/** One page: its title in the window and, for whoever listens to the page, the place where reading begins. */
export const Page = ({ title, inWindow = title, about, children }: PageProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${inWindow} - Firstbell`
  }, [inWindow])
  useEffect(() => {
    // The browser itself begins at the top of the first page.
    if (opened++ > 0) heading.current?.focus()
  }, [])
  return (
    <>
      <h1 className="govuk-heading-l fb-title" ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {about === undefined ? null : <p className="govuk-body fb-about">{about}</p>}
      {children}
    </>
  )
}

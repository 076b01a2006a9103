import { Component, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'

/** What is shown when a page itself breaks, in place of a white window. */
export class SafetyNet extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return (
      <Notice tone="urgent" title="This page has broken.">
        <p className="govuk-body">
          Nothing that was sent is lost, and registers you have begun are kept. Load the page again; if it happens
          again, tell the trust operator.
        </p>
        <Button onClick={() => window.location.reload()}>Load again</Button>
      </Notice>
    )
  }
}

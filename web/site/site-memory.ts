/** The list of who is in school, held in the memory of the open console so that it is there when the connection is not. Never on the device. */
import { useEffect } from 'react'
import type * as z from 'zod'
import { OnSiteAnswer } from '../../events/api/site-answers.ts'
import { read } from '../client/client.ts'

export type OnSite = z.output<typeof OnSiteAnswer>

const EVERY_MINUTES = 5

let remembered: OnSite | undefined

export const rememberedSite = (): OnSite | undefined => remembered
export const rememberSite = (site: OnSite): void => {
  remembered = site
}

/** Reads the list every few minutes for whoever may see it, whatever page they look at; forgotten when they sign out. */
export const useSiteAtHand = (maySee: boolean): void => {
  useEffect(() => {
    if (!maySee) return
    const look = async (): Promise<void> => {
      const heard = await read(OnSiteAnswer, 'on-site')
      if (heard.ok && 'value' in heard) rememberSite(heard.value)
    }
    void look()
    const timer = setInterval(() => void look(), EVERY_MINUTES * 60_000)
    return () => {
      clearInterval(timer)
      remembered = undefined
    }
  }, [maySee])
}

/** The other side of `maker.ts`. */
import { makeAsked } from './make-asked.ts'
import type { Asked } from './maker.ts'

process.on('message', (asked: Asked) => {
  makeAsked(asked).then(
    (made) => process.send?.({ ...made, megabytes: process.resourceUsage().maxRSS / 1024 }),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})

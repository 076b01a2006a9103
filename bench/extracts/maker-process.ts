/** The other side of `maker.ts`. */
import { makeEverything } from './make-everything.ts'
import type { Asked } from './maker.ts'

process.on('message', ({ what, academy, place }: Asked) => {
  makeEverything(what, academy, place).then(
    (made) => process.send?.({ ...made, megabytes: process.resourceUsage().maxRSS / 1024 }),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})

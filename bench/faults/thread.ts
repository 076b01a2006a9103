/** The thread of a player: plays one day after another, as it is told. */
import { parentPort, workerData } from 'node:worker_threads'
import { playOnce } from './play.ts'
import type { AskedDay, DayDone } from './player.ts'

const port = parentPort
if (port === null) throw new Error('This is the thread of a player: run npm run bench:faults.')
const { endpoint }: { readonly endpoint: string } = workerData

port.on('message', async ({ size, seed, history }: AskedDay) => {
  const played = await playOnce(endpoint, size, seed, history)
  port.postMessage({ played, history } satisfies DayDone)
})

/** The words of a recording come, minutes after it was made: kept with the call, and heard with what the call told. */
import type { CallHeard } from '../../events/call-heard.v1.ts'
import { e164 } from '../../shared/domain/number.ts'
import type { StepPorts } from './take-step.ts'

interface Transcript {
  readonly call: string
  readonly to: string
  readonly recording: string
  readonly words: string
}

/**
 * Keeps a transcript once. A recording that the call does not know yet, because the network never said that it was made, is the call's
 * from then on. `unknown`: there is no such call here; the words are the operator's to give to somebody.
 */
export const takeTranscript = async (said: Transcript, ports: StepPorts): Promise<'taken' | 'unknown'> => {
  const { stores, inbound } = ports
  const academy = await stores.policies.academyOfNumber(e164(said.to))
  const call = academy === undefined ? undefined : await stores.line.call(academy, said.call)
  if (academy === undefined || call === undefined) return 'unknown'
  if (call.transcripts[said.recording] !== said.words) {
    const { learned } = call.state
    const recordings = [...new Set([...learned.recordings, said.recording])]
    const state = { ...call.state, learned: { ...learned, recordings } }
    const transcripts = { ...call.transcripts, [said.recording]: said.words }
    if ((await stores.line.keepCall({ ...call, state, transcripts }, call.version)) === 'stale')
      return takeTranscript(said, ports)
  }
  const heard: CallHeard = { academy, call: said.call, as: 'transcript' }
  await inbound.send([heard])
  return 'taken'
}

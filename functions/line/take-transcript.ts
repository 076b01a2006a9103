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

/** Keeps a transcript once. One of a call that is not known, or of a recording that is not, belongs to nobody here. */
export const takeTranscript = async (said: Transcript, ports: StepPorts): Promise<void> => {
  const { stores, inbound } = ports
  const academy = await stores.policies.academyOfNumber(e164(said.to))
  const call = academy === undefined ? undefined : await stores.line.call(academy, said.call)
  if (academy === undefined || !call?.state.learned.recordings.includes(said.recording)) return
  if (call.transcripts[said.recording] !== said.words) {
    const transcripts = { ...call.transcripts, [said.recording]: said.words }
    if ((await stores.line.keepCall({ ...call, transcripts }, call.version)) === 'stale')
      return takeTranscript(said, ports)
  }
  const heard: CallHeard = { academy, call: said.call, as: 'transcript' }
  await inbound.send([heard])
}

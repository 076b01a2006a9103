import { useIsSendingSlowly } from '../client/slow-sends.ts'

/** At the foot of the window, wherever somebody has pressed: it is still on its way. */
export const SlowSend = () => (
  <p className="fb-slow-send" role="status">
    {useIsSendingSlowly() ? 'Still sending: Firstbell is slow to answer. Wait here; what you entered is not lost.' : ''}
  </p>
)

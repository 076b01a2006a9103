import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import type { Bus } from '../../ports/bus.ts'

/** The most that EventBridge takes in one call. */
const BATCH = 10

/** An EventBridge bus. EventBridge answers for each entry by itself; one that was not taken is an error, so that all come again. */
export const eventBridgeBus = (client: EventBridgeClient, name: string): Bus => ({
  async announce(announcements) {
    let refused = 0
    for (let from = 0; from < announcements.length; from += BATCH) {
      const answer = await client.send(
        new PutEventsCommand({
          Entries: announcements.slice(from, from + BATCH).map((announcement) => ({
            EventBusName: name,
            Source: 'firstbell',
            DetailType: announcement.name,
            Time: new Date(announcement.at),
            Detail: JSON.stringify({
              id: announcement.id,
              academy: announcement.academy,
              at: announcement.at,
              data: announcement.data,
            }),
          })),
        }),
      )
      refused += answer.Entries?.filter((entry) => entry.ErrorCode !== undefined).length ?? 0
    }
    if (refused > 0)
      throw new Error(`The bus did not take ${refused} of ${announcements.length} announcements. Send them again.`)
  },
})

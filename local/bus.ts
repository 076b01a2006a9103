/** The event bus of the template: keeps what was announced, and hands it to the targets of rules whose pattern it fits. */
import type { Announcement, Bus } from '../shared/ports/bus.ts'
import type { Deliveries } from './deliveries.ts'
import { matches } from './patterns.ts'
import type { Wiring } from './wiring.ts'

/** An announcement as EventBridge hands it on. */
const eventOf = ({ id, name, academy, at, data }: Announcement) => ({
  version: '0',
  id,
  'detail-type': name,
  source: 'firstbell',
  account: '000000000000',
  time: `${at.slice(0, 19)}Z`,
  region: 'eu-west-2',
  resources: [],
  detail: { id, academy, at, data },
})

export interface LocalBus {
  /** What was announced, each once. */
  readonly announced: readonly Announcement[]
  bus(name: string): Bus
}

export const makeBus = (wiring: Wiring, deliveries: Deliveries): LocalBus => {
  const said = new Set<string>()
  const announced: Announcement[] = []
  return {
    announced,
    bus: (name) => ({
      async announce(announcements) {
        for (const announcement of announcements) {
          if (said.has(announcement.id + announcement.name)) continue
          said.add(announcement.id + announcement.name)
          announced.push(announcement)
          const event = eventOf(announcement)
          const heard = wiring.rules.filter(
            (rule) =>
              rule.EventPattern !== undefined &&
              (rule.EventBusName ?? 'default') === name &&
              matches(rule.EventPattern, event),
          )
          for (const rule of heard) {
            for (const target of rule.Targets)
              await deliveries.deliver(target, target.Input === undefined ? event : JSON.parse(target.Input))
          }
        }
      },
    }),
  }
}

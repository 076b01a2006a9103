/** What a night may leave to people, without the months that lead to it. */
import { noStage } from '../../shared/domain/stages/stage.ts'
import type { School } from '../journeys/support/school.ts'
import { aTask } from '../support/stored-examples.ts'

const act = (at: string) => ({ at, by: 'system', kind: 'tested' })

/** The stage 1 letter went out before Christmas, and now the stage 2 letter is due. */
export const stageTwoIsDue = async (school: School, pupil: string): Promise<void> => {
  const { stores } = school.stack
  const at = school.clock.now()
  const year = '2025-09-01'
  const tally = { possible: 100, attended: 85, authorised: 5, unauthorised: 10, late: 0 }
  const sent = [{ step: 'stage-1', on: '2025-12-05', tally, at, letters: [] } as const]
  const due = { step: 'stage-2', on: '2026-01-09', tally } as const
  const was = await stores.stage(school.academy, year, pupil, true)
  await stores.saveStage(school.academy, { ...noStage(pupil, year), ...was, sent, due }, act(at))
}

/** The Head is asked whether a pupil is erased. */
export const timeIsOverFor = async (school: School, key: string): Promise<void> => {
  const at = school.clock.now()
  const asked = { id: `erasure-${key}`, kind: 'erasure', date: '2026-01-13', pupils: [key] } as const
  await school.stack.stores.raiseTask(
    school.academy,
    aTask({ ...asked, raised: at, due: at, doers: ['head'] }),
    act(at),
  )
}

/** What the page for parents says of each child: days missed and times late since the school year began. */
import { showRecord } from '../../../functions/family-page/show-record.ts'
import { pageSpeech } from '../../../shared/domain/family-page/speech.ts'
import { SCHOOL } from '../school-api.ts'
import { YEAR } from './by-hand.ts'
import { PUPILS } from './marks.ts'
import { type Said, said } from './said.ts'
import type { SampleSchool } from './sample-school.ts'

/** `6½` days are thirteen sessions. */
const sessionsIn = (days: string): number => Number(days.replace('½', '') || 0) * 2 + (days.endsWith('½') ? 1 : 0)

const read = (page: string, sentence: RegExp): string | undefined => sentence.exec(page)?.[1]

export const fromFamilyPages = async ({ stores, policy }: SampleSchool, date: string): Promise<readonly Said[]> => {
  const { classes } = await stores.roll.live(SCHOOL)
  const rosters = await stores.roll.rosters(
    SCHOOL,
    classes.map(({ id }) => id),
  )
  const keys = Object.values(rosters).flatMap((entries) => entries.map(({ key }) => key))
  const link = {
    id: 'l1',
    academy: SCHOOL,
    contactId: 'P',
    sentTo: '+447700900101',
    pupils: [],
    madeAt: `${date}T10:00:00.000Z`,
  }
  const until = `${date}T16:00:00.000Z`
  const pages = Object.values(await stores.roll.pupils(SCHOOL, keys)).map(async (pupil) => {
    const opened = { policy, date, speech: pageSpeech(policy, undefined), pupils: [{ index: 0, pupil }] }
    const page = await showRecord({ ...opened, link: { ...link, until } }, stores)
    const found = PUPILS.find(({ id }) => id === pupil.pupilId)
    const about = { who: found ? `${found.forename} ${found.surname}` : pupil.pupilId, ...YEAR }
    const days = read(page, /Days missed since [^:<]+: ([\d½]+)/) ?? '0'
    const late = read(page, /Times late since [^:<]+: (\d+)/) ?? '0'
    return [
      said('the page for parents', { ...about, measure: 'absent' }, sessionsIn(days)),
      said('the page for parents', { ...about, measure: 'late' }, Number(late)),
    ]
  })
  return (await Promise.all(pages)).flat()
}

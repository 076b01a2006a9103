/** What the office is writing on today's list stays under its hands, whatever happens to the child meanwhile. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { classOf, mobile } from '../journeys/support/people.ts'
import { type ConsoleSchool, openConsole } from './support.ts'

let school: ConsoleSchool
beforeAll(async () => {
  school = await openConsole({ pupils: classOf('3B') })
  await school.school.clock.to('09:05')
  await school.school.takeRegister('3B', 'AM', { absent: ['P002'] })
  await school.school.clock.to('10:32')
})
afterAll(() => school.close())

test('words typed in the middle of a call stay when the parent texts back, and the row moves once they are kept', async () => {
  const { page } = await school.open('Office')
  const section = (title: string) => page.getByRole('region', { name: title })
  await page.getByRole('button', { name: /^Call about Bilal Birch/ }).click()
  const words = page.getByLabel('Another reason, in their words')
  await words.fill('Grandmother says they are on the way')
  await school.school.reply(mobile('002'), 'Bilal has a temperature')
  await section('Not in, no reason').getByText('Bilal has a temperature').waitFor()
  expect(await words.inputValue()).toBe('Grandmother says they are on the way')
  await page.getByRole('button', { name: /^Call about Bilal Birch/ }).click()
  await section('Answered').getByText('Bilal has a temperature').waitFor()
  await section('Not in, no reason').waitFor({ state: 'detached' })
})

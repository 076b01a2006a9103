/**
 * `npm run bench:console`: today's list of a school of 1,500 in a real browser, on a morning on which one in eight is missing: how many nodes the
 * page has, what it asked for and how many bytes came, and how long the browser was busy, when it opens, is scrolled and is asked for more.
 */
import { openBrowser } from '../local/browser.ts'
import { enterRegisters } from '../local/day/take-registers.ts'
import { startDynamoDbLocal } from '../local/dynamodb-local.ts'
import { loadFiles } from '../local/load-files.ts'
import { openTrust } from '../local/open-trust.ts'
import { makeSample } from '../local/sample/make-sample.ts'
import { addressOfServer, serve } from '../local/server.ts'
import { instantOf } from '../shared/domain/time.ts'

const ACADEMY = 'springbank'
const DATE = '2026-01-12'
const ZONE = 'Europe/London'
const PUPILS = Number(process.argv[2] ?? 1500)

const refuse = (): never => {
  throw new Error('The made-up day was refused.')
}

const database = await startDynamoDbLocal({ java: 'steady' })
const { stack, policies } = await openTrust({ endpoint: database.endpoint, start: instantOf(DATE, '06:00', ZONE) })
const policy = policies.find((each) => each.policy.academy === ACADEMY)?.policy
if (!policy) throw new Error(`There is no academy ${ACADEMY}.`)
const usual = makeSample({ policy, date: DATE, from: DATE, pupils: PUPILS })
/** A bad morning: every eighth of those who came on a usual one is not in the room, and nobody has said why. */
const lines = usual.marks.split('\r\n')
const sample = {
  ...usual,
  marks: lines.map((line, at) => (at % 8 === 0 ? line.replace(/,\/,/, ',N,') : line)).join('\r\n'),
}
const taken = await loadFiles(stack, ACADEMY, sample, DATE, console.error)
if ('refusal' in taken) throw new Error('The made-up school was refused.')
enterRegisters(taken.marks, { stack, academy: ACADEMY, policy, date: DATE, refuse })
await stack.turning.turnTo(instantOf(DATE, '09:20', ZONE))

const server = await serve(() => stack, 0)
const browser = await openBrowser()
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
const asked: { readonly path: string; readonly bytes: number }[] = []
page.on('response', (answer) => {
  const path = new URL(answer.url()).pathname
  if (!path.startsWith('/academies/')) return
  void answer.body().then(
    (body) => asked.push({ path: path.replace(`/academies/${ACADEMY}/`, ''), bytes: body.length }),
    () => asked.push({ path, bytes: 0 }),
  )
})
/** Tasks of the browser of over 50 ms, as it counts them itself. */
await page.addInitScript(
  'window.long = []; new PerformanceObserver((list) => { for (const each of list.getEntries()) window.long.push(each.duration) }).observe({ type: "longtask", buffered: true })',
)

const say = async (what: string): Promise<void> => {
  const nodes = await page.evaluate('document.querySelectorAll("*").length')
  const rows = await page.locator('.fb-row').count()
  const long = (await page.evaluate('window.long.splice(0)')) as number[]
  const most = long.length === 0 ? 0 : Math.round(Math.max(...long))
  const bytes = asked.reduce((sum, each) => sum + each.bytes, 0)
  console.log(
    `${what}: ${nodes} nodes, ${rows} rows; ${asked.length} requests, ${Math.ceil(bytes / 1024)} kB of data; ${long.length} tasks over 50 ms, the longest ${most} ms`,
  )
  for (const { path, bytes: size } of asked.splice(0)) console.log(`    ${path}: ${Math.ceil(size / 1024)} kB`)
}

await page.goto(`${addressOfServer(server)}/console/`)
await page.getByLabel('School').selectOption(ACADEMY)
const person = page.getByLabel('You are')
await person.selectOption({ label: await person.locator('option', { hasText: 'Office' }).first().innerText() })
await say(`${PUPILS} pupils, sign-in`)
await page.getByRole('button', { name: 'Sign in' }).click()
await page.locator('.fb-row').first().waitFor()
await say('today, opened')
for (let turn = 0; turn < 20; turn++) await page.mouse.wheel(0, 600)
await page.waitForTimeout(500)
await say('scrolled')
await page
  .locator('summary')
  .filter({ hasText: 'Explained' })
  .click({ timeout: 2000 })
  .catch(() => undefined)
await page.waitForTimeout(300)
await say('the explained opened')
const more = page.getByRole('button', { name: /^Show \d+ more/ })
if ((await more.count()) > 0) {
  await more.first().click()
  await page.waitForTimeout(300)
  await say('more asked for')
}

await browser.close()
server.close()
server.closeAllConnections()
await stack.close()
await database.stop()

/** `npm start` as a program of its own: what it says when it cannot start, and that nothing is left when it ends. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createServer, type Server } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'

const START = fileURLToPath(new URL('start.ts', import.meta.url))

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const child: ChildProcess = spawn(process.execPath, [START, ...args], { env: { ...process.env, ...env } })
  open.push(() => child.kill('SIGKILL'))
  let said = ''
  const heard: (() => void)[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part) => {
      said += String(part)
      for (const look of heard) look()
    })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const says = (words: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => (words.test(said) ? resolve() : undefined)
      heard.push(look)
      look()
      void ended.then(() => reject(new Error(`it ended and said: ${said}`)))
    })
  return { child, said: () => said, says, ended }
}

/** Programs that this one started, by their ids. */
const childrenOf = (pid: number | undefined): readonly number[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([child = 0, parent]) => (parent === pid ? [child] : []))

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const listening = (): Promise<{ readonly server: Server; readonly port: number }> =>
  new Promise((resolve) => {
    const server = createServer()
    open.push(() => server.close())
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve({ server, port: typeof address === 'object' && address !== null ? address.port : 0 })
    })
  })

const freePort = async (): Promise<number> => {
  const { server, port } = await listening()
  await new Promise((resolve) => server.close(resolve))
  return port
}

test('a port that is taken says so at once, and which to choose instead', async () => {
  const { port } = await listening()
  const start = run(['--port', String(port)])
  expect(await start.ended).toBe(1)
  expect(start.said()).toContain(
    `Port ${port} is taken. Stop what listens there, or choose another: npm start -- --port`,
  )
})

test('a machine without Java says what to install', async () => {
  const start = run(['--port', String(await freePort())], { PATH: '' })
  expect(await start.ended).toBe(1)
  expect(start.said()).toContain('install a Java 17 runtime')
})

test.each([['99999'], ['half'], ['0']])('--port %s is refused', async (port) => {
  const start = run(['--port', port])
  expect(await start.ended).toBe(1)
  expect(start.said()).toContain('a port is 1 to 65535')
})

test('the trust runs, keeps the machine’s time where it is asked to, and Ctrl-C leaves no process', async () => {
  const port = await freePort()
  const before = new Date().toISOString()
  const start = run(['--port', String(port), '--real-time'])
  await start.says(/Ctrl-C stops all of it/)
  const answer = await fetch(`http://127.0.0.1:${port}/local/clock`)
  const { now } = (await answer.json()) as { now: string }
  expect([before, now, new Date().toISOString()].toSorted()[1]).toBe(now)
  const children = childrenOf(start.child.pid)
  expect(children.length).toBeGreaterThan(0)
  start.child.kill('SIGINT')
  await start.ended
  expect(children.filter(isAlive)).toEqual([])
})

test('asked to end while it is still loading, it leaves no process either', async () => {
  const start = run(['--port', String(await freePort())])
  await start.says(/hilltop: roll/)
  const children = childrenOf(start.child.pid)
  expect(children.length).toBeGreaterThan(0)
  start.child.kill('SIGTERM')
  await start.ended
  expect(children.filter(isAlive)).toEqual([])
})

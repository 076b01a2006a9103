/** DynamoDB Local, from the package that carries its jar. It needs Java 17 or later and nothing else. */
import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface DynamoDbLocal {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string
  stop(): Promise<void>
}

export interface DynamoDbLocalSettings {
  /** `quick`: starts in a second, for tests. `steady`: slower to start and several times as fast after it, for a whole year. */
  readonly java?: 'quick' | 'steady'
  /** A free one when absent. */
  readonly port?: number
  /** Keeps the data in this folder; in memory when absent. */
  readonly dir?: string
}

const JAVA = {
  quick: ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
  steady: ['-XX:+UseSerialGC'],
} as const

const NO_JAVA =
  'DynamoDB Local needs Java and none was found: install a Java 17 runtime (Debian: apt-get install openjdk-17-jre-headless) and put "java" on the PATH'

const OLD_JAVA =
  'DynamoDB Local needs Java 17 and the "java" on the PATH is older: install a Java 17 runtime (Debian: apt-get install openjdk-17-jre-headless) and put it first on the PATH'

/** As macOS says it where its own stand-in for Java is all there is. */
const NO_RUNTIME = /Unable to locate a Java Runtime/i

/** The most that is kept of what Java says of its end. */
const MOST_SAID = 4_000

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    await (await fetch(endpoint, { signal: AbortSignal.timeout(2_000) })).arrayBuffer()
    return true
  } catch {
    return false
  }
}

const whyEnded = (code: number | null, said: string): string => {
  if (/UnsupportedClassVersionError/.test(said)) return OLD_JAVA
  if (NO_RUNTIME.test(said)) return NO_JAVA
  const last = said.trim().split('\n').at(-1) ?? ''
  return `DynamoDB Local stopped by itself (exit ${code}${last === '' ? '' : `: ${last}`}); is its port in use?`
}

/** Why it ended, once it has. */
const ended = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    let said = ''
    child.stderr?.on('data', (part) => {
      if (said.length < MOST_SAID) said += String(part)
    })
    child.once('error', (error) => resolve('code' in error && error.code === 'ENOENT' ? NO_JAVA : error.message))
    child.once('close', (code) => resolve(whyEnded(code, said)))
  })

/** Starts it and waits until it answers, at most 30 seconds. Throws a sentence that says what to do. */
export const startDynamoDbLocal = async (settings: DynamoDbLocalSettings = {}): Promise<DynamoDbLocal> => {
  const port = settings.port ?? (await freePort())
  const emulator = join(
    dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json')),
    'emulator',
  )
  // It writes a file of its own where it stands, so it stands in a folder that goes away with it.
  const cwd = await mkdtemp(join(tmpdir(), 'firstbell-dynamodb-'))
  const child = spawn(
    'java',
    [
      ...JAVA[settings.java ?? 'quick'],
      `-Djava.library.path=${join(emulator, 'DynamoDBLocal_lib')}`,
      '-jar',
      join(emulator, 'DynamoDBLocal.jar'),
      ...(settings.dir === undefined ? ['-inMemory'] : ['-dbPath', settings.dir]),
      '-disableTelemetry',
      '-port',
      String(port),
    ],
    { cwd, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  // However this program ends, Java must not outlive it.
  const leave = (): void => {
    child.kill('SIGKILL')
    rmSync(cwd, { recursive: true, force: true })
  }
  process.once('exit', leave)
  const end = ended(child)
  let failure: string | undefined
  void end.then((why) => {
    failure = why
  })
  const endpoint = `http://127.0.0.1:${port}`
  const stop = async (): Promise<void> => {
    if (failure === undefined) child.kill('SIGTERM')
    await end
    process.off('exit', leave)
    await rm(cwd, { recursive: true, force: true })
  }
  for (let tried = 0; tried < 300; tried++) {
    if (failure !== undefined) break
    if (await answers(endpoint)) return { endpoint, stop }
    await pause(100)
  }
  const why = failure ?? 'DynamoDB Local did not answer within 30 seconds; is the machine very busy?'
  await stop()
  throw new Error(why)
}

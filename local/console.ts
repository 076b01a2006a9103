/** The console as it is served: built once in this process, with the headers that the deployed one has. */
import { fileURLToPath } from 'node:url'
import { CONSOLE_HEADERS } from '../web/headers.ts'
import { type Answer, jsonAnswer, problemAnswer } from './http.ts'

type Files = ReadonlyMap<string, string | Uint8Array>

const KINDS: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
}

const CONFIG = fileURLToPath(new URL('../web/vite.config.ts', import.meta.url))

let built: Promise<Files> | undefined

const build = async (): Promise<Files> => {
  const vite = await import('vite')
  const made = await vite.build({ configFile: CONFIG, logLevel: 'error', build: { write: false } })
  const outputs = [made].flat().flatMap((each) => ('output' in each ? each.output : []))
  return new Map(outputs.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]))
}

/** The files of the console by name. The first who asks waits for the build. */
export const consoleFiles = (): Promise<Files> => {
  built ??= build()
  return built
}

/** Answers an address under `/console/`. `config.json` says how to sign in here. */
export const consoleAnswer = async (pathname: string): Promise<Answer> => {
  const name = pathname.replace(/^\/console\/?/, '') || 'index.html'
  if (name === 'config.json') return jsonAnswer({ signIn: { kind: 'local' } })
  const body = (await consoleFiles()).get(name)
  if (body === undefined)
    return problemAnswer(404, 'not-found', 'The console has no such file', 'Open /console and begin there.')
  return {
    status: 200,
    headers: {
      ...CONSOLE_HEADERS,
      'content-type': KINDS[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      'cache-control': name === 'index.html' ? 'no-cache' : 'public, max-age=31536000, immutable',
    },
    body,
  }
}

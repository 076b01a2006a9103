/** The socket in front of the local stack. */
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { MOST_FILE_BYTES } from '../shared/domain/imports/file-size.ts'
import { consoleAnswer } from './console.ts'
import { MOST_BYTES } from './gateway.ts'
import { type Answer, pageAnswer, problemAnswer, type Request } from './http.ts'
import { localApi } from './local-api.ts'
import type { LocalStack } from './stack.ts'

const page = (name: string): Promise<string> => readFile(new URL(`pages/${name}.html`, import.meta.url), 'utf8')

const isUpload = (path: string): boolean => path.startsWith('/uploads/')

/** Reads no more than one piece above the limit, which is enough to refuse it. */
const bodyOf = async (message: IncomingMessage): Promise<Uint8Array> => {
  const most = isUpload(message.url ?? '') ? MOST_FILE_BYTES : MOST_BYTES
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of message) {
    const chunk = Buffer.from(part)
    bytes += chunk.length
    if (bytes <= most + chunk.length) parts.push(chunk)
  }
  return Buffer.concat(parts)
}

/** A local upload takes what object storage would, in one piece. */
const uploaded = async (request: Request, stack: LocalStack): Promise<Answer> => {
  const ticket = request.path.split('/').at(-1) ?? ''
  const taken = request.method === 'PUT' && (await stack.files.upload(ticket, request.body))
  // Its arrival starts its import, as it does on AWS.
  if (taken) void stack.turning.quiet()
  return taken
    ? { status: 200, headers: {}, body: '' }
    : problemAnswer(403, 'no-such-upload', 'This upload address is not known', 'Ask the imports address for a new one.')
}

/** What object storage would answer to a signed address. */
const downloaded = async (request: Request, stack: LocalStack): Promise<Answer> => {
  const found = await stack.files.download(request.path.split('/').at(-1) ?? '')
  return found
    ? { status: 200, headers: { 'content-type': found.contentType, 'cache-control': 'no-store' }, body: found.body }
    : problemAnswer(403, 'no-such-download', 'This address is not known any more', 'Ask for the file again.')
}

/** Answers any request to the local stack: its own addresses first, then the HTTP API of the template. */
export const answer = async (request: Request, stack: LocalStack): Promise<Answer> => {
  const { pathname } = new URL(request.path, 'http://local')
  if (pathname === '/' && request.method === 'GET') return pageAnswer(await page('home'))
  if (pathname === '/phone' && request.method === 'GET') return pageAnswer(await page('phone'))
  if (pathname === '/console') return { status: 301, headers: { location: '/console/' }, body: '' }
  if (pathname.startsWith('/console/')) return consoleAnswer(pathname)
  if (pathname.startsWith('/local/')) return localApi(request, stack)
  if (isUpload(pathname)) return uploaded(request, stack)
  if (pathname.startsWith('/downloads/')) return downloaded(request, stack)
  const answered = await stack.gateway(request)
  // What follows from a saved register (stream, queues) goes on behind the answer, as it does on AWS.
  void stack.turning.quiet()
  return answered
}

const headersOf = (message: IncomingMessage): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )

const NOT_YET = problemAnswer(503, 'starting', 'The trust is being loaded', 'Ask again in a few seconds.')

/** Listens on 127.0.0.1; until there is a stack it asks for patience. Rejects with a sentence that says what to do when the port is taken. */
export const serve = (stack: () => LocalStack | undefined, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((message, response) => {
      const respond = async (): Promise<void> => {
        const request = {
          method: message.method ?? 'GET',
          path: message.url ?? '/',
          headers: headersOf(message),
          body: await bodyOf(message),
        }
        const open = stack()
        const { status, headers, body } = open ? await answer(request, open) : NOT_YET
        response.writeHead(status, headers).end(body)
      }
      respond().catch((error: unknown) => {
        console.error(error)
        const { status, headers, body } = problemAnswer(
          500,
          'broken',
          'The local stack could not answer',
          'The terminal says why.',
        )
        response.writeHead(status, headers).end(body)
      })
    })
    server.once('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE'
      reject(
        new Error(
          taken
            ? `Port ${port} is taken. Stop what listens there, or choose another: npm start -- --port ${port + 1}`
            : error.message,
        ),
      )
    })
    server.listen(port, '127.0.0.1', () => resolve(server))
  })

/** Where a server listens. */
export const addressOfServer = (server: Server): string => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('The server does not listen on a port')
  return `http://127.0.0.1:${address.port}`
}

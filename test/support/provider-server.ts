/** A provider's HTTP interface on this machine, answering with its documented payloads: what its real adapter is held to. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** `hang up`: the connection ends without an answer. `say nothing`: it stays open, and no answer comes. A string is sent as it stands. */
export type Answer =
  | { readonly status: number; readonly body: unknown; readonly type?: string }
  | 'hang up'
  | 'say nothing'

export const providerServer = async (answer: (asked: Asked) => Answer) => {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const one = {
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(parts).toString('utf8'),
      }
      asked.push(one)
      const said = answer(one)
      if (said === 'say nothing') return
      if (said === 'hang up') {
        request.socket.destroy()
        return
      }
      const { status, body, type = 'application/json' } = said
      const words = typeof body === 'string' ? body : JSON.stringify(body)
      response.writeHead(status, { 'content-type': type }).end(words)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** An address on which nobody listens any more. */
export const nobodyThere = async (): Promise<string> => {
  const server = await providerServer(() => 'hang up')
  await server.close()
  return server.url
}

/** The files of the console as they are served. */
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { consoleAnswer, consoleFiles } from '../../local/console.ts'

const MOST_KILOBYTES = 200

let files: ReadonlyMap<string, string | Uint8Array>
beforeAll(async () => {
  files = await consoleFiles()
})

const named = (ending: string) =>
  [...files].filter(([name]) => name.endsWith(ending)).map(([, content]) => String(content))

/** The script of the page and everything that it imports before it runs. */
const firstScripts = (): readonly string[] => {
  const [page = ''] = named('.html')
  const wanted = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, name = '']) => name)
  for (const name of wanted) {
    const script = String(files.get(name))
    for (const [, other = ''] of script.matchAll(/(?:import|from)\s*"\.\/([^"]+\.js)"/g))
      if (!wanted.includes(`assets/${other}`)) wanted.push(`assets/${other}`)
  }
  return wanted.map((name) => String(files.get(name)))
}

describe('the console', () => {
  test(`has under ${MOST_KILOBYTES} kilobytes of script on its first page, compressed`, () => {
    const scripts = firstScripts()
    expect(scripts.length).toBeGreaterThan(0)
    const bytes = scripts.map((script) => gzipSync(script).length)
    expect(bytes.reduce((one, other) => one + other)).toBeLessThan(MOST_KILOBYTES * 1024)
  })

  test('fetches the other pages after the first', () => {
    expect(firstScripts().length).toBeLessThan(named('.js').length)
  })

  test('wears its own look: neither the typeface nor the crown of GOV.UK', () => {
    const styles = named('.css').join()
    expect(styles).toContain('.govuk-button')
    expect(styles).not.toMatch(/GDS Transport|crest|crown\.svg/)
  })

  test('asks nobody but its own address for anything', () => {
    for (const text of [...named('.css'), ...named('.html')])
      expect(text).not.toMatch(/(?:url\(|src=|href=)["']?(?:https?:)?\/\//)
  })

  test('is served with a policy that lets nothing else in, and its page is asked for anew each time', async () => {
    const page = await consoleAnswer('/console/')
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect(page.headers['cache-control']).toBe('no-cache')
    expect((await consoleAnswer('/console/nothing.js')).status).toBe(404)
  })
})

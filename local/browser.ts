/** A browser that came with npm: nothing is downloaded, and nothing but this machine is asked for anything. */
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as driver } from 'playwright-core'

const QUIET = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Close it when done. */
export const openBrowser = async (): Promise<Browser> =>
  driver.launch({ executablePath: await chromium.executablePath(), args: QUIET, headless: true })

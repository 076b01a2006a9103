/** A page walked through by Tab alone, everything that folds opened on the way. */
import type { Page } from 'playwright-core'

/** More stops than any page may ask of somebody's fingers before it is an accident. */
const MOST_STOPS = 400

/** Keeps, in the page, what was reached and how it looked with the focus and without. */
const WATCH = `window.walked ??= (() => {
  const PAINT = ['outline', 'boxShadow', 'backgroundColor', 'borderColor', 'borderWidth', 'textDecoration']
  const lookOf = (element) => {
    const drawn = [element, element.nextElementSibling, element.closest('label')].filter((one) => one !== null)
    return JSON.stringify(drawn.flatMap((one) => [null, '::before', '::after'].map((part) => {
      const style = getComputedStyle(one, part)
      return PAINT.map((name) => style[name])
    })))
  }
  const nameOf = (element) =>
    element.tagName.toLowerCase() + ' ' + (element.innerText || element.labels?.[0]?.innerText || element.id || '').trim().slice(0, 60)
  const reached = new Set()
  const groups = new Set()
  const wrong = new Set()
  const opened = new Set()
  const sets = [reached, groups, wrong, opened]
  document.addEventListener('focusin', ({ target }) => {
    // A heading is given the focus for whoever listens to the page; nobody comes to it by Tab.
    if (target.tabIndex < 0) return
    reached.add(target)
    if (target.type === 'radio') groups.add(target.name)
    const look = lookOf(target)
    const box = target.getBoundingClientRect()
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth || box.width === 0)
      wrong.add('out of sight: ' + nameOf(target))
    target.addEventListener('focusout', () => setTimeout(() => {
      if (target.isConnected && document.activeElement !== target && lookOf(target) === look) wrong.add('focus not seen: ' + nameOf(target))
    }), { once: true })
  })
  return {
    /** Forgets what was, and stands before the first stop, wherever the page put the focus itself. */
    begin() {
      const start = document.createElement('button')
      document.body.prepend(start)
      start.focus()
      start.remove()
      scrollTo(0, 0)
      for (const set of sets) set.clear()
    },
    /** What has the focus, and whether it folds something that nothing of its kind has shown yet. */
    here() {
      const element = document.activeElement
      if (element === null || element === document.body) return { isNowhere: true, isClosed: false }
      const closed = element.getAttribute('aria-expanded') === 'false' || (element.tagName === 'SUMMARY' && !element.parentElement.open)
      const kind = element.className + ' ' + element.innerText.split(/[ :]/)[0]
      const isClosed = closed && element.closest('main') !== null && !opened.has(kind)
      if (isClosed) opened.add(kind)
      return { isNowhere: false, isClosed }
    },
    isOpen() {
      const element = document.activeElement
      return element.getAttribute('aria-expanded') !== 'false' && (element.tagName !== 'SUMMARY' || element.parentElement.open)
    },
    result() {
      const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex="0"], [onclick], [contenteditable=true]'
      for (const element of document.querySelectorAll(CONTROLS)) {
        if (element.disabled || !element.checkVisibility({ visibilityProperty: true })) continue
        if (!reached.has(element) && !(element.type === 'radio' && groups.has(element.name))) wrong.add('not reached: ' + nameOf(element))
      }
      return { stops: reached.size, wrong: [...wrong] }
    },
  }
})()`

export interface Walked {
  readonly stops: number
  /** What cannot be reached, is not seen to have the focus, or has it out of sight; and a page that does not let go. */
  readonly wrong: readonly string[]
}

/** Walks from the top of the page until the focus has left it, opening by Enter what folds, one of each kind. */
export const walkByKeyboard = async (page: Page): Promise<Walked> => {
  await page.evaluate(WATCH)
  await page.evaluate('walked.begin()')
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press('Tab')
    const { isNowhere, isClosed } = await page.evaluate<{ isNowhere: boolean; isClosed: boolean }>('walked.here()')
    if (isNowhere) return page.evaluate<Walked>('walked.result()')
    if (!isClosed) continue
    await page.keyboard.press('Enter')
    await page.waitForFunction('walked.isOpen()')
    await page.waitForLoadState('networkidle')
  }
  return { stops: MOST_STOPS, wrong: ['the page does not let go of the focus'] }
}

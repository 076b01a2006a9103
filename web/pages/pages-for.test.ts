import { describe, expect, test } from 'vitest'
import { GROUPS, type Pages } from './page-for.ts'
import { PAGES, pagesFor } from './pages-for.ts'

const page = () => null
const FEW: Pages = {
  reports: { roles: ['lead'], in: 'figures', says: 'Reports', page },
  today: { roles: ['office', 'lead'], in: 'day', says: 'Today', page },
  brakes: { roles: ['office', 'lead'], in: 'day', says: { from: 'today' }, page },
  visits: { roles: ['lead'], in: 'day', says: 'Visits', page },
}

describe('the ways of the console', () => {
  test('stand in the order of a school’s day, whatever the order in which pages are written down', () => {
    expect(pagesFor(['lead'], FEW).groups.map(({ says }) => says)).toEqual(['The day', 'Reports'])
  })

  test('a group in which somebody has a single page is called like the page', () => {
    expect(pagesFor(['office'], FEW).groups).toEqual([
      { id: 'day', says: 'Today', ways: [{ to: 'today', says: 'Today' }] },
    ])
  })

  test('a page that is reached from another stands at the way of that one', () => {
    expect(pagesFor(['lead'], FEW).at('brakes')?.way).toBe('today')
  })

  test('begin at the first page somebody may see', () => {
    expect(pagesFor(['office'], FEW).at(undefined)?.way).toBe('today')
  })

  test('nobody hears of a page that is not for their role, by its address neither', () => {
    expect(pagesFor(['office'], FEW).at('reports')).toBeUndefined()
    expect(pagesFor(['governor'], FEW).groups).toEqual([])
  })

  test('every page that is reached from another is reached from one that is there, for the same people', () => {
    for (const { roles, says } of Object.values(PAGES))
      if (typeof says !== 'string') expect(PAGES[says.from]?.roles).toEqual(expect.arrayContaining([...roles]))
  })

  test('no group has a name that a page has too', () => {
    const pages = Object.values(PAGES).flatMap(({ in: group, says }) =>
      typeof says === 'string' ? [{ group, says }] : [],
    )
    const many = Object.entries(GROUPS).filter(([id]) => pages.filter(({ group }) => group === id).length > 1)
    expect(many.map(([, says]) => says).filter((name) => pages.some(({ says }) => says === name))).toEqual([])
  })
})

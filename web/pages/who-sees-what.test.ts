import { expect, test } from 'vitest'
import { outsideRoles, PAGES, pagesFor } from './pages-for.ts'

const ROLES = ['teacher', 'office', 'lead', 'head', 'dsl', 'governor', 'trust', 'officer'] as const

/** Pages a role may open, whether a way leads there or not. */
const openTo = (role: (typeof ROLES)[number]): readonly string[] =>
  Object.keys(PAGES).filter((page) => pagesFor([role]).at(page) !== undefined)

test('a teacher sees classes and registers, and no page with a list of every child', () => {
  const seen = openTo('teacher')
  expect(seen).toEqual(expect.arrayContaining(['classes', 'registers']))
  for (const page of [
    'today',
    'pupils',
    'conversations',
    'letters',
    'attendance',
    'attend',
    'penalty-notices',
    'visits',
    'on-site',
    'brakes',
  ])
    expect(seen).not.toContain(page)
})

test('the office sees no page of decisions that are the leads’', () => {
  for (const page of ['attendance', 'attend', 'penalty-notices', 'groups']) expect(openTo('office')).not.toContain(page)
})

test('a governor opens the reports, those of today and those that were kept, of which the API gives them the governors’ own, and no other page', () => {
  expect(openTo('governor')).toEqual(['reports', 'kept-reports'])
})

test('the Trust’s operator opens what names no child, and an officer extracts alone', () => {
  expect(openTo('trust')).toEqual(['trust', 'trust-extracts'])
  expect(openTo('officer')).toEqual(['extracts'])
})

test('a group of another kind makes nobody an outsider', () => {
  expect(outsideRoles(['springbank.lead', 'x.trust.operator', 'lax.reader'])).toEqual([])
  expect(outsideRoles(['trust.operator', 'la.891.reader'])).toEqual(['trust', 'officer'])
})

test('whoever has no role at the school has no page', () => {
  expect(pagesFor([]).groups).toEqual([])
  for (const page of Object.keys(PAGES)) expect(pagesFor([]).at(page)).toBeUndefined()
})

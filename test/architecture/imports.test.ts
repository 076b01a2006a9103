import { describe, expect, test } from 'vitest'
import { circles } from './cycles.ts'
import { allSources, type Import, isOurs, type Source, within } from './sources.ts'

const sources = allSources()
const programs = sources.filter(({ isTest }) => !isTest)
const SDK = /^(@aws-sdk|@smithy)\//

/** The imports that break a rule, as lines a person can go to. */
const broken = (of: readonly Source[], breaks: (source: Source, each: Import) => boolean): readonly string[] =>
  of.flatMap((source) =>
    source.imports.filter((each) => breaks(source, each)).map((each) => `${source.path} imports ${each.to}`),
  )
const under = (...places: readonly string[]) => programs.filter(({ path }) => within(path, ...places))

test('there is something to check', () => {
  expect(programs.length).toBeGreaterThan(50)
  expect(programs.filter(({ imports }) => imports.length > 0).length).toBeGreaterThan(30)
})

describe('what is true', () => {
  test('the domain imports only itself, the shape of a policy, and one time library in one place', () => {
    const fine = (source: Source, each: Import) =>
      within(each.to, 'shared/domain/') ||
      (each.to === 'academies/policy.ts' && each.typeOnly) ||
      (each.to === 'temporal-polyfill' && source.path === 'shared/domain/time.ts')
    expect(broken(under('shared/domain/'), (source, each) => !fine(source, each))).toEqual([])
  })

  test('the ports speak the school’s words: types of the domain and nothing else', () => {
    const fine = (each: Import) =>
      within(each.to, 'shared/domain/', 'shared/ports/', 'academies/policy.ts') && each.typeOnly
    expect(broken(under('shared/ports/'), (_source, each) => !fine(each))).toEqual([])
  })
})

describe('how', () => {
  test('only adapters import an SDK', () => {
    const elsewhere = programs.filter(({ path }) => !within(path, 'shared/adapters/', 'local/', 'bench/', 'infra/'))
    expect(broken(elsewhere, (_source, each) => SDK.test(each.to))).toEqual([])
  })

  test('only the platform knows middy', () => {
    const elsewhere = programs.filter(({ path }) => !within(path, 'shared/platform/'))
    expect(broken(elsewhere, (_source, each) => each.to.startsWith('@middy/'))).toEqual([])
  })

  test('the platform knows nothing of attendance', () => {
    const fine = (each: Import) => !isOurs(each) || within(each.to, 'shared/platform/', 'shared/ports/')
    expect(broken(under('shared/platform/'), (_source, each) => !fine(each))).toEqual([])
  })

  test('the follow-up reaches the world through ports, never through an adapter', () => {
    expect(broken(under('shared/follow-up/'), (_source, each) => within(each.to, 'shared/adapters/'))).toEqual([])
  })
})

describe('the console', () => {
  test('knows what is said to the API and what is true, and nothing of how it is done', () => {
    const fine = (each: Import) =>
      !isOurs(each) ||
      within(each.to, 'web/', 'events/', 'shared/domain/') ||
      (each.to === 'academies/policy.ts' && each.typeOnly)
    expect(broken(under('web/'), (_source, each) => !fine(each))).toEqual([])
  })

  test('speaks to the API in one place', () => {
    const elsewhere = under('web/').filter(({ path }) => !within(path, 'web/client/'))
    expect(elsewhere.filter(({ code }) => /\bfetch\(/.test(code)).map(({ path }) => path)).toEqual([])
  })

  test('runs in a browser: nothing of React, of its pages or of its styles is known elsewhere', () => {
    const elsewhere = sources.filter(({ path }) => !within(path, 'web/'))
    const fine = (each: Import) => each.to === 'web/headers.ts'
    expect(
      broken(elsewhere, (_source, each) => !fine(each) && (within(each.to, 'web/') || /^react/.test(each.to))),
    ).toEqual([])
  })
})

describe('which way', () => {
  test('nothing shared imports a function', () => {
    expect(broken(under('shared/', 'events/', 'academies/'), (_source, each) => within(each.to, 'functions/'))).toEqual(
      [],
    )
  })

  test('functions do not import each other', () => {
    const folder = (path: string) => path.split('/').slice(0, 2).join('/')
    expect(
      broken(
        under('functions/'),
        (source, each) => within(each.to, 'functions/') && folder(each.to) !== folder(source.path),
      ),
    ).toEqual([])
  })

  test('nothing that is deployed imports what only runs on one machine', () => {
    expect(
      broken(under('shared/', 'events/', 'academies/', 'functions/'), (_source, each) =>
        within(each.to, 'local/', 'bench/', 'test/', 'infra/', 'web/'),
      ),
    ).toEqual([])
  })

  test('no imports run in a circle, those of types neither', () => {
    const edges = new Map(programs.map(({ path, imports }) => [path, imports.filter(isOurs).map(({ to }) => to)]))
    expect(circles(edges).map((way) => way.join(' -> '))).toEqual([])
  })

  test('zod comes whole, because the other way costs four hundred kilobytes in every bundle', () => {
    const narrow = /import\s*\{[^}]*\}\s*from\s*['"]zod['"]/
    expect(programs.filter(({ text }) => narrow.test(text)).map(({ path }) => path)).toEqual([])
  })
})

describe('the check itself', () => {
  test('finds a circle of three, and none in a tree', () => {
    expect(
      circles(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['a']],
        ]),
      ),
    ).toEqual([['a', 'b', 'c', 'a']])
    expect(
      circles(
        new Map([
          ['a', ['b', 'c']],
          ['b', ['c']],
          ['c', []],
        ]),
      ),
    ).toEqual([])
  })
})

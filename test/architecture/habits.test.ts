import { describe, expect, test } from 'vitest'
import { allSources, type Source, within } from './sources.ts'

const sources = allSources()
const programs = sources.filter(({ isTest }) => !isTest)
const MOST_LINES = 220

const naming = (of: readonly Source[], found: RegExp, text: (source: Source) => string = ({ code }) => code) =>
  of.filter((source) => found.test(text(source))).map(({ path }) => path)

describe('what is passed in', () => {
  const ONE_MACHINE = ['local/', 'bench/', 'infra/', 'docs/', 'academies/cli.ts']

  test('only the platform reads the environment', () => {
    const elsewhere = programs.filter(({ path }) => !within(path, 'shared/platform/', ...ONE_MACHINE))
    expect(naming(elsewhere, /\bprocess\.env\b/)).toEqual([])
  })

  test('only the system adapter asks what time it is or what comes by chance', () => {
    const elsewhere = programs.filter(
      ({ path }) =>
        !within(
          path,
          'shared/adapters/system/',
          'shared/domain/time.ts',
          'local/',
          'bench/',
          'web/client/school-clock.ts',
          'web/client/fresh-key.ts',
        ),
    )
    expect(
      naming(elsewhere, /new Date\(\s*\)|\bDate\.now\(|\bTemporal\.Now\b|\bMath\.random\(|\brandomUUID\(/),
    ).toEqual([])
  })

  test('only functions and the platform write logs, and only by code', () => {
    const elsewhere = programs.filter(({ path }) => !within(path, ...ONE_MACHINE))
    expect(naming(elsewhere, /\bconsole\.\w+\(/)).toEqual([])
  })
})

describe('how it reads', () => {
  test(`no program file has more than ${MOST_LINES} lines`, () => {
    expect(programs.filter(({ lines }) => lines > MOST_LINES).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([])
  })

  test('nothing is left for later', () => {
    const later = /\b(TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b/
    expect(naming(sources, later, ({ text }) => text)).toEqual([])
  })

  test('no test is skipped, none runs alone, and none replaces a module', () => {
    const tests = sources.filter(({ isTest }) => isTest)
    expect(naming(tests, /\b(test|it|describe)\.(skip|only|todo)\b|\bvi\.(mock|doMock|spyOn)\(/)).toEqual([])
  })

  test('a test’s name is a statement about schools, not about what code should do', () => {
    const tests = sources.filter(({ isTest }) => isTest)
    expect(naming(tests, /\b(test|it)\(\s*['"`]should\b/, ({ text }) => text)).toEqual([])
  })

  test('a double stands in for one client, never for every client of its kind: test files share a process', () => {
    const tests = sources.filter(({ isTest }) => isTest)
    expect(naming(tests, /mockClient\([A-Z]/)).toEqual([])
  })

  test('files are named in small letters and hyphens', () => {
    const named = /^[a-z0-9]+(-[a-z0-9]+)*(\.(v\d+|test|property|contract|config))*\.tsx?$/
    expect(sources.map(({ path }) => path).filter((path) => !named.test(path.split('/').at(-1) ?? ''))).toEqual([])
  })

  test('names say what a thing is: nothing manages, helps or is a utility', () => {
    const vague = /(manager|helper|util)s?(\.|-)/i
    expect(programs.map(({ path }) => path).filter((path) => vague.test(path.split('/').at(-1) ?? ''))).toEqual([])
  })
})

/** The TypeScript sources of the project and what each imports, read as text. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PLACES = ['academies', 'bench', 'docs', 'events', 'functions', 'infra', 'local', 'shared', 'test', 'web']

export interface Import {
  /** Path from the root of the project, or the name of a package. */
  readonly to: string
  readonly typeOnly: boolean
}

export interface Source {
  /** Path from the root of the project. */
  readonly path: string
  readonly text: string
  /** The text without comments and without what stands in quotation marks. */
  readonly code: string
  readonly lines: number
  readonly imports: readonly Import[]
  readonly isTest: boolean
}

const MODULE = /(?:^|\n|;)\s*(import|export)\s+(type\s+)?([^'";]*?from\s*)?['"]([^'"]+)['"]/g
const ON_DEMAND = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** True for `{ type A, type B }`: nothing of it is there when the program runs. */
const allTypes = (clause: string): boolean => {
  const names = /^\{([\s\S]*)\}\s*from\s*$/.exec(clause.trim())?.[1]
  return names?.split(',').every((name) => name.trim() === '' || /^type\s/.test(name.trim())) ?? false
}

const importsOf = (path: string, text: string): readonly Import[] => {
  const target = (name: string) => (name.startsWith('.') ? normalize(join(dirname(path), name)) : name)
  const plain = [...text.matchAll(MODULE)].map(([, , type, clause = '', name = '']) => ({
    to: target(name),
    typeOnly: type !== undefined || allTypes(clause),
  }))
  const onDemand = [...text.matchAll(ON_DEMAND)].map(([, name = '']) => ({ to: target(name), typeOnly: false }))
  return [...plain, ...onDemand]
}

/** Cuts comments and quoted text, so that a rule about code is not broken by words about it. */
const codeOf = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, "''")
    .replace(/(^|[^:])\/\/.*$/gm, '$1')

const readSource = (path: string): Source => {
  const text = readFileSync(join(ROOT, path), 'utf8')
  return {
    path,
    text,
    code: codeOf(text),
    lines: text.replace(/\n$/, '').split('\n').length,
    imports: importsOf(path, text),
    isTest: path.startsWith('test/') || /\.test\.tsx?$/.test(path),
  }
}

export const filesUnder = (place: string): readonly string[] => {
  try {
    return readdirSync(join(ROOT, place), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
  } catch {
    return []
  }
}

/** Every TypeScript source of the project. */
export const allSources = (): readonly Source[] =>
  PLACES.flatMap(filesUnder)
    .filter((path) => /\.tsx?$/.test(path))
    .toSorted()
    .map(readSource)

/** True when a path is one of these files or lies in one of these folders (which end with a slash). */
export const within = (path: string, ...places: readonly string[]): boolean =>
  places.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place))

/** True for an import of the project's own, not of a package. */
export const isOurs = (each: Import): boolean => PLACES.some((place) => each.to.startsWith(`${place}/`))

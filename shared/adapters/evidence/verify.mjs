#!/usr/bin/env node
/**
 * Checks a bundle of evidence without Firstbell, without a network and without any library: node verify.mjs [folder].
 * It recomputes every hash by the rules of docs/evidence.md and says in plain English what is wrong and where. Exits 0 when all is as it was
 * sealed, 1 when something is not, 2 when there is no bundle to check.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = resolve(process.argv[2] ?? dirname(fileURLToPath(import.meta.url)))
const findings = []
const wrong = (what) => findings.push(what)

const sha256 = (value) => createHash('sha256').update(value).digest('hex')

/** RFC 8785: no blanks, members sorted by UTF-16 units, numbers and strings as ECMAScript writes them. */
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const names = Object.keys(value).sort((one, other) => (one < other ? -1 : 1))
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}
const hashOf = (value) => sha256(canonical(value))

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const day = (date) => `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`
const named = ({ entry }) =>
  `the entry of ${day(entry.at)}, ${entry.at.slice(11, 16)} UTC (${entry.kind}, id ${entry.id})`
const capital = (text) => text[0].toUpperCase() + text.slice(1)

const readJson = (path, form) => {
  const whole = join(folder, path)
  if (!existsSync(whole)) {
    wrong(`The file ${path} is missing.`)
    return undefined
  }
  try {
    const value = JSON.parse(readFileSync(whole, 'utf8'))
    if (value.form === form) return value
    wrong(`The file ${path} is not of the form ${form}.`)
  } catch {
    wrong(`The file ${path} cannot be read: it is not JSON any more.`)
  }
  return undefined
}

const filesUnder = (place) =>
  readdirSync(place, { withFileTypes: true }).flatMap((each) =>
    each.isDirectory()
      ? filesUnder(join(place, each.name))
      : [relative(folder, join(place, each.name)).replaceAll('\\', '/')],
  )

/** Every file is as it was when the bundle was made. */
const checkFiles = ({ files }) => {
  for (const [path, hash] of Object.entries(files)) {
    if (!existsSync(join(folder, path))) wrong(`The file ${path} is missing from the bundle.`)
    else if (sha256(readFileSync(join(folder, path))) !== hash)
      wrong(`The file ${path} was altered after the bundle was made: its bytes do not have the hash in manifest.json.`)
  }
  for (const path of filesUnder(folder))
    if (path !== 'manifest.json' && files[path] === undefined)
      wrong(`The file ${path} is not part of the bundle: it was added.`)
}

/** The seals are unbroken: each as it was made, one for each date, each joined to the one before. */
const checkSeals = ({ seals, from }) => {
  seals.forEach(({ hash, mine, stands, ...head }, index) => {
    const before = seals[index - 1]
    if (hashOf(head) !== hash) wrong(`The seal of ${day(head.date)} was altered: its hash does not fit what it says.`)
    if (head.without)
      wrong(
        `The seal of ${day(head.date)} says that register versions were lost (${head.without.registers.join('; ') || 'not known which'}). ${head.without.by} decided to seal without them: ${head.without.because}`,
      )
    if (!before) {
      if (head.number !== 1 && head.date > from)
        wrong(
          `Days are missing: the seals begin on ${day(head.date)}, after the first day that was asked for, ${day(from)}.`,
        )
      return
    }
    const next = new Date(`${before.date}T00:00:00Z`)
    next.setUTCDate(next.getUTCDate() + 1)
    if (head.date !== next.toISOString().slice(0, 10) || head.number !== before.number + 1)
      wrong(
        `A day is missing or out of its place: the seal of ${day(before.date)} (number ${before.number}) is followed by that of ${day(head.date)} (number ${head.number}).`,
      )
    else if (head.previous !== before.hash)
      wrong(
        `The chain is broken: the seal of ${day(head.date)} was not made after the seal of ${day(before.date)} as it stands here.`,
      )
  })
}

const rootAlong = (digest, way) =>
  way.reduce(
    (hash, beside) => sha256(beside.side === 'left' ? `node:${beside.hash}${hash}` : `node:${hash}${beside.hash}`),
    sha256(`leaf:${digest}`),
  )

/**
 * The pupil's own history is joined to the seals, and each of its days to the one before. A seal without a part of it says where it stands, so
 * that no part can be taken out of a seal that stays.
 */
const checkHistory = ({ academy, history, seals }) => {
  let before
  // No part of it lies before: the first seal of all, or a seal that says where histories stand and has none of this one.
  let begins = seals[0]?.number === 1
  for (const { date, root, standing, mine, stands } of seals) {
    if (mine) {
      const { number, previous, digest, entries, way } = mine
      const computed = hashOf({ form: 'firstbell-history/1', academy, history, date, number, previous, entries })
      if (computed !== digest)
        wrong(
          `The list of entries of ${day(date)} was altered: an entry was changed, removed, added or put elsewhere in it.`,
        )
      if (rootAlong(digest, way) !== root)
        wrong(`The pupil’s history of ${day(date)} is not the one in that day’s seal.`)
      const follows = before ? previous === before.digest : !begins || previous === null
      if (!follows || (before?.number && number !== before.number + 1))
        wrong(
          before?.number
            ? `A day of the pupil’s history is missing or was changed: part ${before.number} (${day(before.date)}) is followed by part ${number} (${day(date)}).`
            : `A day of the pupil’s history is missing before part ${number} (${day(date)}), or was changed.`,
        )
      before = { number, digest, date }
    } else if (standing && !stands) {
      if (before)
        wrong(
          `The seal of ${day(date)} does not say where the pupil’s history stands: what it has of that day may have been taken away.`,
        )
      begins ||= !before
    } else if (standing) {
      if (rootAlong(stands.digest, stands.way) !== standing)
        wrong(`Where the pupil’s history stands on ${day(date)} is not what that day’s seal says.`)
      else if (before ? before.digest !== stands.digest : begins)
        wrong(
          `A day of the pupil’s history is missing: by the seal of ${day(date)} it has another part before that day’s end.`,
        )
      before ??= { digest: stands.digest, date }
    }
  }
}

/** Every entry is as it was sealed, all are here, and they stand in the order of the seals. */
const checkEntries = ({ seals, until }, { entries, withheld }) => {
  const sealed = seals.flatMap(({ date, mine }) =>
    (mine?.entries ?? []).map((hash, index, all) => ({ hash, date, place: `number ${index + 1} of ${all.length}` })),
  )
  const known = new Set(sealed.map(({ hash }) => hash))
  const shown = new Map()
  for (const each of entries) {
    const computed = hashOf({ entry: each.entry, salt: each.salt })
    if (computed !== each.hash)
      wrong(
        `${capital(named(each))} was altered: what it says now does not have the hash that it had when it was sealed.`,
      )
    if (!known.has(each.hash)) wrong(`${capital(named(each))} is in no seal: it was added, or its hash was changed.`)
    if (shown.has(each.hash)) wrong(`${capital(named(each))} is in the bundle twice.`)
    shown.set(each.hash, each)
  }
  const left = new Map(withheld.map(({ hash, why }) => [hash, why]))
  for (const { hash, date, place } of sealed) {
    if (shown.has(hash)) continue
    if (!left.has(hash))
      wrong(
        `An entry is missing: the seal of ${day(date)} has an entry that is not in the bundle (${place} of that day).`,
      )
    else if (left.get(hash) === 'outside-the-period' && date <= until)
      wrong(
        `An entry of ${day(date)} (${place}) is left out as outside the period that was asked for, but it is inside.`,
      )
  }
  const destroyed = withheld.filter(({ why }) => why === 'key-destroyed').length
  if (destroyed > 0 && entries.length > 0)
    wrong(
      `${destroyed === 1 ? 'One entry is' : `${destroyed} entries are`} left out as one whose key was destroyed, and others can be read: a pupil has one key.`,
    )
  const order = new Map(sealed.map(({ hash }, index) => [hash, index]))
  const inSeals = entries.filter(({ hash }) => order.has(hash))
  const swapped = inSeals.findIndex(
    ({ hash }, index) => index > 0 && order.get(hash) < order.get(inSeals[index - 1].hash),
  )
  if (swapped > 0)
    wrong(
      `Entries are not in the order in which they were sealed: ${named(inSeals[swapped - 1])} stands before ${named(inSeals[swapped])}, and should stand after it.`,
    )
}

if (!existsSync(join(folder, 'manifest.json'))) {
  console.error(`There is no bundle in ${folder}: unpack the whole zip file, and run this file where it lies.`)
  process.exit(2)
}
const manifest = readJson('manifest.json', 'firstbell-bundle/1')
const chain = readJson('data/chain.json', 'firstbell-chain/1')
const entries = readJson('data/entries.json', 'firstbell-entries/1')
if (manifest) checkFiles(manifest)
if (chain) checkSeals(chain)
if (chain) checkHistory(chain)
if (chain && entries) checkEntries(chain, entries)

if (findings.length > 0) {
  console.log(`NOT AS SEALED. ${findings.length === 1 ? 'One thing is' : `${findings.length} things are`} wrong:\n`)
  for (const finding of findings) console.log(`- ${finding}`)
  process.exit(1)
}
const last = chain.seals.at(-1)
const count = (number, word, words = `${word}s`) => `${number} ${number === 1 ? word : words}`
console.log('AS SEALED. Nothing was altered, removed, added or put in another order.\n')
console.log(
  `- ${count(entries.entries.length, 'entry', 'entries')} of this pupil, each with the hash under which it was sealed.`,
)
if (entries.withheld.length > 0)
  console.log(
    `- ${count(entries.withheld.length, 'entry', 'entries')} shown by hash alone: outside the period asked for, or of a key that was lawfully destroyed.`,
  )
if (entries.erased)
  console.log(
    `- Erased lawfully on ${day(entries.erased)}: the key was destroyed that day, so what was sealed is shown by hash alone, and every seal still holds.`,
  )
if (entries.unsealed.length > 0)
  console.log(
    `- ${count(entries.unsealed.length, 'entry', 'entries')} in no seal, older than the first or of a day not sealed yet. Nothing is proven of these.`,
  )
if (last) {
  console.log(
    `- ${count(chain.seals.length, 'seal')}, one for each day from ${day(chain.seals[0].date)} to ${day(last.date)}.`,
  )
  console.log(`- The last seal is number ${last.number}, made ${last.sealedAt}: ${last.hash}`)
  if (!last.standing)
    console.log(
      `- NOT PROVEN: the last seal is of a time before seals said where every history stands. What the last days have of this pupil could have been taken away unseen: ask the school for a bundle made since.`,
    )
  if (last.date < chain.until)
    console.log(
      `- NOT PROVEN: the period goes on to ${day(chain.until)}, and no seal here is later than ${day(last.date)}. Either the days after it were not sealed when this was made, or their seals were taken away: ask the school for a bundle made since.`,
    )
  console.log(
    '\nAsk the school to show the same seal in its locked store, or compare it with one that you were given earlier.',
  )
} else console.log('\nNo day of the period is sealed, so nothing is proven.')

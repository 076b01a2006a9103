/** What a played day leaves behind: three files of one JSON object a line, and the letters of the day when there are any. */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PupilKey } from '../../shared/domain/people.ts'
import type { Task } from '../../shared/domain/task.ts'
import type { LocalDate } from '../../shared/domain/time.ts'
import { printOf, shownLetters } from '../letters/shown.ts'
import type { LocalStack } from '../stack.ts'
import { shownTexts } from '../texts.ts'

const lines = (items: readonly unknown[]): string => items.map((item) => `${JSON.stringify(item)}\n`).join('')

const shownTask = (academy: string, task: Task, pupils: readonly string[]) => {
  const { id, kind, due, state, why, raised, doers, urgent, rule, clause, classId, session, outcome } = task
  const optional = { class: classId, session, outcome }
  return { id, academy, kind, pupils, raised, due, state, why, doers, urgent, rule, clause, ...optional }
}

/** Every task of the day, ended or open, in the order it was raised. */
export const tasksOf = async (stack: LocalStack, academy: string, date: LocalDate) => {
  const [{ tasks }, { endedTasks }] = await Promise.all([stack.stores.open(academy), stack.stores.day(academy, date)])
  const all = [...tasks, ...endedTasks].toSorted((one, other) => (one.raised < other.raised ? -1 : 1))
  const ids = (keys: readonly PupilKey[]) => stack.idsOf(academy, keys)
  return Promise.all(all.map(async (task) => shownTask(academy, task, await ids(task.pupils))))
}

/** Each letter of the day as its PDF, named by its reference, and a line for each. */
const writeLetters = async (stack: LocalStack, academies: readonly string[], date: LocalDate, folder: string) => {
  const letters = await shownLetters(stack, { from: date, until: date }, academies)
  if (letters.length === 0) return letters
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'letters.jsonl'), lines(letters))
  for (const letter of letters) {
    const pdf = await printOf(stack.letters.files, letter)
    if (pdf !== undefined) await writeFile(join(folder, `${letter.academy}-${letter.reference}.pdf`), pdf)
  }
  return letters
}

/** All three are written beside their place and moved there, so that no half file is ever read. */
export const writeOut = async (
  stack: LocalStack,
  academies: readonly string[],
  date: LocalDate,
  from: number,
  folder: string,
) => {
  const timeline = stack.timeline
    .lines()
    .slice(from)
    .filter(({ academy }) => academies.includes(academy))
  const texts = (await shownTexts(stack)).filter(({ academy }) => academies.includes(academy))
  const tasks = (await Promise.all(academies.map((academy) => tasksOf(stack, academy, date)))).flat()
  await mkdir(folder, { recursive: true })
  const files = { 'timeline.jsonl': timeline, 'texts.jsonl': texts, 'tasks.jsonl': tasks }
  for (const [name, items] of Object.entries(files)) {
    await writeFile(join(folder, `.${name}.part`), lines(items))
    await rename(join(folder, `.${name}.part`), join(folder, name))
  }
  const letters = await writeLetters(stack, academies, date, join(folder, 'letters'))
  return { timeline, texts, tasks, letters }
}

/** A step of the timetable that came late or not at all pages the Lead: the list has to be looked at now, by a person. */
import { pagesDue } from '../pages.ts'
import type { Rule } from '../rule.ts'

export const lateSweepPage: Rule = {
  name: 'late-sweep-page',
  clause: 'Safety floor: a step that did not happen in time is told to a person',
  wishes: (facts) =>
    facts.known.tasks
      .filter((task) => task.kind === 'late-sweep' && task.state === 'open' && task.date === facts.known.date)
      .flatMap((task) => pagesDue(facts, task.id, task.raised, [{ to: 'lead', afterMinutes: 0 }], 'page-late-sweep')),
}

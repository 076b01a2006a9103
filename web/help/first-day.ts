/** What somebody does on the first day, by role: each step with the page where it is done. */
import type { Today } from '../teacher/my-classes.tsx'

export interface FirstStep {
  readonly title: string
  readonly says: string
  /** The page where it is tried. */
  readonly at: { readonly way: string; readonly says: string }
}

const TEACHER: readonly FirstStep[] = [
  {
    title: 'Your classes',
    says: 'Each class shows how today’s two registers stand. Missing means that it should be in by now.',
    at: { way: 'classes', says: 'Open the classes' },
  },
  {
    title: 'The register in under a minute',
    says: 'Press Everyone present, then mark who is late or absent, then submit. By keyboard: up and down, P, L and A, Enter. You give no reasons: the office finds out why.',
    at: { way: 'classes', says: 'Choose a class and open its register' },
  },
  {
    title: 'When something goes wrong',
    says: 'A register that cannot be sent is kept on this device and goes by itself. Change something opens one that is in.',
    at: { way: 'classes', says: 'Back to the classes' },
  },
]

const OFFICE: readonly FirstStep[] = [
  {
    title: 'Today, from the top',
    says: 'The list is in the order to act. Each row says what has happened, and what happens next and when. What it says will happen by itself needs nobody.',
    at: { way: 'today', says: 'Open today' },
  },
  {
    title: 'Ring a family',
    says: 'Call on a row shows what to say, whom to ring and what each may be told. Two presses keep what came of it.',
    at: { way: 'today', says: 'Find a row with Call' },
  },
  {
    title: 'Confirm what a parent wrote',
    says: 'Nothing that a parent writes becomes a reason until somebody here confirms it.',
    at: { way: 'conversations', says: 'Read the messages' },
  },
  {
    title: 'Children who come late or leave',
    says: 'Late gate and Leaving take the beginning of a name, the time and the reason. Whoever was texted is told.',
    at: { way: 'late-gate', says: 'Open the late gate' },
  },
  {
    title: 'Who is on site',
    says: 'Open it once in the morning: it is then there without a connection, to tick off at the assembly point.',
    at: { way: 'on-site', says: 'Open the list' },
  },
]

const LEAD: readonly FirstStep[] = [
  ...OFFICE.slice(0, 1),
  {
    title: 'What was held back',
    says: 'Too many texts at once wait for you. You see each as it would go, to whom, and then release or refuse.',
    at: { way: 'today', says: 'Look for Held back' },
  },
  {
    title: 'Who crossed a line',
    says: 'Thresholds shows whose attendance fell below a line of the policy, and who soon may.',
    at: { way: 'attendance', says: 'Open the thresholds' },
  },
  {
    title: 'Letters before they go',
    says: 'Each letter is read first. Those that were read go with one press.',
    at: { way: 'letters', says: 'Open the letters' },
  },
  {
    title: 'A pupil’s whole story',
    says: 'The percentage with Why?, what was sent and said, and by which clause of the policy.',
    at: { way: 'pupils', says: 'Find a pupil' },
  },
]

/** The steps of the role in which somebody does most. */
export const stepsFor = (roles: Today['roles']): readonly FirstStep[] => {
  if (roles.some((role) => role === 'lead' || role === 'head' || role === 'dsl')) return LEAD
  return roles.includes('office') ? OFFICE : TEACHER
}

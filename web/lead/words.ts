/** The words of an Attendance Lead's work. */

const LETTERS: Readonly<Record<string, string>> = {
  'stage-1': 'Stage 1',
  'stage-2': 'Stage 2, with a meeting',
  'traffic-light': 'Traffic light of the term',
  'full-attendance': 'Full attendance',
  'attend-meeting': 'Invitation to an ATTEND meeting',
  'notice-to-improve': 'Notice to improve',
  'leave-decision': 'Decision about leave',
}

export const letterInWords = (kind: string): string => {
  const plain = kind.replaceAll('-', ' ')
  return LETTERS[kind] ?? plain.charAt(0).toUpperCase() + plain.slice(1)
}

const STEPS: Readonly<Record<string, string>> = {
  warning: 'Warning text',
  'stage-1': 'Stage 1 letter',
  'stage-2': 'Stage 2 letter: set the meeting',
  legal: 'Legal action to consider',
}

export const stepInWords = (step: string): string => STEPS[step] ?? step

export const STANDINGS = {
  met: { says: 'Threshold met', tone: 'urgent' },
  waiting: { says: 'Waits for marks', tone: 'waiting' },
  near: { says: 'Near', tone: 'waiting' },
  referred: { says: 'Referred', tone: 'calm' },
  improving: { says: 'Notice to improve runs', tone: 'calm' },
  quiet: { says: 'Quiet', tone: 'calm' },
} as const

const NEXT_NOTICE: Readonly<Record<string, string>> = {
  first: 'would be a first notice',
  second: 'would be a second notice',
  escalate: 'no further notice: consider court',
}

export const nextNotice = (next: string): string => NEXT_NOTICE[next] ?? next

/** "1 session more", "3 sessions more". */
export const moreSessions = (count: number): string => (count === 1 ? '1 session more' : `${count} sessions more`)

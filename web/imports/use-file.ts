/** A file on its way in: chosen, read as far as its first rows, mapped, and sent to be looked at before anything is changed. */
import { useEffect, useRef, useState } from 'react'
import { MappingsAnswer, SuggestionAnswer } from '../../events/api/imports.ts'
import { fileText } from '../../shared/domain/imports/file-text.ts'
import { goTo } from '../client/address.ts'
import { Anything, fetchOnce, send, sendFile } from '../client/client.ts'
import { type Failure, said } from '../client/failure.ts'
import { bestKept, firstRead, isOurs, type Kept, mappingId, type Read, type Suggestion } from './mapping.ts'
import { handOver, refusedBySize, type ToSend } from './send-file.ts'
import type { FileKind } from './words.ts'

/** So much of a file is asked about: more than the header and some rows says no more. */
const BEGINNING = 100_000

const EMPTY = said('refused', 'The file is empty.', 'Export it again, and look whether it opens in a spreadsheet.')
/** Somebody has written the file anew, or taken it away, since it was chosen: the browser lets nobody read what they did not choose. */
const CHANGED = said(
  'refused',
  'The file cannot be read any more.',
  'It was changed or moved after it was chosen. Choose it once more, then press again.',
)

export interface Chosen extends ToSend {
  readonly name: string
  /** Absent for a file that is not a table. */
  readonly table?: { readonly suggestion: Suggestion; readonly kept: Kept | undefined; readonly read: Read }
}

export interface UsingFile {
  readonly chosen: Chosen | undefined
  readonly failure: Failure | undefined
  readonly isBusy: boolean
  /** How much of a large file has gone, in percent; absent while none is on its way. */
  readonly gone: number | undefined
  readonly choose: (kind: FileKind, file: File) => Promise<void>
  readonly change: (read: Read) => void
  readonly look: () => Promise<void>
  /** Stops a large file on its way. */
  readonly stop: () => void
  readonly another: () => void
}

/** Keeps what a person has said of the columns, unless it was already so. Answers what to name in the import. */
const keepMapping = async ({ suggestion, kept, read }: NonNullable<Chosen['table']>): Promise<string | Failure> => {
  if (isOurs(suggestion, read)) return ''
  if (kept && JSON.stringify(firstRead(suggestion, kept)) === JSON.stringify(read)) return kept.id
  const id = mappingId(read)
  const columns = kept?.id === id ? { ...columnsElsewhere(suggestion, kept, read), ...read.columns } : read.columns
  const done = await send('PUT', `mappings/${id}`, { ...read, columns }, Anything)
  return done.ok ? id : done.failure
}

/** What was kept of columns that this file does not have, as far as nothing here says otherwise. */
const columnsElsewhere = (suggestion: Suggestion, kept: Kept, read: Read): Kept['columns'] => {
  const here = new Set(suggestion.columns.map(({ column }) => column))
  const taken = new Set(Object.values(read.columns))
  return Object.fromEntries(Object.entries(kept.columns).filter(([name, to]) => !here.has(name) && !taken.has(to)))
}

export const useFile = (): UsingFile => {
  const [chosen, setChosen] = useState<Chosen>()
  const [failure, setFailure] = useState<Failure>()
  const [isBusy, setBusy] = useState(false)
  const [gone, setGone] = useState<number>()
  const sending = useRef<AbortController>(undefined)
  // Whoever leaves the page is not brought back to it by a file that has arrived.
  useEffect(() => () => sending.current?.abort(), [])
  const busily = async (work: () => Promise<Failure | undefined>): Promise<void> => {
    setBusy(true)
    setFailure(await work())
    setBusy(false)
  }
  return {
    chosen,
    failure,
    isBusy,
    gone,
    choose: (kind, file) =>
      busily(async () => {
        setChosen(undefined)
        const tooLarge = refusedBySize(file.size)
        if (tooLarge) return tooLarge
        const buffer = await file.arrayBuffer().catch(() => undefined)
        if (buffer === undefined) return CHANGED
        const text = fileText(new Uint8Array(buffer))
        // What was looked at is what is sent, whatever becomes of the file on the disk meanwhile.
        const bytes = new Blob([buffer])
        if (text.trim() === '') return EMPTY
        const { name } = file
        if (kind === 'ctf') {
          setChosen({ kind, name, text, bytes })
          return undefined
        }
        const [guessed, mappings] = await Promise.all([
          sendFile(`imports/${kind}/suggest`, text.slice(0, BEGINNING), 'text/csv', SuggestionAnswer),
          fetchOnce(MappingsAnswer, 'mappings'),
        ])
        if (!guessed.ok) return guessed.failure
        if (!mappings.ok) return mappings.failure
        const suggestion = guessed.value
        const kept = bestKept(suggestion, mappings.value.mappings)
        setChosen({ kind, name, text, bytes, table: { suggestion, kept, read: firstRead(suggestion, kept) } })
        return undefined
      }),
    change: (read) => setChosen((was) => (was?.table === undefined ? was : { ...was, table: { ...was.table, read } })),
    look: () =>
      busily(async () => {
        if (chosen === undefined) return undefined
        const mapping = chosen.table === undefined ? '' : await keepMapping(chosen.table)
        if (typeof mapping !== 'string') return mapping
        sending.current = new AbortController()
        const { signal } = sending.current
        const begun = await handOver(chosen, mapping, { signal, progress: setGone })
        setGone(undefined)
        if (typeof begun !== 'string') return begun
        if (!signal.aborted) goTo('imports', begun)
        return undefined
      }),
    stop: () => sending.current?.abort(),
    another() {
      setChosen(undefined)
      setFailure(undefined)
    },
  }
}

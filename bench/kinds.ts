/** Which kind of access a request to the table is, read from its keys: the rows of the table of units. */

interface Named {
  readonly pk: string
  readonly sk: string
  readonly text: boolean
}

const string = (value: unknown): string => {
  const inner = typeof value === 'object' && value !== null ? Reflect.get(value, 'S') : undefined
  return typeof inner === 'string' ? inner : ''
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const keyIn = (value: unknown): Named => {
  const { pk, sk } = record(value)
  return { pk: string(pk), sk: string(sk), text: false }
}

const queried = (request: Record<string, unknown>): Named => {
  const values = Object.values(record(request.ExpressionAttributeValues)).map(string)
  const pk = values.find((value) => /^[AH]#|^TRUST|^MSG#/.test(value)) ?? ''
  return { pk, sk: values.find((value) => value !== pk) ?? '', text: false }
}

const firstOf = (operation: string, request: Record<string, unknown>): Named => {
  if (operation === 'Query') return queried(request)
  if (operation === 'TransactWriteItems') {
    const steps = (request.TransactItems as unknown[]).map((step) => record(Object.values(record(step))[0]))
    const [step] = steps
    return keyIn(step?.Item ?? step?.Key)
  }
  if (operation === 'BatchGetItem') {
    const [table] = Object.values(record(request.RequestItems))
    const keys = record(table).Keys
    return keyIn(Array.isArray(keys) ? keys[0] : undefined)
  }
  if (operation === 'BatchWriteItem') {
    const [list] = Object.values(record(request.RequestItems))
    const first = record(Array.isArray(list) ? list[0] : undefined)
    return keyIn(record(first.PutRequest).Item ?? record(first.DeleteRequest).Key)
  }
  const expression = JSON.stringify(request.ExpressionAttributeNames ?? {})
  return { ...keyIn(request.Item ?? request.Key), text: expression.includes('t#') }
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^H#/, 'chronicle'],
  [/^MSG#/, 'texts'],
  [/^A#[^#]+#D#[^ ]+ R#/, 'registers'],
  [/^A#[^#]+#D#[^ ]+ C#/, 'absence cards'],
  [/^A#[^#]+#D#[^ ]+ RUN#/, 'sweeps'],
  [/^A#[^#]+#D#[^ ]+ Y#/, 'replies'],
  [/^A#[^#]+#D#[^ ]+ [KB]#/, 'tasks and brakes'],
  [/^A#[^#]+#D#/, 'looks: the day'],
  [/^A#[^#]+#OPEN TASK#/, 'tasks and brakes'],
  [/^A#[^#]+#OPEN CASE#/, 'cases'],
  [/^A#[^#]+#OPEN (KNOWN|HOLD|CLOSURE|STOP)#/, 'known absences and holds'],
  [/^A#[^#]+#OPEN LIVE/, 'looks: live generations'],
  [/^A#[^#]+#OPEN/, 'looks: what is open'],
  [/^A#[^#]+#YEAR#/, 'tallies'],
  [/^A#[^#]+ (POLICY|TEXT)/, 'policy'],
  [/^A#[^#]+#ROLL#\d+ K#/, 'rolls'],
  [/^A#[^#]+#ROLL#/, 'pupils'],
  [/^A#[^#]+#CONTACTS#/, 'contacts'],
  [/^A#[^#]+#(AGENCIES|STAFF|CALENDAR)#/, 'agencies, staff and calendar'],
  [/^A#[^#]+#KNOWN/, 'known absences'],
]

/** The academy a request is for, or `undefined` where it is the whole trust's. */
export const academyOf = (operation: string, request: Record<string, unknown>): string | undefined =>
  /^[AH]#([^#]+)/.exec(firstOf(operation, request).pk)?.[1]

/** The row of the table that a request belongs to. */
export const kindOf = (operation: string, request: Record<string, unknown>): string => {
  const { pk, sk, text } =
    operation === 'BatchExecuteStatement' || operation === 'ExecuteStatement'
      ? { pk: 'H#', sk: '', text: false }
      : firstOf(operation, request)
  const name = KINDS.find(([pattern]) => pattern.test(`${pk} ${sk}`))?.[1] ?? 'other'
  return name === 'absence cards' && text ? 'texts' : name
}

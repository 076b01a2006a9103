/** Every function with what it is given and what it may do. Variables and permissions stand side by side, so neither is forgotten. */
import type { Stack } from 'aws-cdk-lib'
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs'
import type { Environments, Folder } from '../folders.ts'
import { mayReadEvidence, mayUseKeys } from './evidence.ts'
import { bundleFunction, chronicleFunction, nightlyFunction, sealFunction } from './evidence-functions.ts'
import { extractFunctions } from './extracts.ts'
import { mayHoldFiles } from './files.ts'
import { type Ground, TRIES } from './queues.ts'
import { mayKeepRecord, mayMarkLinks, mayReadRecord, neverScans } from './record.ts'
import { rehearsalFunction } from './rehearsal-function.ts'
import { reportFunctions } from './report-functions.ts'
import { schoolFunction } from './school-function.ts'
import { CONFIGURATION_SET, maySendTexts } from './texting.ts'
import type { Things } from './things.ts'
import { maySetSweeps, maySetTimers } from './timers.ts'

const LOOKERS = ['sweep', 'look-again', 'judge', 'watchdog'] as const

/** Functions that look at a day and carry out what is due. */
const lookers = (stack: Stack, ground: Ground, things: Things) => {
  const { table, texts, letterWork, look, timers, evidence } = things
  const looking = {
    TABLE: table.tableName,
    TEXTS_QUEUE_URL: texts.queueUrl,
    LETTERS_QUEUE_URL: letterWork.queueUrl,
    LOOK_QUEUE_ARN: look.queueArn,
    TIMERS_ROLE_ARN: timers.roleArn,
  }
  const make = <F extends (typeof LOOKERS)[number]>(folder: F, environment: Environments[F]): NodejsFunction => {
    const made = schoolFunction(stack, folder, ground, environment)
    mayKeepRecord(made, table, ground.key)
    for (const queue of [texts, letterWork]) queue.grantSendMessages(made)
    maySetTimers(made, stack, timers)
    return made
  }
  const watchdog = make('watchdog', { ...looking, EVIDENCE_BUCKET: evidence.evidence.bucketName })
  mayReadEvidence(watchdog, evidence, ['seals'])
  return {
    sweep: make('sweep', looking),
    'look-again': make('look-again', looking),
    judge: make('judge', looking),
    watchdog,
  }
}

/** Functions that keep the record, each with the variables it declares. */
const keepers = (stack: Stack, ground: Ground, things: Things, sweep: NodejsFunction) => {
  const { table, texts, imports, files, letters, letterWork, phones, accounts, inbound, receipts } = things
  const { schedules, scheduleFailures } = things
  const make = <F extends Folder>(folder: F, environment: Environments[F]): NodejsFunction => {
    const made = schoolFunction(stack, folder, ground, environment)
    mayKeepRecord(made, table, ground.key)
    return made
  }
  const TABLE = table.tableName
  const TEXTS_QUEUE_URL = texts.queueUrl
  const PHONES_SECRET = phones.secretArn
  const FILES_BUCKET = files.bucketName
  const EVIDENCE_QUEUE_URL = things.evidenceWork.queueUrl
  const LETTERS = { LETTERS_BUCKET: letters.bucketName, LETTERS_QUEUE_URL: letterWork.queueUrl }
  const api = make('api', {
    TABLE,
    TEXTS_QUEUE_URL,
    PHONES_SECRET,
    FILES_BUCKET,
    ...LETTERS,
    EVIDENCE_QUEUE_URL,
    EVIDENCE_BUCKET: things.evidence.evidence.bucketName,
    EVIDENCE_KEYS_BUCKET: things.evidence.keys.bucketName,
    IMPORTS_QUEUE_URL: imports.queueUrl,
    SWEEP_ARN: sweep.functionArn,
    SCHEDULES_ROLE_ARN: schedules.roleArn,
    SCHEDULE_FAILURES_ARN: scheduleFailures.queueArn,
  })
  maySetSweeps(api, stack, schedules)
  const dispatch = make('dispatch', {
    TABLE,
    TEXTS_QUEUE_URL,
    PHONES_SECRET,
    CONFIGURATION_SET,
    ACCOUNTS_SECRET: accounts.secretArn,
  })
  const writing = make('letters', { TABLE, ...LETTERS, ACCOUNTS_SECRET: accounts.secretArn })
  const heard = make('inbound-text', { TABLE, TEXTS_QUEUE_URL, PHONES_SECRET })
  const imported = make('import', {
    TABLE,
    FILES_BUCKET,
    PHONES_SECRET,
    IMPORTS_QUEUE_URL: imports.queueUrl,
    ACCOUNTS_SECRET: accounts.secretArn,
    TRIES: String(TRIES),
  })
  const site = make('site', { TABLE, PHONES_SECRET })
  const RECEIPTS_QUEUE_URL = receipts.queueUrl
  const heardOf = make('receipts', { TABLE })
  const fromLogs = make('receipts-from-logs', { TABLE, RECEIPTS_QUEUE_URL })
  receipts.grantSendMessages(fromLogs)
  const received = make('received-texts', {
    TABLE,
    INBOUND_QUEUE_URL: inbound.queueUrl,
    ACCOUNTS_SECRET: accounts.secretArn,
  })
  inbound.grantSendMessages(received)
  for (const reader of [api, site, dispatch, heard, imported]) phones.grantRead(reader)
  for (const reader of [dispatch, writing, received, imported]) accounts.grantRead(reader)
  for (const sender of [api, dispatch, heard]) texts.grantSendMessages(sender)
  for (const holder of [api, imported]) mayHoldFiles(holder, files)
  for (const holder of [api, writing]) {
    mayHoldFiles(holder, letters)
    letterWork.grantSendMessages(holder)
  }
  for (const sender of [api, imported]) imports.grantSendMessages(sender)
  things.evidenceWork.grantSendMessages(api)
  mayReadEvidence(api, things.evidence, ['registers'])
  mayUseKeys(api, things.evidence, 'academies')
  maySendTexts(dispatch, stack)
  return {
    api,
    dispatch,
    letters: writing,
    'inbound-text': heard,
    import: imported,
    nightly: nightlyFunction(make, things),
    'evidence-bundle': bundleFunction(make, things),
    ...reportFunctions(make, things),
    ...extractFunctions(make, things),
    site,
    receipts: heardOf,
    'receipts-from-logs': fromLogs,
    'received-texts': received,
  }
}

/** The function that answers the providers' calls: it puts on queues and touches nothing else. */
const hooksFunction = (
  stack: Stack,
  ground: Ground,
  { accounts, inbound, receipts, letterWork, unread }: Things,
): NodejsFunction => {
  const made = schoolFunction(stack, 'hooks', ground, {
    ACCOUNTS_SECRET: accounts.secretArn,
    INBOUND_QUEUE_URL: inbound.queueUrl,
    RECEIPTS_QUEUE_URL: receipts.queueUrl,
    LETTERS_QUEUE_URL: letterWork.queueUrl,
    UNREAD_QUEUE_URL: unread.queueUrl,
  })
  accounts.grantRead(made)
  for (const queue of [inbound, receipts, letterWork, unread]) queue.grantSendMessages(made)
  return made
}

/** The function that answers the absence line: it keeps calls, and leaves what was told where texts of parents wait. */
const lineFunction = (
  stack: Stack,
  ground: Ground,
  { table, phones, accounts, inbound, unread }: Things,
): NodejsFunction => {
  const made = schoolFunction(stack, 'line', ground, {
    TABLE: table.tableName,
    INBOUND_QUEUE_URL: inbound.queueUrl,
    UNREAD_QUEUE_URL: unread.queueUrl,
    PHONES_SECRET: phones.secretArn,
    ACCOUNTS_SECRET: accounts.secretArn,
  })
  mayKeepRecord(made, table, ground.key)
  for (const secret of [phones, accounts]) secret.grantRead(made)
  for (const queue of [inbound, unread]) queue.grantSendMessages(made)
  return made
}

/** The page that parents open: it reads the record, marks its own links as opened, and leaves what was written where texts wait. */
const familyPageFunction = (stack: Stack, ground: Ground, { table, inbound }: Things): NodejsFunction => {
  const made = schoolFunction(stack, 'family-page', ground, {
    TABLE: table.tableName,
    INBOUND_QUEUE_URL: inbound.queueUrl,
  })
  mayReadRecord(made, table, ground.key)
  mayMarkLinks(made, table)
  inbound.grantSendMessages(made)
  return made
}

/** All functions of Firstbell. None may ever read the whole table, and only one may write the chronicle. */
export const allFunctions = (
  stack: Stack,
  ground: Ground,
  things: Things,
): Readonly<Record<Folder, NodejsFunction>> => {
  const chronicle = chronicleFunction(stack, ground, things)
  const announce = schoolFunction(stack, 'announce', ground, { BUS_NAME: things.bus.eventBusName })
  things.bus.grantPutEventsTo(announce)
  const looking = lookers(stack, ground, things)
  const hooks = hooksFunction(stack, ground, things)
  const line = lineFunction(stack, ground, things)
  const familyPage = familyPageFunction(stack, ground, things)
  const seal = sealFunction(stack, ground, things)
  const rehearsal = rehearsalFunction(stack, ground, things)
  const roles = schoolFunction(stack, 'roles', ground, {})
  const kept = keepers(stack, ground, things, looking.sweep)
  const made = {
    ...looking,
    ...kept,
    chronicle,
    announce,
    hooks,
    line,
    'family-page': familyPage,
    roles,
    seal,
    rehearsal,
  }
  for (const each of Object.values(made)) neverScans(each, things.table)
  return made
}

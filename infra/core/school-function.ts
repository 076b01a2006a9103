import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CfnResource, Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda'
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { type Environments, FOLDERS, type Folder } from '../folders.ts'
import { PERIOD, raiseAlarm } from './alarms.ts'
import { besideBundle } from './letters.ts'
import type { Ground } from './queues.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** CommonJS packages inside an ES module bundle call `require`; this gives them one. */
const REQUIRE = "import{createRequire as c}from'node:module';const require=c(import.meta.url);"

/**
 * Where the SDK looks for credentials after the environment, in which Lambda always puts them: loaded when asked, never asked, and a
 * tenth of every bundle.
 */
const NEVER_ASKED = ['sso', 'ini', 'login', 'process', 'web-identity'].map(
  (way) => `@aws-sdk/credential-provider-${way}`,
)

/** Functions that print. */
const PRINTERS: readonly Folder[] = ['letters', 'reports', 'report-files']

/** What lies beside a function's bundle: those that print carry fonts, and the one that makes bundles the program that checks them. */
const hooksOf = (folder: Folder) => {
  if (PRINTERS.includes(folder)) return { commandHooks: besideBundle({ fonts: true }) }
  if (folder === 'evidence-bundle') return { commandHooks: besideBundle({ fonts: true, verifier: true }) }
  return {}
}

export const logGroupName = (folder: Folder): string => `/firstbell/${folder}`

const idOf = (folder: Folder): string =>
  folder.replace(/(^|-)(\w)/g, (_, _hyphen, letter: string) => letter.toUpperCase())

/**
 * The source of a folder. A folder without handler can stand in a template that is only read (its environment file takes the
 * handler's place), never in one that is bundled and deployed.
 */
const entryOf = (stack: Stack, folder: Folder): string => {
  const handler = `${ROOT}functions/${folder}/handler.ts`
  if (existsSync(handler)) return handler
  if (stack.bundlingRequired)
    throw new Error(`functions/${folder}/handler.ts is missing. Write it, or take the folder out of infra/folders.ts.`)
  return `${ROOT}functions/${folder}/env.ts`
}

/** The Lambda of one folder under functions/: its own role, its own log, and an alarm that says who is hurt. */
export const schoolFunction = <F extends Folder>(
  stack: Stack,
  folder: F,
  ground: Ground,
  environment: Environments[F],
): NodejsFunction => {
  const id = idOf(folder)
  const { timeoutSeconds, memoryMegabytes = 512, hurts } = FOLDERS[folder]
  const role = new Role(stack, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
  const logGroup = new LogGroup(stack, `${id}Log`, {
    logGroupName: logGroupName(folder),
    retention: RetentionDays.SIX_MONTHS,
    encryptionKey: ground.key,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  logGroup.grantWrite(role)
  const made = new NodejsFunction(stack, id, {
    entry: entryOf(stack, folder),
    handler: 'handler',
    projectRoot: ROOT,
    depsLockFilePath: `${ROOT}package-lock.json`,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: memoryMegabytes,
    timeout: Duration.seconds(timeoutSeconds),
    environment: { ...environment },
    environmentEncryption: ground.key,
    role,
    logGroup,
    awsSdkConnectionReuse: false,
    bundling: {
      format: OutputFormat.ESM,
      target: 'node24',
      minify: true,
      mainFields: ['module', 'main'],
      banner: REQUIRE,
      // The SDK goes into the bundle: it starts faster than Lambda's own copy, and its version is ours.
      bundleAwsSDK: true,
      externalModules: [...NEVER_ASKED],
      ...hooksOf(folder),
    },
  })
  // Tells tools that read the template, the local stack among them, where the source is.
  const resource = made.node.defaultChild
  if (resource instanceof CfnResource) resource.addMetadata('firstbell.folder', folder)
  raiseAlarm(stack, `${id}Errors`, ground.alarms, {
    metric: made.metricErrors({ period: PERIOD, statistic: 'Sum' }),
    hurts,
    heading: 'FUNCTION_ERRORS',
  })
  return made
}

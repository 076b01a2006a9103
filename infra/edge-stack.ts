import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type App, CfnOutput, DockerImage, Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment'
import type { SignIn } from '../academies/sign-in.ts'
import { contentSecurityPolicy, TRANSPORT_SECONDS } from '../web/headers.ts'
import { signInOrigin } from './core/sign-in.ts'
import { type Core, REGION } from './core-stack.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const VITE = `${ROOT}node_modules/vite/bin/vite.js`

/** The console as vite builds it, on this machine, when the stack is synthesised in earnest. */
const builtConsole = (): ISource =>
  Source.asset(`${ROOT}web`, {
    bundling: {
      image: DockerImage.fromRegistry('never-used'),
      local: {
        tryBundle(outDir) {
          const asked = ['build', '--config', `${ROOT}web/vite.config.ts`, '--outDir', outDir, '--logLevel', 'error']
          execFileSync(process.execPath, [VITE, ...asked], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
          return true
        },
      },
    },
  })

const privateBucket = (stack: Stack): Bucket =>
  new Bucket(stack, 'Console', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    // Nothing in it that the next deployment would not put there again.
    removalPolicy: RemovalPolicy.DESTROY,
  })

/** Puts the files: the page itself is asked for anew each time, what it names never changes. */
const deploy = (stack: Stack, bucket: Bucket, distribution: Distribution, config: object): void => {
  const kept = new BucketDeployment(stack, 'ConsoleFiles', {
    destinationBucket: bucket,
    sources: [builtConsole()],
    exclude: ['index.html'],
    // Pages opened before the deployment still ask for their own files.
    prune: false,
    cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
  })
  const page = new BucketDeployment(stack, 'ConsolePage', {
    destinationBucket: bucket,
    sources: [builtConsole(), Source.jsonData('config.json', config)],
    exclude: ['*'],
    include: ['index.html', 'config.json'],
    prune: false,
    cacheControl: [CacheControl.noCache()],
    distribution,
    distributionPaths: ['/', '/index.html', '/config.json'],
  })
  page.node.addDependency(kept)
}

/**
 * Where the console is served from, and the API under the same name, so that a page speaks to nobody but its own origin and the sign-in
 * page. Context: `certificate` (ARN, us-east-1) for the names that the policies give the console, `webAcl` (ARN) for a firewall of the trust.
 */
export const edgeStack = (
  app: App,
  core: Core,
  trust: { readonly consoles: readonly string[]; readonly signIn: SignIn },
): Stack => {
  const stack = new Stack(app, 'Firstbell-Edge', {
    env: { region: REGION },
    description: 'Firstbell: the console, and the API under the same name.',
  })
  const given = (name: string): string | undefined => {
    const value: unknown = stack.node.tryGetContext(name)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const certificate = given('certificate')
  const webAclId = given('webAcl')
  const at = signInOrigin(trust.signIn, REGION)
  const files = `https://${core.files.bucketRegionalDomainName}`
  const bucket = privateBucket(stack)
  const headers = new ResponseHeadersPolicy(stack, 'ConsoleHeaders', {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(at, files), override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.seconds(TRANSPORT_SECONDS),
        includeSubdomains: true,
        override: true,
      },
      contentTypeOptions: { override: true },
    },
  })
  const toApi = {
    origin: new HttpOrigin(Fn.select(2, Fn.split('/', core.api.apiEndpoint))),
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    // Answers are one person’s: none is kept on the way.
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
  }
  const distribution = new Distribution(stack, 'Edge', {
    comment: 'Firstbell console',
    defaultRootObject: 'index.html',
    httpVersion: HttpVersion.HTTP2_AND_3,
    ...(certificate
      ? {
          minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          certificate: Certificate.fromCertificateArn(stack, 'Certificate', certificate),
          domainNames: trust.consoles.map((origin) => new URL(origin).hostname),
        }
      : {}),
    ...(webAclId ? { webAclId } : {}),
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: headers,
    },
    additionalBehaviors: { '/academies/*': toApi, '/trust/*': toApi, '/p/*': toApi, '/openapi.json': toApi },
  })
  deploy(stack, bucket, distribution, { signIn: { kind: 'hosted', at, client: core.staff.client.userPoolClientId } })
  new CfnOutput(stack, 'ConsoleAddress', { value: `https://${distribution.distributionDomainName}` })
  return stack
}

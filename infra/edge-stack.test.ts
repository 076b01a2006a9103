import { Match, Template } from 'aws-cdk-lib/assertions'
import { beforeAll, describe, expect, test } from 'vitest'
import { sampleAcademies } from './sample-academies.ts'
import { type Stacks, trustStacks, UNBUNDLED } from './stacks.ts'

const stacksWith = (context: Readonly<Record<string, unknown>>, directory?: object): Stacks =>
  trustStacks(
    sampleAcademies(2).map(
      (each) => ({ ...each, signIn: { ...each.signIn, ...(directory ? { directory } : {}) } }) as typeof each,
    ),
    { context: { ...UNBUNDLED, ...context }, builtinCloudFormationValidation: false, treeMetadata: false },
  )

const DIRECTORY = {
  name: 'Microsoft',
  issuer: 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0',
  client: '11111111-1111-1111-1111-111111111111',
  secret: 'firstbell/directory',
  rolesClaim: 'roles',
  staffIdClaim: 'employeeid',
}

let plain: Stacks
let edge: Template
let core: Template
beforeAll(() => {
  plain = stacksWith({})
  edge = Template.fromStack(plain.edge)
  core = Template.fromStack(plain.core)
})

describe('the console at the edge', () => {
  test('is sent with a policy that lets in nobody’s script or frame, and speaks to its own origin, the sign-in page and the bucket of files alone', () => {
    edge.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: Match.objectLike({
          ContentSecurityPolicy: { ContentSecurityPolicy: Match.anyValue(), Override: true },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true, Override: true },
        }),
      },
    })
  })

  test('may send a large file to the bucket of files, and the bucket lets the console alone do so', () => {
    const [headers] = Object.values(edge.findResources('AWS::CloudFront::ResponseHeadersPolicy'))
    const { SecurityHeadersConfig } = headers?.Properties.ResponseHeadersPolicyConfig ?? {}
    const [, parts] = SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy['Fn::Join']
    const said = parts.map((part: unknown) => (typeof part === 'string' ? part : '<bucket>')).join('')
    expect(said).toContain(
      "connect-src 'self' https://firstbell-sample.auth.eu-west-2.amazoncognito.com https://<bucket>; form-action",
    )
    const named = JSON.stringify(parts.find((part: unknown) => typeof part !== 'string'))
    expect(named).toMatch(/Files.*RegionalDomainName/)
    core.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: Match.anyValue(),
      CorsConfiguration: {
        CorsRules: [
          {
            AllowedMethods: ['PUT'],
            AllowedOrigins: ['https://attendance.example.org'],
            AllowedHeaders: ['content-type'],
          },
        ],
      },
    })
  })

  test('hands what is asked of an academy to the API, whole and never kept on the way', () => {
    edge.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: Match.objectLike({
        CacheBehaviors: ['/academies/*', '/trust/*', '/p/*', '/openapi.json'].map((PathPattern) =>
          Match.objectLike({
            PathPattern,
            ViewerProtocolPolicy: 'https-only',
            AllowedMethods: Match.arrayWith(['PUT', 'PATCH', 'POST', 'DELETE']),
            // The managed policy under which nothing is cached.
            CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
          }),
        ),
      }),
    })
  })

  test('keeps its files where only the edge reads them', () => {
    edge.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    })
    edge.resourceCountIs('AWS::CloudFront::OriginAccessControl', 1)
  })

  test('asks for its page anew each time, and for what the page names never again', () => {
    const said = Object.values(edge.findResources('Custom::CDKBucketDeployment')).map(({ Properties }) => [
      Properties.Include ?? [],
      Properties.SystemMetadata['cache-control'],
    ])
    expect(said.toSorted()).toEqual(
      [
        [['index.html', 'config.json'], 'no-cache'],
        [[], 'public, max-age=31536000, immutable'],
      ].toSorted(),
    )
  })

  test('has the trust’s own name where a certificate for it is given, with TLS 1.2 at least', () => {
    const certificate = 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000'
    const webAcl = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/firstbell/00000000'
    Template.fromStack(stacksWith({ certificate, webAcl }).edge).hasResourceProperties(
      'AWS::CloudFront::Distribution',
      {
        DistributionConfig: Match.objectLike({
          Aliases: ['attendance.example.org'],
          ViewerCertificate: Match.objectLike({
            AcmCertificateArn: certificate,
            MinimumProtocolVersion: 'TLSv1.2_2021',
          }),
          WebACLId: webAcl,
        }),
      },
    )
  })
})

describe('signing in', () => {
  test('is by a code that only the page which asked can use, at the console’s own address, and holds for an hour', () => {
    core.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: ['https://attendance.example.org/'],
      LogoutURLs: ['https://attendance.example.org/'],
      GenerateSecret: false,
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      IdTokenValidity: 60,
      SupportedIdentityProviders: ['COGNITO'],
    })
    core.hasResourceProperties('AWS::Cognito::UserPoolDomain', { Domain: 'firstbell-sample' })
  })

  test('lets nobody write who they are or what they may do', () => {
    const [client] = Object.values(core.findResources('AWS::Cognito::UserPoolClient'))
    expect(client?.Properties.WriteAttributes).toEqual(['locale'])
    expect(client?.Properties.ReadAttributes.toSorted()).toEqual(['custom:staff_id', 'email'])
  })

  test('asks the trust’s directory where there is one, whose secret is in no template', () => {
    const joined = Template.fromStack(stacksWith({}, DIRECTORY).core)
    joined.hasResourceProperties('AWS::Cognito::UserPoolIdentityProvider', {
      ProviderName: 'Microsoft',
      ProviderType: 'OIDC',
      AttributeMapping: { email: 'email', 'custom:roles': 'roles', 'custom:staff_id': 'employeeid' },
      ProviderDetails: Match.objectLike({
        oidc_issuer: DIRECTORY.issuer,
        client_secret: '{{resolve:secretsmanager:firstbell/directory:SecretString:::}}',
      }),
    })
    // Cognito refuses a sign-in whose client may not write what the directory says; no token has the scope to write it by hand.
    joined.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      WriteAttributes: ['custom:roles', 'custom:staff_id', 'email'],
      AllowedOAuthScopes: ['openid'],
    })
    joined.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      SupportedIdentityProviders: ['COGNITO', Match.anyValue()],
    })
  })

  test('names the roles of a directory in every token', () => {
    core.hasResourceProperties('AWS::Cognito::UserPool', {
      LambdaConfig: { PreTokenGeneration: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Roles'), 'Arn'] } },
    })
  })
})

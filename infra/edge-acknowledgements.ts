/** What cdk-nag finds in the edge stack and we mean to do. */
import type { Acknowledgement } from './acknowledgement.ts'

const COPIER = /\/Custom::CDKBucketDeployment[0-9A-F]+\//
const EDGE = /\/Edge\//

export const EDGE_ACKNOWLEDGED: readonly Acknowledgement[] = [
  {
    id: 'AwsSolutions-S1',
    at: /\/Console\//,
    reason: 'The console’s own files, the same for everybody and without a word about any school.',
  },
  {
    id: 'AwsSolutions-CFR1',
    at: EDGE,
    reason: 'Staff travel; whoever has no token of the trust sees a sign-in page wherever they are.',
  },
  {
    id: 'AwsSolutions-CFR2',
    at: EDGE,
    reason:
      'A firewall in front of an edge belongs to the whole account: its ARN is given as the context value webAcl.',
  },
  {
    id: 'AwsSolutions-CFR3',
    at: EDGE,
    reason:
      'Access logs of an edge keep whole paths, which name pupils; the API logs each request by its route instead.',
  },
  {
    id: 'AwsSolutions-CFR4',
    at: EDGE,
    reason: 'With the certificate of the trust’s own name, given as context, nothing older than TLS 1.2 is spoken.',
  },
  {
    id: 'AwsSolutions-L1',
    at: COPIER,
    reason: 'The function that copies the console’s files when it is deployed is the construct library’s own.',
  },
  {
    id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    at: COPIER,
    reason: 'The function that copies the console’s files writes its own log and nothing else by this policy.',
  },
  ...[
    'Action::s3:GetObject*',
    'Action::s3:GetBucket*',
    'Action::s3:List*',
    'Action::s3:DeleteObject*',
    'Action::s3:Abort*',
    'Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-eu-west-2/*',
    'Resource::<Console63CA37A7.Arn>/*',
    'Resource::*',
  ].map((part) => ({
    id: `AwsSolutions-IAM5[${part}]`,
    at: COPIER,
    reason:
      'It copies from the deployment’s own files to the console’s bucket, and may tell any edge that they are new.',
  })),
]

/** What cdk-nag finds and we mean to do, each with where and why. A finding that is not in this list stops the synthesis. */
import { type Stack, Validations } from 'aws-cdk-lib'
import type { Acknowledgement } from './acknowledgement.ts'
import { EDGE_ACKNOWLEDGED } from './edge-acknowledgements.ts'

const ours = 'arn:<AWS::Partition>'
const ROLES = /(Role|Timers|Schedules|Replies|DeliveryLogs)\/DefaultPolicy/

export const ACKNOWLEDGED: readonly Acknowledgement[] = [
  ...EDGE_ACKNOWLEDGED,
  {
    id: 'AwsSolutions-APIG4',
    at: /\/Route-GET-openapi-json\//,
    reason: 'The description of the API holds no pupil data and is open so that a supplier can read it.',
  },
  {
    id: 'AwsSolutions-APIG4',
    at: /\/Route-POST-hooks-/,
    reason:
      'Providers call with their own proof, a signature or a bearer token, which is verified before anything is parsed.',
  },
  {
    id: 'AwsSolutions-APIG4',
    at: /\/Route-(GET|POST)-p-token-\//,
    reason:
      'Parents have no account: a link drawn by lot is compared in the function, shows nothing until it is pressed, and ends by itself.',
  },
  {
    id: 'AwsSolutions-SQS3',
    at: /\/UnreadCalls\//,
    reason: 'It is where calls end that nobody could read: nothing reads it but the operator, whom its alarm calls.',
  },
  {
    id: 'AwsSolutions-SMG4',
    at: /\/Accounts\//,
    reason: 'The keys are the providers’ to give: an operator replaces them there and here (docs/texts.md).',
  },
  {
    id: 'AwsSolutions-COG8',
    at: /\/Staff\//,
    reason:
      'Staff sign in with a second factor by their school’s own directory, which judges risk; the dearer plan adds nothing.',
  },
  {
    id: 'AwsSolutions-S1',
    at: /\/Files\//,
    reason:
      'Files live for 30 days and are reached by two functions and signed addresses only, which are logged there.',
  },
  {
    id: 'AwsSolutions-S1',
    at: /\/Recordings\//,
    reason: 'Messages live for 30 days and are listened to in Amazon Connect, which logs who did.',
  },
  {
    id: 'AwsSolutions-S1',
    at: /\/KeptExtracts\//,
    reason:
      'Extracts are reached by two functions and by links that hold for a minute, each with a receipt in the record.',
  },
  {
    id: 'AwsSolutions-S1',
    at: /\/KeptLetters\//,
    reason: 'Letters are reached by two functions and by links that hold for a minute, which are logged there.',
  },
  {
    id: 'AwsSolutions-S1',
    at: /\/(Evidence|EvidenceKeys)\//,
    reason: 'Evidence is reached by functions alone, each to its own paths; every export is in the chronicle.',
  },
  ...['arrived', 'registers', 'expected', 'decisions', 'seals', 'erased'].map((beginning) => ({
    id: `AwsSolutions-IAM5[Resource::<Evidence4CC26D68.Arn>/${beginning}/*]`,
    at: /\/(Chronicle|Nightly|Seal|EvidenceBundle|Watchdog|Api)Role\/DefaultPolicy/,
    reason: 'Each kind of evidence has paths of its own; what is there can be neither changed nor deleted.',
  })),
  {
    id: 'AwsSolutions-IAM5[Resource::<EvidenceKeys0326E44F.Arn>/keys/*/academy]',
    at: /\/ApiRole\/DefaultPolicy/,
    reason: 'The key of each academy, under which whole registers are kept; no pupil’s.',
  },
  {
    id: 'AwsSolutions-IAM5[Resource::<EvidenceKeys0326E44F.Arn>/keys/*]',
    at: /\/(Chronicle|EvidenceBundle)Role\/DefaultPolicy/,
    reason: 'A key for each pupil, in the one bucket for keys.',
  },
  {
    id: 'AwsSolutions-SMG4',
    at: /\/Pseudonyms\//,
    reason: 'A new key would part every pseudonym from the files before it: the Trust decides when (docs/extracts.md).',
  },
  {
    id: 'AwsSolutions-SMG4',
    at: /\/Phones\//,
    reason:
      'Turning the key means hashing every number anew: an operator does it with the old key still known (docs/operator.md).',
  },
  {
    id: 'AwsSolutions-SQS3',
    at: /\/(StreamFailures|CallFailures|ScheduleFailures)\//,
    reason:
      'These are the dead letters of streams, calls and schedules; they have an alarm and need none of their own.',
  },
  ...['kms:GenerateDataKey*', 'kms:ReEncrypt*'].map((action) => ({
    id: `AwsSolutions-IAM5[Action::${action}]`,
    at: ROLES,
    reason: 'The variants of one action, on the trust’s own key only.',
  })),
  {
    id: 'AwsSolutions-IAM5[Resource::*]',
    at: /\/DispatchRole\/DefaultPolicy/,
    reason: 'A phone number has no ARN. Publishing to topics is denied beside it.',
  },
  ...['phone-number/*', 'pool/*', 'sender-id/*'].map((sender) => ({
    id: `AwsSolutions-IAM5[Resource::${ours}:sms-voice:eu-west-2:<AWS::AccountId>:${sender}]`,
    at: /\/DispatchRole\/DefaultPolicy/,
    reason: 'An academy’s number is in its policy and may change without a deployment.',
  })),
  {
    id: `AwsSolutions-IAM5[Resource::${ours}:scheduler:eu-west-2:<AWS::AccountId>:schedule/firstbell-*/*-look-*]`,
    at: /\/(Sweep|LookAgain|Judge|Watchdog)Role\/DefaultPolicy/,
    reason: 'One-off alarms are named after academy and minute, in the academy’s own group.',
  },
  {
    id: `AwsSolutions-IAM5[Resource::${ours}:scheduler:eu-west-2:<AWS::AccountId>:schedule/firstbell-*/*-late-*]`,
    at: /\/ApiRole\/DefaultPolicy/,
    reason: 'One-off sweeps of a late opening are named after academy and minute, in the academy’s own group.',
  },
  {
    id: `AwsSolutions-IAM5[Resource::${ours}:transfer:eu-west-2:<AWS::AccountId>:connector/*]`,
    at: /\/ExtractsRole\/DefaultPolicy/,
    reason: 'Which connector leads to a recipient is in the policy and may change without a deployment.',
  },
  {
    id: 'AwsSolutions-IAM5[Resource::<Files8E6940B8.Arn>/*]',
    at: /\/(Api|Import)Role\/DefaultPolicy/,
    reason: 'Every file of the one bucket that these functions are for.',
  },
  {
    id: 'AwsSolutions-IAM5[Resource::<Files8E6940B8.Arn>/exports/*]',
    at: /\/EvidenceBundleRole\/DefaultPolicy/,
    reason: 'Bundles of evidence wait there to be fetched.',
  },
  {
    id: 'AwsSolutions-IAM5[Resource::<Files8E6940B8.Arn>/reports/*]',
    at: /\/ReportsRole\/DefaultPolicy/,
    reason: 'Puts and fetches printed reports, whose names are made as they are asked for.',
  },
  {
    id: 'AwsSolutions-IAM5[Resource::<Files8E6940B8.Arn>/rehearsals/*]',
    at: /\/(Reports|Rehearsal)Role\/DefaultPolicy/,
    reason: 'What is asked of a rehearsal and what it answers, under names that are made as it is asked for.',
  },
  {
    id: 'AwsSolutions-IAM5[Resource::<KeptLettersB6307ED7.Arn>/*]',
    at: /\/(Api|Letters|EvidenceBundle)Role\/DefaultPolicy/,
    reason: 'Every letter of the one bucket that these functions are for.',
  },
  {
    id: 'AwsSolutions-IAM5[Resource::<KeptExtracts39504EF5.Arn>/*]',
    at: /\/(Extracts|ExtractsApi)Role\/DefaultPolicy/,
    reason: 'Every extract of the one bucket that these functions are for.',
  },
  {
    id: 'AwsSolutions-IAM5[Resource::<KeptExtracts39504EF5.Arn>/trust/*]',
    at: /\/ExtractsApiRole\/DefaultPolicy/,
    reason: 'The academies’ extracts put together are kept under one beginning, each at a path that its hash makes.',
  },
  {
    id: 'AwsSolutions-IAM5[Resource::<KeptLettersB6307ED7.Arn>/referrals/*]',
    at: /\/ExtractsApiRole\/DefaultPolicy/,
    reason:
      'Packs of referrals are kept under one beginning, each under the id of its decision; which are an officer’s, extracts say.',
  },
  {
    id: 'AwsSolutions-IAM5[Resource::<KeptExtracts39504EF5.Arn>/reports/*]',
    at: /\/(Reports|ReportFiles)Role\/DefaultPolicy/,
    reason: 'Reports that were made on their day, under names of their day and their data.',
  },
]

/** Acknowledges each finding exactly where it is meant. */
export const acknowledgeFindings = (stacks: readonly Stack[]): void => {
  for (const construct of stacks.flatMap((stack) => stack.node.findAll())) {
    for (const { id, at, reason } of ACKNOWLEDGED) {
      if (at.test(`${construct.node.path}/`)) Validations.of(construct).acknowledge({ id, reason })
    }
  }
}

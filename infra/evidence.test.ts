import { Match, Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { CONFIRMATION, lockOf } from './core/evidence.ts'
import { sampleAcademies, sampleStacks } from './sample-academies.ts'
import { trustStacks, UNBUNDLED } from './stacks.ts'

const core = (context: Record<string, unknown> = {}, isLive = true) =>
  Template.fromStack(
    trustStacks(
      sampleAcademies(1).map((academy) => ({ ...academy, isLive })),
      { context: { ...UNBUNDLED, ...context }, builtinCloudFormationValidation: false, treeMetadata: false },
    ).core,
  )
const lockIn = (template: Template, mode: string) =>
  template.hasResourceProperties('AWS::S3::Bucket', {
    ObjectLockEnabled: true,
    ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: mode, Days: 2192 } } },
    VersioningConfiguration: { Status: 'Enabled' },
  })

describe('evidence', () => {
  test('is locked for the six years of the law, in a way that a named administrator may lift', () => {
    lockIn(Template.fromStack(sampleStacks(1).core), 'GOVERNANCE')
  })

  test('is locked for good only for a trust that is live, after the operator has typed what it means', () => {
    lockIn(core({ evidenceLock: 'compliance', evidenceLockConfirmed: CONFIRMATION }), 'COMPLIANCE')
    expect(() => core({ evidenceLock: 'compliance', evidenceLockConfirmed: 'yes' })).toThrow('can never be lifted')
    expect(() => core({ evidenceLock: 'compliance' })).toThrow('can never be lifted')
    expect(() => core({ evidenceLock: 'compliance', evidenceLockConfirmed: CONFIRMATION }, false)).toThrow(
      'only when an academy is live',
    )
    expect(() => lockOf({ lock: 'complaince', confirmed: CONFIRMATION }, true)).toThrow('governance or compliance')
  })

  test('is kept under keys in a bucket without versions, so that a destroyed key is gone', () => {
    const buckets = Object.entries(core().findResources('AWS::S3::Bucket'))
    const [keys] = buckets.filter(([id]) => id.startsWith('EvidenceKeys'))
    expect(keys?.[1].Properties.VersioningConfiguration).toBeUndefined()
    expect(keys?.[1].DeletionPolicy).toBe('Retain')
  })

  test('may be deleted by no function, nor any lock lifted, nor any key destroyed', () => {
    const policies = core().findResources('AWS::IAM::Policy', { Properties: Match.anyValue() })
    expect(JSON.stringify(policies)).not.toMatch(/s3:(Delete|Bypass|PutObjectRetention|PutBucket|\*)/)
  })
})

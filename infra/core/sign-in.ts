import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { AccountRecovery, CfnUserPoolGroup, Mfa, UserPool, type UserPoolClient } from 'aws-cdk-lib/aws-cognito'

/** Roles of the Trust itself; those of an academy come with the academy. */
const TRUST_GROUPS = ['trust.attendance', 'trust.operator']

/** Who may sign in; officers of an authority by groups of their own. Staff are made by an operator or come from the school's own directory; nobody signs up. */
export const signIn = (
  stack: Stack,
  officers: readonly string[],
): { readonly pool: UserPool; readonly client: UserPoolClient } => {
  const pool = new UserPool(stack, 'Staff', {
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    passwordPolicy: {
      minLength: 14,
      requireDigits: true,
      requireLowercase: true,
      requireUppercase: true,
      requireSymbols: true,
    },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  const client = pool.addClient('Console', { preventUserExistenceErrors: true, authFlows: { userSrp: true } })
  for (const groupName of new Set([...TRUST_GROUPS, ...officers])) {
    new CfnUserPoolGroup(stack, groupName.replaceAll('.', '-'), { userPoolId: pool.userPoolId, groupName })
  }
  return { pool, client }
}

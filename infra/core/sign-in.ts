import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { AccountRecovery, CfnUserPoolGroup, Mfa, UserPool, type UserPoolClient } from 'aws-cdk-lib/aws-cognito'

/** Roles of the Trust itself; those of an academy come with the academy. */
const TRUST_GROUPS = ['trust.attendance', 'trust.operator']

/** Who may sign in. Staff are made by an operator or come from the school's own directory; nobody signs up. */
export const signIn = (stack: Stack): { readonly pool: UserPool; readonly client: UserPoolClient } => {
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
  for (const groupName of TRUST_GROUPS) {
    new CfnUserPoolGroup(stack, groupName.replace('.', '-'), { userPoolId: pool.userPoolId, groupName })
  }
  return { pool, client }
}

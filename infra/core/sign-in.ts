import { Duration, RemovalPolicy, SecretValue, type Stack } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnUserPoolGroup,
  ClientAttributes,
  Mfa,
  OAuthScope,
  ProviderAttribute,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolIdentityProviderOidc,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito'
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import type { SignIn } from '../../academies/sign-in.ts'

/** Roles of the Trust itself; those of an academy come with the academy. */
const TRUST_GROUPS = ['trust.attendance', 'trust.operator']

export interface StaffSignIn {
  readonly pool: UserPool
  readonly client: UserPoolClient
}

/**
 * What a directory says of a person; Cognito lets nobody in by a client that may not write it. The person may not: their token has no scope
 * for it, and the function `roles` lets nobody of a directory go on without asking the directory again.
 */
const MAPPED = new ClientAttributes().withStandardAttributes({ email: true }).withCustomAttributes('roles', 'staff_id')

/** Staff whom no directory knows are made by an operator; nobody signs up. */
const staffPool = (stack: Stack): UserPool =>
  new UserPool(stack, 'Staff', {
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
    customAttributes: {
      // Who in staff.csv this is, and what the directory says they are here. A person’s own token has no scope to write either.
      staff_id: new StringAttribute({ maxLen: 32, mutable: true }),
      roles: new StringAttribute({ maxLen: 2048, mutable: true }),
    },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })

const joined = (stack: Stack, pool: UserPool, directory: NonNullable<SignIn['directory']>) =>
  new UserPoolIdentityProviderOidc(stack, 'Directory', {
    userPool: pool,
    name: directory.name,
    issuerUrl: directory.issuer,
    clientId: directory.client,
    // Written into the template as a reference; CloudFormation reads the secret when it deploys.
    clientSecret: SecretValue.secretsManager(directory.secret).unsafeUnwrap(),
    scopes: ['openid', 'email', 'profile'],
    attributeMapping: {
      email: ProviderAttribute.other('email'),
      custom: {
        'custom:roles': ProviderAttribute.other(directory.rolesClaim),
        'custom:staff_id': ProviderAttribute.other(directory.staffIdClaim),
      },
    },
  })

/**
 * How staff sign in: by Cognito's own page with a code that only the page which asked can use (PKCE, RFC 7636), second factor required
 * unless the trust's directory has seen to it.
 */
export const signIn = (
  stack: Stack,
  roles: Lambda,
  {
    consoles,
    signIn: how,
    officers,
  }: { readonly consoles: readonly string[]; readonly signIn: SignIn; readonly officers: readonly string[] },
): StaffSignIn => {
  const pool = staffPool(stack)
  pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION, roles)
  pool.addDomain('SignInPage', { cognitoDomain: { domainPrefix: how.prefix } })
  const directory = how.directory && joined(stack, pool, how.directory)
  const places = consoles.map((origin) => `${origin}/`)
  const client = pool.addClient('Console', {
    preventUserExistenceErrors: true,
    generateSecret: false,
    // Said, because a client that says nothing may also sign in with a password sent to the API.
    authFlows: { userSrp: false },
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID],
      callbackUrls: places,
      logoutUrls: places,
    },
    supportedIdentityProviders: [
      UserPoolClientIdentityProvider.COGNITO,
      ...(directory ? [UserPoolClientIdentityProvider.custom(directory.providerName)] : []),
    ],
    // Groups taken away are gone within the hour; a school day needs one sign-in.
    idTokenValidity: Duration.hours(1),
    accessTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.hours(10),
    enableTokenRevocation: true,
    readAttributes: new ClientAttributes().withStandardAttributes({ email: true }).withCustomAttributes('staff_id'),
    writeAttributes: directory ? MAPPED : new ClientAttributes().withStandardAttributes({ locale: true }),
  })
  // Officers of an authority have groups of their own.
  for (const groupName of new Set([...TRUST_GROUPS, ...officers])) {
    new CfnUserPoolGroup(stack, groupName.replaceAll('.', '-'), { userPoolId: pool.userPoolId, groupName })
  }
  return { pool, client }
}

/** Address of the sign-in page. */
export const signInOrigin = ({ prefix }: SignIn, region: string): string =>
  `https://${prefix}.auth.${region}.amazoncognito.com`

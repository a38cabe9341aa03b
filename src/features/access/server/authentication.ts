import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { newId } from '#kit/server/ids.ts';
import { passwordLength } from '#kit/domain/password-length.ts';
import { deriveSecret } from '#kit/server/config.ts';
import { plainPool } from '#kit/server/db/index.ts';
import type { Services } from '#kit/server/services.ts';
import { sessionDays } from '../domain/index.ts';
import { provenSession } from './proven-session.ts';
import { secondStep } from './second-step.ts';
import { accountDatabase } from './store.ts';

function make(services: Services) {
  const { config, database } = services;
  const baseURL = config.publicUrl ?? `http://${config.host}:${config.port}`;
  const isSecure = baseURL.startsWith('https:');
  return betterAuth({
    baseURL,
    basePath: '/api/auth',
    secret: deriveSecret(config, 'sessions'),
    database: { db: accountDatabase(plainPool(database.pool)), type: 'postgres', transaction: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.shortest,
      // It counts otherwise than people do, so it only has the last word on what is far too long.
      maxPasswordLength: 4 * passwordLength.longest,
      revokeSessionsOnPasswordReset: true,
    },
    advanced: {
      ipAddress: { ipAddressHeaders: ['x-tend-address'] },
      // A cookie of this name was set by this very host over TLS, and by no neighbour of its domain.
      cookiePrefix: isSecure ? '__Host-tend' : 'tend',
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecure },
      database: { generateId: () => newId() },
    },
    user: {
      modelName: 'account',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'account_session',
      expiresIn: 60 * 60 * 24 * sessionDays.unused,
      additionalFields: {
        workspaceId: { type: 'string', required: false, input: false, fieldName: 'workspace_id' },
        provenBy: { type: 'string', required: false, input: false, fieldName: 'proven_by' },
      },
      fields: {
        userId: 'account_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'account_credential',
      fields: {
        userId: 'account_id',
        accountId: 'provider_account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    appName: 'Tend',
    plugins: [
      provenSession,
      secondStep,
      twoFactor({
        // Nobody gets so far without the password. Whoever has that one and tries codes waits in the place they come from (`proveSecondFactor`); only who tries from
        // very many places closes the second step to everybody for a while, as there must not be a million tries in all.
        accountLockout: { enabled: true, maxFailedAttempts: 100, durationSeconds: 15 * 60 },
        schema: {
          user: { fields: { twoFactorEnabled: 'has_second_factor' } },
          twoFactor: {
            modelName: 'account_second_factor',
            fields: {
              userId: 'account_id',
              backupCodes: 'recovery_codes',
              verified: 'is_verified',
              failedVerificationCount: 'failures',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
    verification: {
      modelName: 'account_verification',
      storeIdentifier: 'hashed',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
  });
}

export type Authentication = ReturnType<typeof make>;

const made = new WeakMap<Services, Authentication>();

/** The installation's sign-in, made once. */
export function authenticationOf(services: Services): Authentication {
  const known = made.get(services);
  if (known) return known;
  const authentication = make(services);
  made.set(services, authentication);
  return authentication;
}

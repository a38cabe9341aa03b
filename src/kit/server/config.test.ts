import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FailureError } from '#kit/domain/result.ts';
import { readConfig } from './config.ts';

const folder = mkdtempSync(join(tmpdir(), 'tend-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (env: Record<string, string>) => readConfig({ TEND_DATA: folder, ...env });

function refusal(env: Record<string, string>): unknown {
  try {
    read(env);
    return undefined;
  } catch (error) {
    return error instanceof FailureError ? error.failure : error;
  }
}

describe('mail', () => {
  test('is off unless it is set up', () => {
    expect(read({}).mail).toBeUndefined();
  });

  test('is read from one address, with the usual port of its kind', () => {
    const from = 'Tend <tend@example.com>';
    expect(read({ TEND_SMTP_URL: 'smtps://tend%40example.com:p%3Ass@mail.example.com', TEND_MAIL_FROM: from }).mail).toEqual({
      host: 'mail.example.com',
      port: 465,
      isSecure: true,
      login: { name: 'tend@example.com', password: 'p:ss' },
      from,
    });
    expect(read({ TEND_SMTP_URL: 'smtp://[::1]:2525', TEND_MAIL_FROM: 'tend@example.com' }).mail).toMatchObject({
      host: '::1',
      port: 2525,
      isSecure: false,
      login: undefined,
    });
    expect(read({ TEND_SMTP_URL: 'smtp://mail.example.com', TEND_MAIL_FROM: 'tend@example.com' }).mail?.port).toBe(587);
  });

  test('half set up or unreadable is refused at the start, with what is missing', () => {
    const problems = (env: Record<string, string>) => (refusal(env) as { code: string; values: { problems: string } }).values.problems;
    expect(refusal({ TEND_SMTP_URL: 'smtp://mail.example.com' })).toMatchObject({ code: 'settings.invalid' });
    expect(problems({ TEND_SMTP_URL: 'smtp://mail.example.com' })).toContain('TEND_MAIL_FROM');
    expect(problems({ TEND_MAIL_FROM: 'tend@example.com' })).toContain('TEND_SMTP_URL');
    expect(problems({ TEND_SMTP_URL: 'https://mail.example.com', TEND_MAIL_FROM: 'tend@example.com' })).toContain('TEND_SMTP_URL');
    expect(problems({ TEND_SMTP_URL: 'smtp://tend@mail.example.com', TEND_MAIL_FROM: 'tend@example.com' })).toContain('password');
    expect(problems({ TEND_SMTP_URL: 'smtp://mail.example.com', TEND_MAIL_FROM: 'somebody' })).toContain('TEND_MAIL_FROM');
    expect(problems({ TEND_SMTP_URL: 'smtp://mail.example.com', TEND_MAIL_FROM: 'Tend <a@b.example>\r\nBcc: c@d.example' })).toContain(
      'TEND_MAIL_FROM',
    );
  });
});

describe('single sign-on', () => {
  const whole = {
    TEND_URL: 'https://tend.example.com',
    TEND_OIDC_ISSUER: 'https://id.example.com/realms/shop',
    TEND_OIDC_CLIENT: 'tend',
    TEND_OIDC_SECRET: 'a secret of the provider',
  };

  test('is off unless it is set up, and is called after the host where it has no name', () => {
    expect(read({}).provider).toBeUndefined();
    expect(read(whole).provider).toEqual({
      issuer: 'https://id.example.com/realms/shop',
      clientId: 'tend',
      clientSecret: 'a secret of the provider',
      name: 'id.example.com',
      domains: [],
    });
    expect(read({ ...whole, TEND_OIDC_NAME: 'Olive', TEND_OIDC_DOMAINS: 'Olive.example, olive.org' }).provider).toMatchObject({
      name: 'Olive',
      domains: ['olive.example', 'olive.org'],
    });
  });

  test.each([
    ['TEND_OIDC_SECRET', { ...whole, TEND_OIDC_SECRET: '' }],
    ['TEND_OIDC_CLIENT', { ...whole, TEND_OIDC_CLIENT: '' }],
    ['TEND_URL', { ...whole, TEND_URL: '' }],
    ['TEND_OIDC_ISSUER', { TEND_OIDC_NAME: 'Olive' }],
    ['TEND_OIDC_ISSUER: has to be an https address', { ...whole, TEND_OIDC_ISSUER: 'http://id.example.com' }],
    ['TEND_OIDC_DOMAINS', { ...whole, TEND_OIDC_DOMAINS: 'olive.example; olive.org' }],
    ['TEND_OIDC_DOMAINS', { ...whole, TEND_OIDC_DOMAINS: '@olive.example' }],
  ])('%s is told at the start', (named, env) => {
    expect((refusal(env) as { values: { problems: string } }).values.problems).toContain(named);
  });
});

describe('what is half given', () => {
  const problems = (env: Record<string, string>, use?: 'toServe') => {
    try {
      readConfig({ TEND_DATA: folder, ...env }, use);
      return '';
    } catch (error) {
      return (error as FailureError).failure.values['problems'];
    }
  };

  test('of a storage for files is told at the start, not kept on the disk of the machine instead', () => {
    const storage = { TEND_S3_BUCKET: 'files', TEND_S3_KEY: 'key', TEND_S3_SECRET: 'secret', TEND_S3_REGION: 'eu-west-1' };
    for (const [name, value] of Object.entries(storage))
      expect(problems({ [name]: value })).toBe(`${name}: needs TEND_S3_ENDPOINT beside it`);
    expect(problems(storage)).toMatch(/TEND_S3_BUCKET: .*TEND_S3_KEY: .*TEND_S3_SECRET: /);
    expect(problems({ ...storage, TEND_S3_ENDPOINT: 'https://s3.example.com' })).toBe('');
  });

  test('of backups is told with the others, and a passphrase alone only to a server', () => {
    expect(problems({ TEND_BACKUP_DAILY: '14', TEND_OIDC_NAME: 'Olive', TEND_OIDC_CLIENT: 'tend' })).toMatch(
      /TEND_OIDC_CLIENT: .*TEND_OIDC_NAME: .*TEND_BACKUP_DAILY: needs TEND_BACKUP_FOLDER/,
    );
    for (const name of ['HOUR', 'WEEKLY', 'MONTHLY']) expect(problems({ [`TEND_BACKUP_${name}`]: '2' })).toContain('TEND_BACKUP_FOLDER');
    const passphrase = { TEND_BACKUP_PASSPHRASE: 'one that nobody guesses' };
    expect(problems(passphrase)).toBe('');
    expect(problems(passphrase, 'toServe')).toContain('TEND_BACKUP_PASSPHRASE: needs TEND_BACKUP_FOLDER');
    expect(problems({ ...passphrase, TEND_BACKUP_FOLDER: folder }, 'toServe')).toBe('');
  });
});

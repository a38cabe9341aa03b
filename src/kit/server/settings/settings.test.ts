import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { maskSetting, readSettings, settingNames } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'tend-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function fileWith(...lines: string[]): string {
  const path = join(folder, `${++files}.env`);
  writeFileSync(path, lines.join('\n'));
  return path;
}

const valueOf = (env: Record<string, string>, name: 'TEND_PORT' | 'TEND_URL') => readSettings(env).settings[name];

describe('settings', () => {
  test('come from the environment before the file, and from the file before what is usual', () => {
    const file = fileWith('# of this machine', '', 'TEND_PORT=9000', 'TEND_URL="https://tend.example.com"');
    expect(valueOf({}, 'TEND_PORT')).toBe(8363);
    expect(valueOf({ TEND_SETTINGS: file }, 'TEND_PORT')).toBe(9000);
    expect(valueOf({ TEND_SETTINGS: file }, 'TEND_URL')).toBe('https://tend.example.com');
    const read = readSettings({ TEND_SETTINGS: file, TEND_PORT: '7000' });
    expect(read.settings.TEND_PORT).toBe(7000);
    expect(['TEND_PORT', 'TEND_URL', 'TEND_HOST'].map((name) => read.sources.get(name))).toEqual(['environment', 'file', 'default']);
  });

  test('that are wrong are told all at once, with those that nobody knows, and with what was probably meant', () => {
    const file = fileWith('TEND_PROT=9000', 'a line of prose', 'TEND_SMTP_URL=https://mail.example.com', 'LOGLEVEL=loud');
    const env = {
      TEND_SETTINGS: file,
      TEND_PORT: 'eighty',
      TEND_LOG: 'loud',
      TEND_NONSENSE: 'x',
      TEND_S3_ENDPOINT: 'https://s3.example.com',
    };
    const refused = () => readConfig({ ...env, TEND_DATA: join(folder, 'data') });
    let problems = '';
    try {
      refused();
    } catch (error) {
      ({ problems } = (error as { failure: { values: { problems: string } } }).failure.values);
    }
    for (const expected of [
      /TEND_PROT: is no setting; TEND_PORT is one \(/,
      /, line 2: is not NAME=value/,
      /TEND_SMTP_URL: /,
      /LOGLEVEL: is no setting/,
      /TEND_PORT: /,
      /TEND_LOG: /,
      /TEND_NONSENSE: is no setting/,
      /TEND_S3_ENDPOINT: needs TEND_S3_BUCKET/,
    ])
      expect(problems).toMatch(expected);
    // What is wrong by itself is not missed elsewhere, too.
    expect(problems).not.toContain('TEND_MAIL_FROM: needs');
  });

  test('that belong together and are not are told wherever somebody looks, not only at the start', () => {
    expect(readSettings({ TEND_S3_BUCKET: 'files' }).problems).toEqual(['TEND_S3_BUCKET: needs TEND_S3_ENDPOINT beside it']);
    expect(readSettings({ TEND_BACKUP_PASSPHRASE: 'one that nobody guesses' })).toMatchObject({
      problems: [],
      problemsToServe: [expect.stringContaining('TEND_BACKUP_FOLDER')],
    });
  });

  test('of other programs are none of our business, and a file that was named has to be there', () => {
    expect(readSettings({ HOME: '/root', TENDER: 'x', TEND_LANGUAGE: 'el' }).problems).toEqual([]);
    expect(() => readSettings({ TEND_SETTINGS: join(folder, 'nowhere') })).toThrow('settings.file_unreadable');
  });

  test('stand all in docs/operating.md', () => {
    const documented = readFileSync(join(import.meta.dirname, '../../../../docs/operating.md'), 'utf8');
    expect(settingNames.filter((name) => !documented.includes(`\`${name}\``))).toEqual([]);
  });

  test('that are secret are not shown, and of addresses everything but the password is', () => {
    expect(maskSetting('TEND_SECRET', 'abc')).not.toContain('abc');
    expect(maskSetting('TEND_BACKUP_PASSPHRASE', 'abc')).not.toContain('abc');
    expect(maskSetting('DATABASE_URL', 'postgres://tend:p%40ss@db.example.com/tend')).toBe('postgres://tend:••••••@db.example.com/tend');
    expect(maskSetting('TEND_SMTP_URL', 'smtp://a%40b.example:p:w@mail.example.com')).not.toMatch(/p:w/);
    expect(maskSetting('TEND_MAIL_FROM', 'Tend <tend@example.com>')).toBe('Tend <tend@example.com>');
  });
});

import type { Command } from '#kit/server/cli/command.ts';
import { table } from '#kit/server/cli/text.ts';
import { translate } from '#kit/server/messages.ts';
import { maskSetting, settingNames } from '#kit/server/settings/index.ts';
import { fail } from '#kit/domain/result.ts';

export const settingsCommand: Command = {
  path: 'settings',
  summary: 'The settings in force, where each comes from, and what is wrong with them; secrets are masked',
  define: (program, context) => {
    const { terminal, language } = context;
    program.option('--json', 'answer in JSON').action((options: { json?: true }) => {
      const { settings, sources, file, problems: always, problemsToServe } = context.settings();
      const problems = [...always, ...problemsToServe];
      const shown = settingNames.map((name) => {
        const value = settings[name];
        return { name, value: value === undefined ? null : maskSetting(name, String(value)), source: sources.get(name) ?? 'default' };
      });
      if (options.json) terminal.printJson({ file: file ?? null, settings: shown, problems });
      else {
        const say = (key: string, values = {}) => translate(language, `app.command.settings.${key}`, values);
        if (file !== undefined) terminal.print(say('file', { file }));
        const rows = shown.map(({ name, value, source }) => [name, value ?? say('not_set'), say(`source.${source}`)]);
        for (const line of table([say('name'), say('value'), say('from')], rows)) terminal.print(line);
      }
      if (problems.length > 0) throw fail('settings.invalid', { problems: problems.join('; ') });
    });
  },
};

export { maskSetting, settingNames, type Settings } from './known.ts';
export { readSettings, type SettingSource, type SettingsRead } from './read-settings.ts';

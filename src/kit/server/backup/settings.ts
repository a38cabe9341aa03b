/** How backups are made by themselves; without a folder none are. */
export type BackupSettings = {
  readonly folder: string | undefined;
  /** The hour of the day at which, on the clocks of the machine. */
  readonly hour: number;
  /** Of how many days, weeks and months the last one is kept. */
  readonly keep: { readonly daily: number; readonly weekly: number; readonly monthly: number };
  /** With it, every backup is encrypted. */
  readonly passphrase: string | undefined;
};

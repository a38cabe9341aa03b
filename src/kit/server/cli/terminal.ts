import type { Readable, Writable } from 'node:stream';

/** Where a command writes: text for people, JSON for programs, progress for whoever watches a screen. */
export type Terminal = {
  print(text: string): void;
  printJson(value: unknown): void;
  /** One line that rewrites itself; only where somebody watches, never in a pipe. `share` from 0 to 1. */
  progress(label: string, share: number): void;
  progressDone(): void;
  readAll(): Promise<string>;
  readonly width: number;
};

export function makeTerminal(
  output: Writable & { isTTY?: boolean; columns?: number },
  errors: Writable & { isTTY?: boolean },
  input: Readable,
): Terminal {
  return {
    print: (text) => output.write(`${text}\n`),
    printJson: (value) => output.write(`${JSON.stringify(value, null, 2)}\n`),
    progress: (label, share) => {
      if (!errors.isTTY) return;
      const full = Math.round(Math.min(1, Math.max(0, share)) * 24);
      errors.write(`\r\u001b[K${label} ${'█'.repeat(full)}${'░'.repeat(24 - full)} ${Math.floor(share * 100)} %`);
    },
    progressDone: () => {
      if (errors.isTTY) errors.write('\r\u001b[K');
    },
    readAll: async () => {
      let text = '';
      for await (const chunk of input.setEncoding('utf8')) text += String(chunk);
      return text;
    },
    width: output.columns ?? 100,
  };
}

import { SMTPServer } from 'smtp-server';
import type { MailSettings } from '../mail/index.ts';

/** How a mail server behaves: it takes what comes, refuses the receiver for good, puts everything off, asks for a password, or dies in the middle of a letter. */
export type Behaviour = 'take' | 'refuse' | 'put off' | 'refuse the login' | 'die';

export type MailServer = {
  readonly settings: MailSettings;
  /** Every letter that was taken, as it came over the wire. */
  readonly taken: readonly string[];
  behave(behaviour: Behaviour): void;
  stop(): Promise<void>;
};

/** A mail server that speaks SMTP on a port of its own. It `takes` so many milliseconds to say that it has a letter. */
export async function startMailServer({ takes = 0 }: { readonly takes?: number } = {}): Promise<MailServer> {
  const taken: string[] = [];
  let behaviour: Behaviour = 'take';
  const refusal = (message: string, responseCode: number) => Object.assign(new Error(message), { responseCode });
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth: (_, __, done) => done(behaviour === 'refuse the login' ? refusal('5.7.8 wrong password', 535) : null, { user: 'tend' }),
    onRcptTo: (_, __, done) => {
      if (behaviour === 'refuse') return done(refusal('5.1.1 no such mailbox here', 550));
      return behaviour === 'put off' ? done(refusal('4.2.1 busy, come back later', 451)) : done();
    },
    onData: (stream, _, done) => {
      let text = '';
      stream.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      stream.on('end', () => {
        if (behaviour === 'die') {
          for (const connection of server.connections) (connection as { _socket: { destroy(): void } })._socket.destroy();
          return;
        }
        taken.push(text);
        if (takes === 0) done();
        else setTimeout(done, takes);
      });
    },
  });
  // A connection that ends in the middle is what some tests are about.
  server.on('error', () => {});
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    settings: { host: '127.0.0.1', port, isSecure: false, login: { name: 'tend', password: 'secret' }, from: 'Tend <tend@example.com>' },
    taken,
    behave: (wanted) => {
      behaviour = wanted;
    },
    stop: async () => await new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

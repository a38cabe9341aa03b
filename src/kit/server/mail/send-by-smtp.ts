import type { MailSettings } from './settings.ts';

export type Message = {
  /** Names the message for good, so that a mail server that gets it twice can tell. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: Temporal.Instant;
};

export type MailFailure = {
  readonly code:
    | 'unreachable'
    | 'login_refused'
    | 'refused'
    | 'deferred'
    | 'not_set_up'
    | 'too_late'
    | 'outcome_unknown'
    | 'missed'
    | 'restored';
  /** What the server said, where it said something. */
  readonly answer: string | null;
};

/** Taken by the server, or why not; what is refused for good need not be tried again. */
export type Sent = { readonly ok: true } | { readonly ok: false; readonly failure: MailFailure; readonly isFinal: boolean };

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Hands one message to the mail server, over a connection of its own. */
export async function sendBySmtp(settings: MailSettings, message: Message): Promise<Sent> {
  // Loaded when first needed: most servers that start send nothing for hours.
  const { createTransport } = await import('nodemailer');
  const { host, port, isSecure, login, from } = settings;
  const transport = createTransport({
    host,
    port,
    secure: isSecure,
    ...(login ? { auth: { user: login.name, pass: login.password } } : {}),
    ...patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from,
      to: { name: '', address: message.to },
      subject: message.subject,
      text: message.text,
      html: message.html,
      date: new Date(message.at.epochMilliseconds),
      messageId: `<${message.id}@${domainOf(from)}>`,
      // No holiday notice answers what a machine wrote.
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return { ok: true };
  } catch (error) {
    return readRefusal(error);
  } finally {
    transport.close();
  }
}

type SmtpError = { readonly code?: unknown; readonly responseCode?: unknown; readonly response?: unknown };

function readRefusal(error: unknown): Sent {
  const { code, responseCode, response } = (typeof error === 'object' && error !== null ? error : {}) as SmtpError;
  const answer = typeof response === 'string' ? (response.split('\n')[0] ?? '').slice(0, 200) : null;
  const failed = (why: MailFailure['code'], isFinal = false): Sent => ({ ok: false, failure: { code: why, answer }, isFinal });
  if (code === 'EAUTH') return failed('login_refused');
  if (typeof responseCode !== 'number' || responseCode < 400) return failed('unreachable');
  // A server that is going away (421) or has no greeting for us (554 at the start) may have one later; only what it says of this message is final.
  return responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE') ? failed('refused', true) : failed('deferred');
}

function domainOf(from: string): string {
  return /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? 'localhost';
}

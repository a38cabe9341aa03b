/** How e-mail leaves: through which server, and as whom. */
export type MailSettings = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte on (`smtps:`); otherwise from STARTTLS on, where the server offers it. */
  readonly isSecure: boolean;
  readonly login: { readonly name: string; readonly password: string } | undefined;
  /** `Tend <tend@example.com>` */
  readonly from: string;
};

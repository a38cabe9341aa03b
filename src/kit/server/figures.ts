/** Figures on how a server does, for Prometheus: nothing of whom it is about, nothing of what was said. */
export type Metrics = {
  /** A request by the template of its route (`/api/customers/{customer}`), never by its address. */
  noteRequest(asked: { readonly method: string; readonly route: string; readonly status: number; readonly seconds: number }): void;
  noteJob(done: { readonly name: string; readonly wentWell: boolean; readonly seconds: number }): void;
  /** In the form that Prometheus reads. */
  text(): Promise<{ readonly body: string; readonly type: string }>;
};

/** What the protocol leans on is loaded when somebody first comes by it: most installations never hold it in memory. */
export async function loadAssistant() {
  const [{ makeAssistant }, { answerOverHttp }, { standardStreams }] = await Promise.all([
    import('./assistant.ts'),
    import('./over-http.ts'),
    import('./over-stdio.ts'),
  ]);
  return { makeAssistant, answerOverHttp, standardStreams };
}

/** A call of the Slack Web API by name. Rejects with the client's own errors; `failure.ts` reads them. */
export type ApiCall = (
  method: string,
  fields: Record<string, unknown>,
) => Promise<Readonly<Record<string, unknown>>>;

/** The calls of one workspace, with its token. @param team its id; '' where the settings' own is meant */
export type ApiOf = (team: string) => ApiCall;

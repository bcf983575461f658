import { readFileSync } from 'node:fs';

// biome-ignore lint/suspicious/noExplicitAny: a payload as Slack sends it, whose fields tests change freely
type Payload = Record<string, any>;

/** A payload in the shape Slack sends, with fake ids; `change` makes it another one. */
export function payload(name: string, change: (body: Payload) => void = () => {}): Payload {
  const body = JSON.parse(
    readFileSync(new URL(`../../fixtures/slack/${name}.json`, import.meta.url), 'utf8'),
  ) as Payload;
  change(body);
  return body;
}

/** The same for an event, changing its inner fields. */
export function event(name: string, fields: Payload = {}): Payload {
  return payload(name, (body) => Object.assign(body.event, fields));
}

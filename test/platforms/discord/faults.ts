import { type APIActionRowComponent, type APIComponentInMessageActionRow, ComponentType } from 'discord.js';
import type { Call } from '../../../src/message.ts';
import type { DiscordCall } from '../../../src/platforms/discord/encode.ts';
import {
  cardOf,
  type Payload,
  plainOf,
  pressablesOf,
  textOf,
} from '../../../src/platforms/discord/payload.ts';
import { liveMentions } from './nasty-text.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** What of a call Discord would refuse, or take for a mention, whether it is sent as a card or plainly. */
export function faultsOf({ body }: Call): readonly string[] {
  const call = body as DiscordCall;
  if (call.type !== 'message') return [];
  const nonce = `${call.nonce}.9`.length <= 25 ? [] : ['nonce'];
  return [
    ...nonce,
    ...faultsOfPayload(cardOf(call), 4000),
    ...plainOf(call).flatMap((one) => faultsOfPayload(one, 2000)),
  ];
}

/** Written from Discord's reference, not from our encoder. */
function faultsOfPayload(payload: Payload, mostText: number): readonly string[] {
  const text = textOf(payload as Parameters<typeof textOf>[0]);
  const wrong = text.trim() === '' || text.length > mostText ? [`text of ${text.length}`] : [];
  const live = liveMentions(JSON.stringify(payload).replaceAll('\\\\', ''));
  const open = (text.match(/```/g) ?? []).length % 2 === 0 ? [] : ['an open frame'];
  const loud = JSON.stringify(payload.allowed_mentions) === '{"parse":[]}' ? [] : ['allowed_mentions'];
  return [...wrong, ...live, ...open, ...loud, ...faultsOfRows(payload)];
}

/** Rows of buttons and selects, wherever they stand. */
export function rowsIn({ components = [] }: Payload): Row[] {
  const all = components.flatMap((one) =>
    'components' in one && one.type === ComponentType.Container ? one.components : [one],
  );
  return all.filter((one) => (one as Row).type === ComponentType.ActionRow) as Row[];
}

function faultsOfRows(payload: Payload): readonly string[] {
  const rows = rowsIn(payload);
  const ids = pressablesOf(payload as Parameters<typeof pressablesOf>[0]);
  const wrong = rows.length <= 5 ? [] : ['rows'];
  if (new Set(ids).size !== ids.length) wrong.push('the same custom_id twice');
  if (ids.some((id) => id.length > 100)) wrong.push('custom_id');
  for (const { components } of rows) {
    if (components.length < 1 || components.length > 5) wrong.push('a row');
    wrong.push(...components.flatMap((component) => faultsOfComponent(component, components.length)));
  }
  return wrong;
}

function faultsOfComponent(component: APIComponentInMessageActionRow, inRow: number): readonly string[] {
  if (component.type === ComponentType.Button && 'label' in component)
    return fits(component.label ?? '', 80) ? [] : [`label ${component.label}`];
  if (component.type !== ComponentType.StringSelect) return [];
  const wrong = inRow === 1 && component.options.length <= 25 ? [] : ['select'];
  const options = component.options.filter(({ label, value }) => !fits(label, 100) || !fits(value, 100));
  return [...wrong, ...options.map(({ label }) => `option ${label}`)];
}

function fits(text: string, most: number): boolean {
  return text.trim() !== '' && text.length <= most;
}

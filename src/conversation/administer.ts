import { languages } from '../languages/languages.ts';
import type { Block, Incoming, LanguageCode } from '../message.ts';
import type { ReadAdminCommand } from './admin-command.ts';
import { text } from './draft.ts';
import type { Place, PlaceChange } from './place.ts';
import type { Effect, World } from './state.ts';

/** What an admin hears, and what changes. */
export interface Administered {
  readonly blocks: readonly Block[];
  readonly effects: readonly Effect[];
  /** The talk ended well by the admin's word. */
  readonly solved?: true;
}

export interface Occasion {
  readonly incoming: Incoming;
  readonly world: World;
  /** In which the admin is answered. */
  readonly language: LanguageCode;
}

/** Does what an admin said; everything that changes is an effect, and leaves a line in the audit. */
export function administer(read: ReadAdminCommand, occasion: Occasion): Administered {
  const { sentences } = languages[occasion.language];
  switch (read.command) {
    case 'listen':
      return inChannel(occasion, read.command, { listening: true }, sentences.adminListening);
    case 'stopListening':
      return inChannel(occasion, read.command, { listening: false }, sentences.adminNotListening);
    case 'packs':
      return packs(occasion, read.packs);
    case 'language':
      return language(occasion, read.language);
    case 'takeOver':
      return inTalk(occasion, read.command, { takenOver: true }, sentences.adminTakenOver);
    case 'handBack':
      return inTalk(occasion, read.command, { takenOver: false }, sentences.adminHandedBack);
    case 'markSolved':
      return {
        ...inTalk(occasion, read.command, { solvedAt: occasion.world.now }, sentences.adminSolved),
        solved: true,
      };
    case 'status':
      return { blocks: statusBlocks(occasion), effects: [audit(read.command)] };
  }
}

/** Said to somebody who is no admin; that they tried is kept too. */
export function refuseCommand({ command }: ReadAdminCommand, { language }: Occasion): Administered {
  const effect: Effect = { kind: 'audit', action: 'refused', detail: { command } };
  return { blocks: [text(languages[language].sentences.adminOnly)], effects: [effect] };
}

function packs(occasion: Occasion, named: readonly string[] | null): Administered {
  const { sentences } = languages[occasion.language];
  const known = Object.keys(occasion.world.knowledge.packs);
  const unknown = (named ?? []).filter((name) => !known.includes(name));
  if (unknown.length > 0) return said(sentences.adminNoPack(unknown.join(', '), known.join(', ')));
  const answer = named === null ? sentences.adminAllPacks : sentences.adminPacks(named.join(', '));
  return inChannel(occasion, 'packs', { packs: named }, answer);
}

function language(occasion: Occasion, chosen: LanguageCode | null | undefined): Administered {
  const { sentences } = languages[occasion.language];
  if (chosen === undefined) return said(sentences.adminNoLanguage);
  const answer = chosen === null ? sentences.adminAskersLanguage : sentences.adminLanguage(chosen);
  return inChannel(occasion, 'language', { language: chosen }, answer);
}

/** Settings that need people who did not call the bot: there are none in a direct talk. */
function inChannel(occasion: Occasion, command: string, change: PlaceChange, answer: string): Administered {
  const { channel } = occasion.incoming;
  if (channel === undefined) return said(languages[occasion.language].sentences.adminChannelOnly);
  return changed(channel, { command, change, answer });
}

/** A thread, or where there is none the talk itself. */
function inTalk({ incoming }: Occasion, command: string, change: PlaceChange, answer: string): Administered {
  return changed(talkPlaceOf(incoming), { command, change, answer });
}

/** What taking over and marking as solved are about. */
function talkPlaceOf({ thread, conversation }: Incoming): string {
  return thread ?? conversation;
}

function changed(
  id: string,
  {
    command,
    change,
    answer,
  }: { readonly command: string; readonly change: PlaceChange; readonly answer: string },
): Administered {
  const value = Object.values(change)[0];
  const detail = { place: id, value: Array.isArray(value) ? value.join(',') : String(value) };
  return {
    blocks: [text(answer)],
    effects: [{ kind: 'place', id, change }, audit(command, detail)],
  };
}

function said(answer: string): Administered {
  return { blocks: [text(answer)], effects: [] };
}

function audit(command: string, detail: Readonly<Record<string, string>> = {}): Effect {
  return { kind: 'audit', action: 'administered', detail: { command, ...detail } };
}

function statusBlocks({ world, incoming, language }: Occasion): readonly Block[] {
  const { sentences } = languages[language];
  const { listening, packs: only, language: fixed, takenOver }: Place = world.place ?? {};
  const all = Object.keys(world.knowledge.packs).join(', ');
  const yesNo = (is: boolean | undefined) => (is ? sentences.yes : sentences.no);
  const rows = [
    { label: sentences.adminRowListening, value: incoming.channel === undefined ? '-' : yesNo(listening) },
    { label: sentences.adminRowPacks, value: only?.join(', ') ?? all },
    { label: sentences.adminRowLanguage, value: fixed ?? sentences.adminRowAskers },
    { label: sentences.adminRowTakenOver, value: yesNo(takenOver) },
    { label: sentences.adminRowKnowledge, value: world.knowledge.version.slice(0, 12) },
  ];
  return [{ type: 'rows', rows }];
}

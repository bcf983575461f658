import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedFolder } from '../../src/commands/shipped-knowledge.ts';
import type { Pack, Problem } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';

const page = readFileSync(join(shippedFolder, '..', 'docs', 'curated-codes.md'), 'utf8');
const han = /\p{Script=Han}/u;

interface Row {
  readonly order: number;
  readonly codes: readonly string[];
  /** The whole cell. */
  readonly said: string;
  readonly id: string;
  readonly link: string;
  readonly why: string;
}

/** Every pack whose name says that it explains codes; a new one is on the list without being named here. */
const packIds = readdirSync(shippedFolder).filter((name) => name.endsWith('-codes'));
const { knowledge } = await loadKnowledge({ folders: [shippedFolder], packs: packIds });
const packs = packIds.flatMap((id) => knowledge?.packs[id] ?? []);
const entries = packs.flatMap((pack) => Object.values(pack.problems).map((problem) => ({ pack, problem })));

function rowsOf(text: string): Row[] {
  return [...text.matchAll(/^\| (\d+) \| (.+) \| \[(.+)\]\((.+)\) \| (.*) \|$/gm)].map(
    ([, order, codes = '', id = '', link = '', why = '']) => ({
      order: Number(order),
      said: codes,
      codes: [...codes.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code),
      id,
      link,
      why,
    }),
  );
}

function codesIn(codes: readonly string[]): string {
  return codes.map((code) => `\`${code}\``).join(' ');
}

/** What the first cells of a row must say about an entry. */
function cells(pack: Pack, { id, codes, prints }: Problem): string {
  const names = codes.length > 0 ? codesIn(codes) : `"${prints[0]}"`;
  return `${names} | [${id}](../knowledge/${pack.id}/problems/${id}.yaml)`;
}

/** The ids of the entries for which `isWrong` says so. */
function ids(isWrong: (problem: Problem) => boolean): string[] {
  return entries.filter(({ problem }) => isWrong(problem)).map(({ problem }) => problem.id);
}

describe('docs/curated-codes.md', () => {
  it('has every curated entry once, with its codes or the message that it is known by', () => {
    const listed = rowsOf(page).map(
      ({ codes, said, id, link }) => `${codes.length > 0 ? codesIn(codes) : said} | [${id}](${link})`,
    );
    expect(entries.length).toBeGreaterThan(300);
    expect(listed.sort()).toEqual(entries.map(({ pack, problem }) => cells(pack, problem)).sort());
  });

  it('links to files that exist', () => {
    const links = rowsOf(page).map(({ link }) => join(shippedFolder, '..', 'docs', link));
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  it('numbers each table from one on', () => {
    for (const table of page.split(/^\| order \|/m).slice(1)) {
      const orders = rowsOf(table).map(({ order }) => order);
      expect(orders).toEqual(orders.map((_, index) => index + 1));
    }
  });

  it('gives a reason for each, and no reason twice', () => {
    const reasons = rowsOf(page).map(({ why }) => why);
    expect(reasons.filter((why) => why.length < 15)).toEqual([]);
    expect(new Set(reasons).size).toBe(reasons.length);
  });

  it('counts the entries and codes of each group right', () => {
    const said = [...page.matchAll(/^\| (\w.*) \| \d+ \| (\d+) \| (\d+) \|$/gm)].map((cell) => cell.slice(1));
    const counted = page
      .split(/^## /m)
      .filter((section) => rowsOf(section).length > 0)
      .map((section) => {
        const rows = rowsOf(section);
        const codes = rows.flatMap((row) => row.codes);
        return [section.slice(0, section.indexOf('\n')), String(rows.length), String(codes.length)];
      });
    expect(said).toEqual(counted);
    const codes = entries.flatMap(({ problem }) => problem.codes);
    const [, ...together] = /^\| \*\*together\*\* .* \*\*(\d+)\*\* \| \*\*(\d+)\*\* \|$/m.exec(page) ?? [];
    expect(together.map(Number)).toEqual([entries.length, codes.length]);
  });
});

describe('every curated entry', () => {
  it('has three messages or more that must open it', () => {
    expect(ids(({ examples }) => examples.match.length < 3)).toEqual([]);
  });

  it('has such a message in each language', () => {
    expect(ids(({ examples }) => !examples.match.some((message) => han.test(message)))).toEqual([]);
    // A bare code is in no language; two words are enough to be in one.
    const isEnglish = (message: string) => !han.test(message) && /\S\s+\S/.test(message);
    expect(ids(({ examples }) => !examples.match.some(isEnglish))).toEqual([]);
  });

  it('says in both languages what the code means', () => {
    expect(ids(({ meaning }) => !meaning?.en || !meaning.zh || !han.test(meaning.zh))).toEqual([]);
  });

  it('names its sources', () => {
    expect(ids(({ sources }) => !sources?.length)).toEqual([]);
  });

  it('says how old and how sure it is', () => {
    expect(ids(({ asOf, confidence }) => asOf === undefined || confidence === undefined)).toEqual([]);
  });

  it('has one to four causes', () => {
    // These two say only that something was refused or failed, and are met in as many places as they have causes.
    const wide = ['http-403', 'com-0x80004005'];
    const most = (id: string) => (wide.includes(id) ? 5 : 4);
    const count = ({ causes }: Problem) => Object.keys(causes).length;
    expect(ids((problem) => count(problem) < 1 || count(problem) > most(problem.id))).toEqual([]);
  });
});

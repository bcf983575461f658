import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditAnchor, AuditEntry, AuditRecord } from '../../src/operations/audit.ts';
import { type BadRecord, checkChain, noHash, recordOf } from '../../src/operations/audit-chain.ts';

function chainOf(entries: readonly AuditEntry[]): AuditRecord[] {
  const records: AuditRecord[] = [];
  for (const entry of entries) {
    const { sequence = 0, hash = noHash } = records.at(-1) ?? {};
    records.push(recordOf(entry, { before: { sequence, hash }, salt: `salt ${sequence}` }));
  }
  return records;
}

function verify(records: readonly AuditRecord[], anchors: readonly AuditAnchor[] = []): BadRecord | null {
  const check = checkChain(anchors);
  for (const record of records) {
    const bad = check.next(record);
    if (bad) return bad;
  }
  return check.end();
}

const anchorOf = ({ sequence, hash }: AuditRecord): AuditAnchor => ({ sequence, hash, at: 0 });
const entries = (count: number): AuditEntry[] =>
  [...Array(count).keys()].map((index) => ({
    at: 1_000 + index,
    action: index % 3 === 0 ? 'answered' : 'administered',
    subject: `slack:person ${index % 4}`,
    detail: { message: index, kind: 'fix' },
  }));

/** Every record is another one's neighbour: all places of a chain of six. */
const chain = chainOf(entries(6));
const places = chain.map((_, index) => index);

describe('the chain of what happened', () => {
  it('is whole when nobody touched it, also when it is empty', () => {
    expect(verify([])).toBeNull();
    expect(verify(chain, chain.map(anchorOf))).toBeNull();
  });

  it('stays whole when somebody is forgotten', () => {
    const forgotten = chain.map((record) =>
      record.content?.subject === 'slack:person 1' ? { ...record, content: null } : record,
    );
    expect(JSON.stringify(forgotten)).not.toContain('person 1');
    expect(verify(forgotten, chain.map(anchorOf))).toBeNull();
  });

  it.each(places)('shows that any field of record %i was changed', (place) => {
    const record = chain[place] as AuditRecord;
    const content = record.content as NonNullable<AuditRecord['content']>;
    const changes: Partial<AuditRecord>[] = [
      { at: record.at + 1 },
      { action: 'exported' },
      { commitment: flipped(record.commitment) },
      { hash: flipped(record.hash) },
      { content: { ...content, detail: flipped(content.detail) } },
      { content: { ...content, salt: flipped(content.salt) } },
      { content: { ...content, subject: null } },
      { content: { ...content, subject: 'slack:person 9' } },
    ];
    for (const change of changes) {
      const changed = chain.with(place, { ...record, ...change });
      expect(verify(changed)?.sequence).toBe(place + 1);
    }
  });

  it.each(places)('shows that record %i was dropped, at the end with an anchor', (place) => {
    const dropped = chain.toSpliced(place, 1);
    expect(verify(dropped, [anchorOf(chain.at(-1) as AuditRecord)])?.sequence).toBe(place + 1);
  });

  it.each(places)('shows that record %i was dropped and the numbers closed up', (place) => {
    const dropped = chain.toSpliced(place, 1).map((record, index) => ({ ...record, sequence: index + 1 }));
    expect(verify(dropped, [anchorOf(chain.at(-1) as AuditRecord)])?.sequence).toBe(place + 1);
  });

  it('shows that any two records changed places, with their numbers or without', () => {
    for (const one of places)
      for (const two of places.slice(one + 1)) {
        const [first, second] = [chain[one] as AuditRecord, chain[two] as AuditRecord];
        expect(verify(chain.with(one, second).with(two, first))?.sequence).toBe(one + 1);
        const renumbered = chain
          .with(one, { ...second, sequence: first.sequence })
          .with(two, { ...first, sequence: second.sequence });
        expect(verify(renumbered)?.sequence).toBe(one + 1);
      }
  });

  it('shows by any later anchor that its end was cut off', () => {
    for (const kept of places) {
      const cut = chain.slice(0, kept);
      expect(verify(cut)).toBeNull();
      for (const anchor of chain.slice(kept).map(anchorOf))
        expect(verify(cut, [anchor])?.sequence).toBe(kept + 1);
    }
  });

  it('shows by an anchor that all of it was written anew', () => {
    const anew = chainOf(entries(6).map((entry) => ({ ...entry, at: entry.at + 1 })));
    expect(verify(anew)).toBeNull();
    expect(verify(anew, [anchorOf(chain[3] as AuditRecord)])).toEqual({
      sequence: 4,
      reason: 'it differs from an anchor',
    });
  });

  it('shows any flipped bit of what is stored', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.nat(), fc.nat(6), (place, at, bit) => {
        const line = JSON.stringify(chain[place]);
        const code = line.charCodeAt(at % line.length) ^ (1 << bit);
        const text =
          line.slice(0, at % line.length) + String.fromCharCode(code) + line.slice((at % line.length) + 1);
        const record = parsed(text);
        fc.pre(record !== null && JSON.stringify(record) !== line);
        expect(verify(chain.with(place, record as AuditRecord))?.sequence).toBe(place + 1);
      }),
      { numRuns: 500 },
    );
  });
});

function flipped(text: string): string {
  return String.fromCharCode(text.charCodeAt(0) ^ 1) + text.slice(1);
}

/** The record in a text, when it still has the shape of one. */
function parsed(text: string): AuditRecord | null {
  try {
    const record = JSON.parse(text) as AuditRecord;
    const keys = (value: unknown) => JSON.stringify(Object.keys(value ?? {}).sort());
    const same = chain[0] as AuditRecord;
    return keys(record) === keys(same) && keys(record.content) === keys(same.content) ? record : null;
  } catch {
    return null;
  }
}

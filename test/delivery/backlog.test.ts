import { describe, expect, it } from 'vitest';
import { createBacklog } from '../../src/delivery/backlog.ts';

const flooder = { platform: 'slack', person: 'flooder' };
const other = { platform: 'slack', person: 'other' };

describe('the backlog', () => {
  it('is full for one person at a tenth, and for everybody at the whole', () => {
    const backlog = createBacklog(2_000);
    for (let count = 0; count < 200; count += 1) backlog.enter(flooder);
    expect([backlog.isFull(flooder), backlog.isFull(other)]).toEqual([true, false]);
    for (let count = 0; count < 1_800; count += 1) backlog.enter({ platform: 'slack' });
    expect([backlog.isFull(other), backlog.isFull({ ...other, platform: 'discord' })]).toEqual([true, false]);
  });

  it('has room again for whom it was full', () => {
    const backlog = createBacklog(2_000);
    for (let count = 0; count < 200; count += 1) backlog.enter(flooder);
    backlog.leave(flooder);
    expect(backlog.isFull(flooder)).toBe(false);
  });
});

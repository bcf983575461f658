import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { createLog } from '../../../src/log.ts';
import { createSeal } from '../../../src/platforms/slack/seal.ts';
import { createWorkspaces, type SealedStore } from '../../../src/platforms/slack/workspaces.ts';

type Row = Awaited<ReturnType<SealedStore['list']>>[number];

function rig(botToken: string | null = null, rows = new Map<string, Row>(), secret = 'secret') {
  const logged: string[] = [];
  const removed: string[] = [];
  let time = 1_700_000_000_000;
  const workspaces = createWorkspaces({
    botToken,
    store: {
      list: async () => [...rows.values()],
      save: async (row) => void rows.set(row.workspace, row),
      async remove(workspace) {
        removed.push(workspace);
        rows.delete(workspace);
        return 2;
      },
    },
    seal: createSeal(secret),
    log: createLog(readConfig({}), { write: (line) => logged.push(line) }),
    now: () => time,
  });
  return {
    ...workspaces,
    rows,
    logged,
    removed,
    pass(ms: number) {
      time += ms;
      return time;
    },
  };
}

const one = { team: 'T1', token: 'xoxb-one', user: 'U1' };

describe('createWorkspaces', () => {
  it('has each workspace speak with its own token, and the others with that of the settings', async () => {
    const { add, tokenOf, ownUsers } = rig('xoxb-own');
    await add(one);
    expect([tokenOf('T1'), tokenOf('T2'), tokenOf('')]).toEqual(['xoxb-one', 'xoxb-own', 'xoxb-own']);
    expect([...ownUsers]).toEqual(['U1']);
  });

  it('is silent where nobody installed it, and posts to nobody in the only workspace there is', async () => {
    const { add, tokenOf } = rig();
    await add(one);
    expect([tokenOf('T2'), tokenOf('')]).toEqual([null, 'xoxb-one']);
    await add({ team: 'T2', token: 'xoxb-two', user: 'U2' });
    expect(tokenOf('')).toBeNull();
  });

  it('takes up after a restart what was installed, and keeps no token readable', async () => {
    const { add, rows } = rig();
    await add(one);
    expect(JSON.stringify([...rows.values()])).not.toContain('xoxb');
    const again = rig(null, rows);
    await again.load();
    expect(again.tokenOf('T1')).toBe('xoxb-one');
    expect([...again.ownUsers]).toEqual(['U1']);
  });

  it('says what to do when the secret is another one', async () => {
    const { add, rows } = rig();
    await add(one);
    const other = rig(null, rows, 'another');
    await other.load();
    expect(other.tokenOf('T1')).toBeNull();
    expect(other.logged.join()).toContain('SLACK_STATE_SECRET');
  });

  it('forgets an installation that is removed, but not for a removal that comes late', async () => {
    const { add, remove, tokenOf, removed, pass } = rig();
    await add(one);
    const removedAt = pass(10_000);
    pass(60_000);
    await add({ ...one, token: 'xoxb-new' });
    await remove('T1', removedAt);
    expect([tokenOf('T1'), removed]).toEqual(['xoxb-new', []]);
    await remove('T1', pass(1_000));
    expect([tokenOf('T1'), removed]).toEqual([null, ['T1']]);
  });
});

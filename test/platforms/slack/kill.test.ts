import { expect, it } from 'vitest';
import { killRun } from '../../fixtures/slack-kill-run.ts';

// `npm run bench:slack -- --kills` does the same with 12,000 events and 4 kills.
it('loses no signed event and answers none twice while the server is killed again and again', {
  timeout: 180_000,
}, async () => {
  const result = await killRun({ events: 600, duplicateShare: 0.05, kills: 2, connections: 32 });
  expect(result).toMatchObject({ killed: 2, lost: 0, twice: 0 });
});

import { describe, expect, it } from 'vitest';
import { shippedFolder } from '../../../src/commands/shipped-knowledge.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../../src/knowledge/load-knowledge.ts';
import { judgeMessages } from './judge-messages.ts';

describe('messages as people write them', () => {
  it('are read as well as the borders ask', async () => {
    const { knowledge } = await loadKnowledge({ folders: [shippedFolder] });
    const judged = judgeMessages(knowledge as Knowledge);
    expect(judged.messages).toBeGreaterThan(450);
    expect(judged.recall).toBeGreaterThanOrEqual(0.97);
    expect(judged.recallChinese).toBeGreaterThanOrEqual(0.97);
    expect(judged.familyFirst).toBeGreaterThanOrEqual(0.94);
    expect(judged.familyAmongThree).toBeGreaterThanOrEqual(0.97);
    expect(judged.lookAlikesAnswered).toBeLessThanOrEqual(0.02);
    expect(judged.meaningsInvented).toBe(0);
  }, 60_000);
});

import { describe, expect, it } from 'vitest';
import { isCertain } from '../../src/conversation/attend.ts';
import type { World } from '../../src/conversation/state.ts';
import type { Incoming } from '../../src/message.ts';
import { knowledgeOfCodes } from '../recognition/small-knowledge.ts';

const knowledge = knowledgeOfCodes('win32/10061', 'hresult/0x80070057', 'libuv/ECONNREFUSED');
const certain = (text: string) =>
  isCertain({ text, platform: 'discord' } as Incoming, { knowledge, now: 0, seed: '' } as World);

describe('what is answered in a group without being asked', () => {
  it.each(['error 10061', '报错10061', '0x80070057', 'connect ECONNREFUSED 10.0.0.1:5432'])('%s', (text) => {
    expect(certain(text)).toBe(true);
  });

  it.each(['10061', '10061?', 'what is 10061', 'my QQ is 10061', 'error code 99999', 'good morning'])(
    'not %s',
    (text) => {
      expect(certain(text)).toBe(false);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { splitWords } from '../../src/languages/words.ts';
import { type FoundPhrase, findPhrases, indexPhrases } from '../../src/recognition/phrases.ts';

function found(pattern: string, text: string, by: 'stem' | 'text' = 'stem'): readonly FoundPhrase<true>[] {
  return findPhrases(splitWords(text), indexPhrases([[pattern, true]], by));
}

describe('a pattern', () => {
  it.each([
    ['(works|goes through) … (hotspot|mobile data)', 'it goes through over mobile data', true],
    ['(works|goes through) … (hotspot|mobile data)', 'it works at home but not on my hotspot', false],
    ['(my|) phone', 'phone', true],
    ['(my|the|) (phone|tablet) dies', 'the tablet died, my tablet dies', true],
    ['(改|换)(了|)名(后|就)能', '换了名就能发', true],
    ['(改|换)(了|)名(后|就)能', '换个名', false],
    ['goes (up|down)', 'goes', false],
    ['file (in use)', 'the file in use', true],
  ])('%s in "%s": %s', (pattern, text, stands) => {
    expect(found(pattern, text).length > 0).toBe(stands);
  });

  it('weighs what was matched, not what stands in the gap', () => {
    expect(found('(works|goes) … hotspot', 'works just fine over my hotspot')[0]?.weight).toBe(4);
  });

  it('takes the longest of its alternatives', () => {
    expect(found('it (goes|goes through)', 'it goes through')[0]?.to).toBe(3);
  });

  it('compares words as they stand where stems would lie', () => {
    expect(found('restarted', 'restart')).toHaveLength(1);
    expect(found('restarted', 'restart', 'text')).toHaveLength(0);
  });

  it('does not run on into the next sentence', () => {
    expect(found('works (now|here)', 'It works. Now what?')).toHaveLength(0);
  });
});

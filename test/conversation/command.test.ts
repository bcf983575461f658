import { describe, expect, it } from 'vitest';
import { readCommand } from '../../src/conversation/command.ts';

describe('commands', () => {
  it.each([
    ['help', 'help'],
    ['  HELP! ', 'help'],
    ['？', 'help'],
    ['帮助', 'help'],
    ['人工', 'human'],
    ['我要转人工', 'human'],
    ['I want to talk to a human', 'human'],
    ['为什么？', 'why'],
    ['为什么呀', 'why'],
    ['why do you ask?', 'why'],
    ['上一步', 'back'],
    ['back', 'back'],
    ['重新开始吧', 'startOver'],
    ['Start over.', 'startOver'],
    ['谢谢！', 'thanks'],
    ['你好', 'greeting'],
    ['好了', 'worked'],
    ['It works now!', 'worked'],
    ['关了360就好了', 'worked'],
    ['turned off 360 and it works now', 'worked'],
    ['开热点就好了', null],
    ['换了手机就可以了', null],
    ['要是能发就好了', null],
    ['重启一下就好了吧', null],
    ['never mind', 'giveUp'],
    ['算了吧', 'giveUp'],
    ['那另一个呢', 'other'],
    ['and the other thing?', 'other'],
    ['can i talk to someone', 'human'],
    ['what does that mean?', 'why'],
    ['it worked yesterday', null],
    ['it works on my phone', null],
    ['昨天还好好的', null],
    ['继续', 'resume'],
    ['English please', 'english'],
    ['中文', 'chinese'],
    ['What do you think so far?', 'opinion'],
    ['你现在怎么看', 'opinion'],
    ['排除了哪些？', 'opinion'],
    ['how many questions are left?', 'duration'],
    ['快好了吗', 'duration'],
  ])('"%s" is %s', (words, command) => {
    expect(readCommand(words)).toBe(command);
  });

  it.each([
    '改名后就能发了，为什么',
    'why does the file not arrive',
    'QQ 人工智能助手打不开',
    'the help file is broken',
    'my back button is broken',
    '谢谢，但是还是发不了',
    'x'.repeat(5000),
    '',
  ])('"%s" is none', (words) => {
    expect(readCommand(words)).toBeNull();
  });
});

import type { limitsInEnglish } from '../en/limits.ts';

export const limitsInChinese: typeof limitsInEnglish = {
  apology: '抱歉，这条消息我没处理好，已经记录下来。换个说法试试，或者说「人工」。',
  slowDown: '您发得太快，我跟不上了，先安静一两分钟。直接回答我刚才的问题（点选或打字）仍然有效。',
  loop: '我好像一直收到同样的内容，这里先不回了。过半分钟再说话，我就回来。',
  busy: '现在提问的人太多，我只能查错误代码。请过一分钟再说一次。',
  busyAfterCode: '现在提问的人太多。过一分钟再发一次，我会问几个问题找出原因。',
  refusedFull: '现在排队的消息太多，这条我没有收下，请过一分钟再发一次。',
  refusedUnavailable: '我暂时存不了消息，这条没有收下，请过几分钟再发一次。',
  refusedStopping: '我正在重启，这条没有收下，请稍后再发一次。',
};

import type { FactTopic } from './fact-table.ts';

const someone =
  '(colleague|colleagues|coworker|co worker|classmate|roommate|flatmate|teammate|neighbour|housemate|deskmate|guy|girl|person|people|wife|husband|boss|team|friend|family|dad|mom|mum|brother|sister)';
const people =
  '(colleague|colleagues|coworkers|coworker|co worker|classmate|roommate|flatmate|teammate|housemate|whole team|my team|my boss|my wife|my husband|my family|everyone here|everybody here|people here|everyone else|everybody else|others here|the others|next to me|beside me|at the next desk)';
const chinesePeople =
  '(同事|同学|室友|舍友|同桌|家人|老公|老婆|我爸|我妈|旁边的人|隔壁|领导|老板|全公司|全班|全校|整个公司|整个部门|部门|整个办公室|全办公室|办公室|宿舍|身边的人|周围的人|其他同事|几个同事)';

/** Whether other people have the same trouble. */
export const others: FactTopic = {
  title: { en: 'Other people', zh: '别人的情况' },
  values: {
    'have-it-too': {
      label: { en: 'have it too', zh: '也这样' },
      says: [
        `${people} … (same|too|as well|either|also|neither)`,
        `${someone} (next to me|beside me|here|at work) … (same|too|as well|either|also|neither)`,
        '(whole|entire) (office|team|company|floor|class|school|dorm|department|house) (is|has|can not|)',
        '(all|several|two|three|four|five|most) of us',
        '(half|most|all) (of|) (the|my|our) (office|team|company|class|school|floor|department)',
        '(we|they) all (have|get|see|got)',
        '(same|happens) (for|to|with|at) (my|our|the) (colleague|coworker|co worker|classmate|roommate|whole team|team|friends)',
        'not (only|just) me',
        'nobody (here|at work|in the office) can',
        `${chinesePeople}…(也|都)(是|)(这样|不行|不能|一样|发不|传不|收不|没法|打不开|用不了|连不上|失败|报|卡|有|出现|遇到|中招)`,
        `${chinesePeople}(也|一样|同样|都一样|都这样)`,
        '(别人|其他人|大家|好几个人|朋友|朋友那边|别人那边|其他人那边)也',
        '(不止|不只|不光|不仅|不是)(是|只是|)(我|我一个|我一个人)',
      ],
      answers: [
        '(they too|same for them|them too|everyone|everybody|all of us|we all|all of them|they all|they do too|so do they|everybody has it)',
        '(都这样|都一样|他们也|他们都不|大家都|全都|也不行|也一样|也是|全军覆没)',
      ],
    },
    'only-me': {
      label: { en: 'only me', zh: '只有我' },
      says: [
        `${people} … (fine|no problem|no trouble|no issue|works|can send|can|ok|okay)`,
        '(works|fine|ok|okay|no problem) (for|with) (my|our|the|all my|all|) (colleague|coworker|co worker|classmate|roommate|team|others|everyone else|everybody else)',
        `(works|fine|ok|okay|no problem) (for|with) (my|the|his|her) ${someone}`,
        '(only|just) (me|mine|i|my pc|my computer|my laptop|my machine|my account|my phone)',
        'the only one',
        'nobody else',
        'no one else',
        `${chinesePeople}…(正常|没问题|没事|可以|能发|能传|能用|能打开|能上|能连|能登|能收|都能|打得开|好好的|好的|不会|没这问题|没有这个问题)`,
        '(别人|其他人|大家|他们|人家)(都|那边|那边都|的都|的|)(正常|没问题|没事|可以|能发|能传|能用|好好的)',
        '(就我|只有我|只我|就我一个|仅我)',
      ],
      answers: [
        '(they can|they are fine|works for them|theirs works|just mine|alone|by myself|on my own)',
        '(他们可以|他们能|他们正常|他们没事|他们都没事|他们都可以|别人能|别人可以|就我|只有我|我自己)',
      ],
    },
    'in-group-too': {
      label: { en: 'nobody in the group can', zh: '群里别人也不行' },
      says: [
        '(others|other members|other people|everyone|everybody|people|friends) in (the|this|our|my) group … (either|too|same|not)',
        '(nobody|no one|none of us) in (the|this|our) group',
        '(owner|admin|admins|even the owner|group owner) (can not|can not either|has the same|have the same)',
        '(other members|the other members|others) (can not|can not either|can not upload|have the same)',
        '群(里|内|里面|里的|)(别人|其他人|的人|大家|成员|其他成员|别的成员|群友|好几个人|所有人|别的人)…(也|都|一样)…(不|没法|失败|这样|一样)',
        '(群友|群成员|其他成员|别的成员|群主|管理员)(他们|)(也|都)(不|没法|失败|这样|一样|传不|发不)',
      ],
    },
    'in-group-fine': {
      label: { en: 'others in the group can', zh: '群里别人可以' },
      says: [
        '(others|other members|other people|everyone else|everybody else|people) in (the|this|our|my) group (can|do|upload|are fine)',
        '群(里|内|里面|)(别人|其他人|大家|成员|其他成员|别的成员|群友|别的人)(都|就|)(能|可以|没问题|正常)',
      ],
    },
  },
};

import type { FactTopic } from './fact-table.ts';

const people =
  '(colleague|coworker|co worker|classmate|roommate|flatmate|teammate|neighbour|housemate|whole team|my team|my boss|my wife|my husband|my family|everyone here|everybody here|people here|everyone else|everybody else|others here|the others)';
const chinesePeople =
  '(同事|同学|室友|舍友|同桌|家人|老公|老婆|我爸|我妈|旁边的人|隔壁|领导|老板|全公司|全班|全校|整个办公室|办公室|宿舍|身边的人|周围的人|其他同事|几个同事)';

/** Whether other people have the same trouble. */
export const others: FactTopic = {
  title: { en: 'Other people', zh: '别人的情况' },
  values: {
    'have-it-too': {
      label: { en: 'have it too', zh: '也这样' },
      says: [
        `${people} … (same|too|as well|either|also|neither)`,
        '(same|happens) (for|to|with|at) (my|our|the) (colleague|coworker|co worker|classmate|roommate|whole team|team|friends)',
        'not (only|just) me',
        'nobody (here|at work|in the office) can',
        `${chinesePeople}…(也|都|一样|同样)`,
        '(别人|其他人|大家|好几个人|朋友|朋友那边|别人那边|其他人那边)也',
        '(不止|不只|不光|不仅|不是)(是|只是|)(我|我一个|我一个人)',
      ],
      answers: [
        '(they too|same for them|them too|everyone|everybody|all of us|we all|all of them)',
        '(都这样|都一样|他们也|大家都|全都|也不行|也一样|也是)',
      ],
    },
    'only-me': {
      label: { en: 'only me', zh: '只有我' },
      says: [
        `${people} … (fine|no problem|no trouble|no issue|works|can send|can|ok|okay)`,
        '(works|fine|ok|okay|no problem) (for|with) (my|our|the|all my) (colleague|coworker|co worker|classmate|roommate|team|others|everyone else|everybody else)',
        '(only|just) (me|mine|i)',
        'nobody else',
        'no one else',
        `${chinesePeople}…(正常|没问题|没事|可以|能发|能传|好好的|不会)`,
        '(别人|其他人|大家)(都|那边|那边都|)(正常|没问题|没事|可以|能发|能传|好好的)',
        '(就我|只有我|只我|就我一个|仅我)',
      ],
      answers: [
        '(they can|they are fine|works for them|theirs works|just mine)',
        '(他们可以|他们能|他们正常|别人能|别人可以|就我|只有我)',
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

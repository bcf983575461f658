import type { FactTopic } from './fact-table.ts';

const day =
  '(yesterday|today|this morning|this afternoon|last night|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the weekend|an hour ago|a few minutes ago|just now|noon)';

/** Since when it is like this. */
export const since: FactTopic = {
  title: { en: 'Since when', zh: '从什么时候起' },
  values: {
    update: {
      label: { en: 'since an update', zh: '更新之后' },
      says: [
        '(since|after|ever since) (the|that|this|an|a|last|latest|yesterday) (update|upgrade)',
        '(since|after|ever since) (i|it|qq|we) (updated|upgraded)',
        '(since|after) (updating|upgrading)',
        '(更新|升级)(完|了|)(后|之后|以后|过后|就)',
      ],
      answers: ['(update|updated|upgrade|upgraded|new version)', '(更新|升级|新版)'],
    },
    recently: {
      label: { en: 'suddenly, lately', zh: '最近突然' },
      says: [
        `(since|from|started|starting|began) ${day}`,
        '(worked|was fine|was ok|was okay|could send) … (yesterday|last week|before|until|earlier|this morning|an hour ago|two days ago)',
        '(yesterday|last week|before|earlier|this morning) … (worked|was fine|was ok|still worked)',
        '(out of nowhere|out of the blue|all of a sudden|suddenly)',
        '(昨天|今天|早上|上午|下午|昨晚|前天|前几天|上周|刚才|刚刚)(突然|开始|起|还能|还行|还可以|还好|还好好的|都还)',
        '(从|自)(昨天|今天|早上|上午|昨晚|前天|上周|周末)',
        '(以前|之前|原来|本来|一直)(都|还|是)(好|能|可以|正常|没问题)',
      ],
      answers: [
        day,
        '(recently|lately|just now|suddenly)',
        '(昨天|今天|刚刚|刚才|早上|昨晚|最近|前天|这两天|突然)',
      ],
    },
    long: {
      label: { en: 'for a long time', zh: '很久了' },
      says: [
        '(for|since) (weeks|months|years|ages|days|a while|a long time|a month|a year|several weeks|a few weeks|several days)',
        '(always been|never worked|never ever worked|from the beginning|from day one|from the start)',
        '(好几天|好多天|几个星期|好几周|几周|一个月|两个月|几个月|半年|一年|好久|很久|好长时间)(了|)',
        '(从来没|从来就|一开始就|装上就)',
      ],
      answers: [
        '(always|ages|weeks|months|years|long ago|a while|forever|never)',
        '(一直|很久|好久|早就|从来|好几天|长期)',
      ],
    },
  },
};

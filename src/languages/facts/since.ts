import type { FactTopic } from './fact-table.ts';

const day =
  '(yesterday|today|this morning|this afternoon|this week|last night|last week|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the weekend|an hour ago|two hours ago|a few minutes ago|a few hours ago|just now|noon|lunch)';
const began =
  '(started|starting|starts|began|broke|breaking|died|stopped|stopped working|happening|happens|happened|crashed|failed|failing|appeared|came up)';
const many = '(two|three|four|five|six|several|a few|a couple of|couple of|many|some|)';

/** Since when it is like this. */
export const since: FactTopic = {
  title: { en: 'Since when', zh: '从什么时候起' },
  values: {
    update: {
      label: { en: 'since an update', zh: '更新之后' },
      says: [
        '(since|after|ever since|following) (the|that|this|my|an|a|) (last|latest|new|newest|recent|automatic|yesterday|big|) (qq|app|system|windows|ios|macos|android|software|) (update|upgrade|version|patch)',
        '(since|after|ever since) … (new|latest|newest) (version|release|update)',
        '(since|after|ever since) (i|it|qq|we|they) (auto|just|) (updated|upgraded)',
        '(since|after) (updating|upgrading)',
        '(since|after) (i|we|it|they) (installed|got|applied|did|downloaded) (the|an|a|that|) (new|latest|last|) (update|upgrade|version|patch)',
        '(更新|升级)(完|了|过|)(新版|系统|软件|qq|微信|版本|)(后|之后|以后|过后|就)',
        '(更新|升级)(完|了)…就(不|没|这样|开始)',
        '(新版|新版本|新系统)(之后|以后|后|就)',
      ],
      answers: ['(update|updated|upgrade|upgraded|new version)', '(更新|升级|新版)'],
    },
    recently: {
      label: { en: 'suddenly, lately', zh: '最近突然' },
      says: [
        `(since|from) ${day}`,
        `${began} … ${day}`,
        `(since|for) (about|like|) (an|one|two|three|a few|a couple of) (hour|hours|minutes)`,
        '(worked|working|was fine|was ok|was okay|could send) … (yesterday|last week|before|until|earlier|this morning|an hour ago|two days ago)',
        '(yesterday|last week|before|earlier|this morning) … (worked|was fine|was ok|still worked)',
        '(out of nowhere|out of the blue|all of a sudden|suddenly)',
        '(昨天|今天|今早|早上|上午|中午|下午|昨晚|前天|前几天|上周|上周末|这周|周末|这几天|这两天|刚才|刚刚)(一|二|三|四|五|六|日|天|)(突然|开始|起|还能|还行|还可以|还好|还好好的|还是好|都还|才)',
        '(从|自)(昨天|今天|今早|早上|上午|昨晚|前天|上周|这周|周末|周一|周二|周三|周四|周五)',
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
        `(for|since|like this|been) (for|about|over|like|the last|the past|) ${many} (weeks|months|years|days)`,
        '(been|for|over|almost) (a|one) (week|month|year)',
        '(for|since) (ages|a while|a long time|quite a while|a month|a year|a week|forever)',
        '(always been|always was|never worked|never ever worked|never once worked|has never|from the beginning|from day one|from the start)',
        '(好几|好多|几|两|三|半|一)(个|)(月|星期|礼拜|周|年)(了|多|来)',
        '(好几天|好多天|几个星期|好几周|几周|一个月|两个月|半个月|几个月|半年|一年|好久|很久|好长时间|老早)(了|)',
        '(从来没|从来就|一开始就|装上就)',
        '(一直|始终|向来)(就|都|)(没|不|是这样|这样)',
      ],
      answers: [
        '(always|ages|weeks|months|years|long ago|a while|forever|never)',
        '(一直|很久|好久|早就|从来|好几天|长期)',
      ],
    },
  },
};

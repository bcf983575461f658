/** How people choose, agree, decline and pass, per language. Compared after folding, so one spelling of each is enough. */

/** Numbers by name; digits of every script are plain digits after folding. */
export const numberNames: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
  '5th': 5,
  '6th': 6,
  '7th': 7,
  '8th': 8,
  '9th': 9,
  '10th': 10,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

/** What may stand around a number when all that is said is which one: "I pick the second option, please", 我选第二个吧. */
export const choosingWords = new Set(
  `option number choice answer no choose pick select take i ill my the it its is one please go with for say would
   我 选 择 第 个 项 号 条 种 那 这 就 是 吧 的 了 答 案 选项 要 应 该 点`.split(/\s+/),
);

/** What is left of "the last one" and 最后一个 once the choosing words are gone. */
export const lastWords = new Set(['last', '最后', '最后一']);

/** A whole clause that says yes; hedges before it and endings such as 的, 啊 behind it are dropped first. */
export const yesWords = new Set(
  `yes|yep|yeah|yup|ya|ye|yea|yah|yass|aye|sure|correct|right|true|exactly|indeed|of course|absolutely|definitely|certainly|affirmative|y|ok|okay|k|
   uh huh|mhm|mm hm|you bet|totally|sounds right|sounds about right|about right|for sure|always|both|so|so it is|it seems so|seems so|seems like it|probably|presumably|i guess|i suppose|i would say so|i would say|would say so|i would think so|looks like it|looks that way|afraid so|i am afraid so|
   pretty much|more or less|kind of|kinda|sort of|mostly|mostly yes|basically|that is it|that is the case|this is the case|it seems like it|
   that is right|thats right|thats it|thats correct|that is correct|i do|i did|i am|i can|i have|i think|i believe so|it does|it is|it did|it can|it has|it was|it will|
   they do|they are|they can|they did|they have|he does|she does|he can|she can|we do|we are|we can|we have|there is|there are|
   是|是的|对|对的|对头|嗯|恩|唔|嗯哼|可以|能|行|得|成|中|有|有的|没错|没毛病|当然|必须|必须的|好|好的|确实|确实是|确实有|是这样|就是|就是这样|就是这个|正是|
   是啊|对啊|对呀|会|会的|都有|都是|都能|都行|都可以|也是|也有|也可以|也能|也行|也会|一样|肯定|肯定是|算是|可以的|能的|行的|要|需要|是有|有过|有一点|有点|
   差不多|是滴|对滴|好滴|没问题|昂|在的|还在|开着|开了|已经|已经有|满足|符合|真的|没有错|不错`.split(
    /\s*[|\n]\s*/,
  ),
);

export const noWords = new Set(
  `no|nope|nah|na|nuh uh|uh uh|rather not|i would rather not|preferably not|nay|nop|not|not really|not at all|not so much|never|negative|n|no way|not yet|not that i know|not that i know of|not that i can see|not that i noticed|
   not as far as i know|not as far as i can see|not as far as i can tell|not here|not this|not this one|not possible|nothing|nothing like that|nothing of the sort|nobody|no one|neither|none|none of them|none of these|hardly|barely|
   i do not|i did not|i am not|i can not|i have not|i never did|it does not|it is not|it did not|it can not|it has not|it was not|it will not|does not|did not|do not|is not|was not|has not|will not|can not|
   they do not|they are not|they can not|they did not|he does not|she does not|he can not|she can not|we do not|we are not|we can not|we have not|there is not|there are not|there is none|
   i do not think so|i do not believe so|do not think so|think not|i think not|i doubt it|doubt it|incorrect|wrong|false|can not say it does|can not say it is|can not say i do|can not say so|not so|not true|not correct|that is not it|it is not that|
   不|不是|不是的|没有|没|没有的|不能|不行|不可以|否|不对|并没有|并没|并不是|并不|不会|都没有|都没|都不行|都不能|都不是|也不行|也不能|也没有|也没|也不是|也不可以|也不会|
   不用|不要|不需要|不存在|不成|不中|不太行|不太能|不怎么能|没法|没办法|没可能|不可能|还没有|还没|无|木有|没得|莫得|冇|哪有|不是这样|不是这个|不是这种|没这回事|没这个|没这种|
   没有过|从来没有|从来没|从没|从未|没见过|没看到|没看见|没发现|没出现|没遇到|没碰到|没弹|没提示|一个都没|一个都没有|完全没有|完全不行|根本没有|根本不行|没开|没装|没用|没动|
   不好使|不正常|未|非|假的|错`.split(/\s*[|\n]\s*/),
);

/** Whole messages that are neither yes nor no. */
export const maybeWords = new Set(
  `maybe|perhaps|possibly|might be|could be|not necessarily|hard to tell|it depends|depends|
   可能|可能吧|也许|也许吧|说不定|不一定|或许|看情况|有可能|大概吧|不好讲`.split(/\s*[|\n]\s*/),
);

/** "None of what you list", as a whole message. */
export const noneWords = new Set(
  `none|none of these|none of them|none of those|none of the above|neither|nothing|no|nope|not any|not any of these|nothing like that|nothing of that|
   都没有|都不是|没有|没|无|都没|没有这些|没有这种|一个都没有|一个都不是|以上都不是|以上都没有|没啥|啥都没有|什么都没有`.split(
    /\s*[|\n]\s*/,
  ),
);

/** What people put before an answer without changing it: "well, I think not", 应该没有吧. The longest first. */
export const hedges: readonly string[] =
  `ok|okay|well|um|uh|hmm|hm|er|oh|ah|so|ok so|actually|honestly|to be honest|basically|probably|apparently|unfortunately|sadly|i guess|i think|i believe|i suppose|guess|think|maybe|perhaps|possibly|
   pretty sure|i am pretty sure|i am sure|as far as i know|as far as i can see|as far as i can tell|afaik|it seems|seems|looks like|for now|currently|at the moment|mostly|definitely|certainly|
   just|still|simply|really|yeah well|sorry|dude|man|bro|mate|
   好像|应该|貌似|可能|也许|或许|大概|估计|我觉得|觉得|感觉|我感觉|似乎|肯定|当然|确实|其实|目前|现在|暂时|反正|嗯|恩|哦|额|呃|唉|啊|诶|喔|那个|我这|我这边|这边|
   我看|我看了|看了|刚看了|看了下|看了一下|刚试了|试了|试了下|试了一下|我试了|还是|仍然|依然|真的|完全|根本|压根|亲测|老实说|说实话|他妈|妈的|靠`
    .split(/\s*[|\n]\s*/)
    .sort((one, two) => two.length - one.length);

/** A clause that only shows that somebody listens; what follows is the answer: 嗯，没有. */
export const listening = new Set(
  'ok|okay|well|um|uh|hmm|hm|oh|ah|so|hi|hello|right|sorry|嗯|恩|哦|额|呃|好|好的|那个|喔|噢|诶|啊|唉|你好'.split(
    '|',
  ),
);

/** Anywhere in a short message. */
export const unknownPhrases: readonly string[] = [
  'not sure',
  'not (really|so|too|quite|entirely|completely|totally|very|that) (sure|certain)',
  'no idea',
  'dunno',
  'do not know',
  'have no clue',
  'no clue',
  'can not tell',
  'can not say',
  'can not remember',
  'do not remember',
  'not certain',
  'not (100|a hundred|one hundred|completely|entirely) (percent|) (sure|certain)',
  'you tell me',
  '(would|could) not know',
  'unsure',
  'unknown',
  'forgot',
  'idk',
  'hard to say',
  'do not understand the question',
  'how would i know',
  'how do i know',
  '(how|where) (do|can|could|would|should) i (see|check|tell|look|know|find out)',
  'where is that',
  'no way to (tell|know|check)',
  'can not (try|test|check|look|do) (that|it|this)',
  '(nobody|no one|none) (else|) (here|around|) to (ask|test|try|check) (with|)',
  'never checked',
  'did not check',
  'have not checked',
  'skip',
  'beats me',
  'who knows',
  'no clue',
  'have a clue',
  '(could|can) not (tell|say) (you|for sure|exactly|either way)',
  '(could|can) not say',
  'can not check',
  'can not see that',
  'can not look',
  'not at my computer',
  'how should i know',
  'wish i knew',
  'not a clue',
  'god knows',
  'yes and no',
  'what does that mean',
  'what is that',
  'what do you mean',
  'do not get it',
  'no memory',
  'not my area',
  'do not care',
  'whatever',
  '不知道',
  '不清楚',
  '不确定',
  '不(太|大|怎么|是很|是太|是特别|是十分|咋)(确定|清楚|知道|记得|懂|了解|明白)',
  '说不(好|清|上来|清楚)',
  '讲不清',
  '说不准',
  '不好说',
  '忘了',
  '忘记了',
  '不记得',
  '记不清',
  '没注意',
  '不太清楚',
  '不太确定',
  '不是很确定',
  '不是很清楚',
  '不大清楚',
  '没看过',
  '没去看',
  '没仔细看',
  '没看清',
  '没太看清',
  '看不出',
  '不懂',
  '搞不清',
  '不了解',
  '没试过',
  '(没法|没办法|试不了|没条件|没东西|没人|没得)(试|测|问|看)',
  '试不了',
  '没留意',
  '怎么看',
  '随便',
  '跳过',
  '不晓得',
  '吃不准',
  '拿不准',
  '哪知道',
  '怎么知道',
  '咋知道',
  '谁知道',
  '鬼知道',
  '天知道',
  '看不懂',
  '听不懂',
  '没听懂',
  '什么意思',
  '啥意思',
  '是什么东西',
  '是啥',
  '不会看',
  '怎么查',
  '在哪看',
  '在哪里看',
  '哪里看',
  '没概念',
  '没印象',
  '想不起来',
  '不太懂',
  '不太记得',
  '没研究过',
  '不熟',
  '说不上来',
  '两说',
  '无所谓',
];

/** Dropped from the end of a clause before it is compared with yes and no. */
export const endings: readonly string[] = [
  '的',
  '啊',
  '呀',
  '呢',
  '哦',
  '噢',
  '喔',
  '吧',
  '了',
  '哈',
  '啦',
  '嘛',
  '诶',
  '呗',
  '滴',
  '咯',
  '耶',
  '哎',
  '么',
  '来着',
  '好像',
  '应该',
  '可能',
  '谢谢',
  'please',
  'thanks',
  'thank you',
  'though',
  'unfortunately',
  'sorry',
  'i think',
  'i guess',
  'i believe',
  'i suppose',
  'probably',
  'actually',
  'really',
  'lol',
  'mate',
  'man',
  'bro',
  'so far',
  'right now',
  'at all',
];

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

/** A whole clause that says yes; endings such as 的, 啊 and "it does" are dropped before. */
export const yesWords = new Set(
  `yes|yep|yeah|yup|ya|yea|sure|correct|right|true|exactly|indeed|of course|absolutely|definitely|certainly|affirmative|y|ok|okay|
   i think so|i believe so|that is right|thats right|i do|i did|i am|i can|i have|it does|it is|it did|it can|they do|they are|
   they can|we do|we are|there is|there are|probably|mostly yes
   是|是的|对|对的|嗯|嗯嗯|恩|可以|能|行|有|有的|没错|当然|好|好的|确实|确实是|是这样|是啊|对啊|对呀|应该是|应该有|应该能|应该可以|会|会的|都有|也是|
   也有|也可以|也能|也行|一样|正是|肯定|算是|可以的|能的|行的|要|需要`.split(/\s*[|\n]\s*/),
);

export const noWords = new Set(
  `no|nope|nah|not really|not at all|never|negative|n|no way|not yet|not that i know|i do not|i did not|i am not|i can not|i have not|
   it does not|it is not|it did not|it can not|they do not|they are not|they can not|we do not|we are not|there is not|none|
   i do not think so|i think not|incorrect|wrong|false|not so
   不|不是|不是的|没有|没|没有的|不能|不行|不可以|否|不对|并没有|并不是|不会|都没有|都不行|都不能|也不行|也不能|也没有|也不是|也不可以|
   不用|不要|不需要|从来没有|没有过|不存在|应该不是|应该没有|应该不能|应该不行|好像没有|好像不是|还没有|还没|无`.split(
    /\s*[|\n]\s*/,
  ),
);

/** Anywhere in a short message. */
export const unknownPhrases: readonly string[] = [
  'not sure',
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
  'unsure',
  'unknown',
  'forgot',
  'idk',
  'hard to say',
  'do not understand the question',
  'how would i know',
  'how do i know',
  'how can i tell',
  'how do i check',
  'never checked',
  'did not check',
  'have not checked',
  'skip',
  '不知道',
  '不清楚',
  '不确定',
  '说不好',
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
  '没看',
  '看不出',
  '不懂',
  '搞不清',
  '不了解',
  '没试过',
  '没留意',
  '怎么看',
  '随便',
  '跳过',
  '不晓得',
  '吃不准',
  '拿不准',
  '哪知道',
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
  '谢谢',
  'please',
  'thanks',
  'thank you',
  'though',
  'unfortunately',
];

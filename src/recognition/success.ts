import { fold } from '../languages/fold.ts';
import { splitWords } from '../languages/words.ts';

/** It goes under a condition, elsewhere or at another time: that is news of the case, and no success. */
const qualified =
  /\b(?:only|if|wish|when|once|unless|yesterday|before|earlier|used to|until|elsewhere|for others|with sudo|as (?:root|admin|administrator)|on (?:my|the|another|a different) (?:phone|laptop|other|old|pc|device|computer)|in (?:incognito|safe mode|a private window))\b|用sudo|[才]|只有|如果|昨天|之前|以前|原来|手机上|热点|流量|别的|别人|换台|换个|换了?(?:手机|电脑|设备)|要是/u;
/** It goes for somebody else. */
const others =
  /(?:同事|同学|别人|大家|他们|朋友|室友|家人|其他人)[^,，]{0,4}(?:能|可以|正常|没事|没问题|好)|\b(?:colleagues?|coworkers?|roommate|others|everyone else|friends?|wife|husband|boss|he|she|they)\b.{0,20}\b(?:can|works?|fine|ok|got|gets|opens?)\b/u;
/** It asks. */
const asks = /[?？]\s*$|[吗呢]\s*$|.{4}吧\s*$/u;
const explicit =
  /\b(?:works|worked|working|fixed|solved|sorted|resolved|gone|went|goes) ?(?:now|fine|great|well|again|through|away|perfectly)?\b|\b(?:fine|ok|okay|good|stable|running|back|quiet) (?:now|again)\b|好了|可以了|行了|通了|好使|管用|有效|解决|搞定|成功|恢复|正常了|没问题了|[发传收打连登上]?(?:得了|出去了|过去了|上了)|能[发传收打连登用]/u;
/** In so few words somebody says how it went and nothing else. */
const mostWords = 4;
const mostCharacters = 6;

/** Whether words that sound like success really say that the trouble is over: "works now", 杀了就好了; not "with sudo it works". */
export function saysSuccess(text: string): boolean {
  const said = fold(text).text;
  if (qualified.test(said) || others.test(said) || asks.test(said)) return false;
  const words = splitWords(said);
  const latin = words.filter(({ script }) => script === 'latin').length;
  const isShort = latin <= mostWords && words.length - latin <= mostCharacters;
  return isShort || explicit.test(said);
}

/** Names whose last word says what the thing is: a phone's hotspot is a hotspot and no phone. Their other words are not heard. */
export const compoundNames: readonly string[] = [
  "(phone|phone's|mobile|iphone|android) (hotspot|hot spot|tethering|data|wifi)",
  'phone as (a|my|) (hotspot|modem)',
  '(手机|安卓|苹果)(的|开|开的|)(热点|流量|网络|数据)',
];

/** Words that mean nothing apart: in 发给同事 the colleague has no trouble, but gets the file. */
export const wholes: readonly string[] = [
  '(给|发|传|发给|传给|告诉|问)(别人|其他人|同事|同学|朋友|室友|领导|老板|大家|家人)',
  '(send|sending|sends|sent|goes|go|works) (it|them|this|files|a file|the file|) (to|with|for) (my|the|a|other|some|) (colleague|colleagues|coworker|coworkers|classmate|classmates|roommate|friends|friend|people|others|boss|other people)',
  '(reset|restart) (network|router) settings',
  '(就|只有|只)我们',
  '(phone|mobile|tablet|laptop|pc|computer|it|that|this|everything|else) works',
];

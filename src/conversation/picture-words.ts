const names =
  'image|img|photo|picture|pic|screenshot|screen shot|screen grab|sticker|gif|图片?|照片|相片|截图|截屏|动画表情|动图';
/** What chats leave where a picture stood, when it is copied or forwarded as text: "[image]", 【图片】, ![a](b.png). */
const placeholder = new RegExp(
  `[[【](?:an? )?(?:${names})(?:[:：][^\\]】\\n]{0,80})?[\\]】]|!\\[[^\\]\\n]{0,200}\\]\\([^)\\s]{1,500}\\)`,
  'giu',
);
/** `Screenshot 2024-05-01.png`: other names of files may answer what file it is about. */
const screenshotFile =
  /^(?:screen[ _-]?shot|屏幕截图|(?:qq|微信)?截图|截屏|snip)[^\n]{0,60}\.(?:png|jpe?g|webp)$/iu;
/** A whole message that only points at a picture. The name alone may answer what kind of file it is about. */
const pointer = new RegExp(
  [
    `(?:please |pls )?(?:see|look at|check|here is|here's|heres|attached is)(?: the| my| this| a)?(?: attached)? (?:${names})s?(?: attached| above| below| here| please)?`,
    `(?:the |my |a )?(?:${names})s? (?:is )?(?:attached|above|below)`,
    '(?:请|你)?(?:看|见|如)(?:一下|下)?(?:附|上|这张|我的|这个|我发的)?(?:图片?|截图|截屏|照片)(?:所示)?',
    '(?:图片?|截图|截屏|照片)(?:如下|在上面|在下面|如上|发了|发你了)',
  ]
    .map((form) => `^(?:${form})$`)
    .join('|'),
  'iu',
);

/**
 * The words of a message without what stands in it for pictures, which nobody here can see; '' when nothing else is
 * said. Without any such mark the message comes back as it is.
 */
export function withoutPictures(words: string): string {
  const rest = words.replace(placeholder, ' ').trim();
  const bare = rest.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
  const isMarked = rest.length !== words.trim().length;
  if (isMarked && bare === '') return '';
  if (screenshotFile.test(rest) || pointer.test(bare)) return '';
  return isMarked ? rest : words;
}

import { fold } from './fold.ts';

/** Names and short forms that people write in any language: they say nothing about which one this is. */
const neutralWords = new Set(
  `ok qq tim windows win mac macos macbook linux ubuntu deepin ios ipad iphone android vpn wifi dns ip ipv pdf zip exe
   apk txt word excel ppt app bot pc cpu slack discord telegram wechat http https www com code error x kb mb gb hi`.split(
    /\s+/,
  ),
);

/** The commonest small words of languages that are also written in plain Latin letters, without those that English has too. */
const foreignWords = new Set(
  `je ne pas mon ma mes est les des une pour avec dans qui que sur vous nous mais cette fichier peux comment
   der das und nicht ich mein meine ist ein eine wie mit auf kann datei warum geht keine wird
   el los las una por para como puedo archivo mi esta muy pero porque enviar cuando hola
   il di che non posso perche sono della questo inviare ciao
   nao meu minha arquivo voce uma consigo quando
   saya tidak bisa dengan yang dan ini untuk tidak kenapa mengirim
   ik het een niet mijn bestand kan waarom van
   khong toi duoc gui loi tai sao cua la nie jak moj plik czy ben bir icin dosya neden`.split(/\s+/),
);

const englishWords = new Set(
  `the a an is are was it its i you he she we they my your this that these to of in on at for from with by and or but not no
   do does did can could will would should have has had be been what why how when where which who help please cannot
   file files send sending when after before just only still even me there if so then says said get got keeps yes
   shows show message messages fails failed work works working worked problem need want tried use using opens appears`.split(
    /\s+/,
  ),
);

/** Names such as `err_connection_reset` are the program's words, whoever pastes them. */
const programNames = /[\p{L}\p{N}]+(?:_[\p{L}\p{N}]+)+/gu;

const quoted = /「[^」]{0,300}」|『[^』]{0,300}』|“[^”]{0,300}”|"[^"\n]{0,300}"/g;

interface Evidence {
  readonly han: number;
  readonly kana: number;
  readonly otherLetters: number;
  readonly latinWords: readonly string[];
}

function evidenceIn(text: string): Evidence {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return {
    han: count(/\p{Script=Han}/gu),
    kana: count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu),
    otherLetters: count(/[^\P{L}\p{Script=Han}\p{Script=Latin}\p{Script=Hiragana}\p{Script=Katakana}]/gu),
    latinWords: (
      text.replace(programNames, ' ').match(/(?<![\p{L}\p{N}])[a-z]+(?![\p{L}\p{N}])/gu) ?? []
    ).filter((word) => !neutralWords.has(word)),
  };
}

function isForeign(latinWords: readonly string[]): boolean {
  const foreign = latinWords.filter((word) => foreignWords.has(word)).length;
  return foreign > 0 && foreign > latinWords.filter((word) => englishWords.has(word)).length;
}

/** Beside Chinese, up to three words that are no common words of English are names of programs: "npm 报 EACCES". */
function areNames(latinWords: readonly string[], han: number): boolean {
  const words = latinWords.filter((word) => word.length > 1);
  const english = words.filter((word) => englishWords.has(word)).length;
  return english === 0 ? words.length <= 3 : english === 1 && han > 1 && words.length <= 5;
}

/** About as many Chinese characters as this say what one English word says. */
const hanPerWord = 1.7;

function languageOf(evidence: Evidence): 'en' | 'zh' | 'other' {
  const { han, kana, otherLetters, latinWords } = evidence;
  if (kana > 1 && kana * 4 > han) return 'other';
  if (otherLetters > han && otherLetters > latinWords.join('').length) return 'other';
  if (han > 0 && (han / hanPerWord >= latinWords.length || areNames(latinWords, han))) return 'zh';
  return latinWords.length === 0 || isForeign(latinWords) ? 'other' : 'en';
}

/**
 * The language a message is written in. `other` for every further language, and for messages that show none (a bare
 * code, a number, "QQ"): keep the language of the talk then. Only the first 4,000 characters are looked at.
 */
export function detectLanguage(text: string): 'en' | 'zh' | 'other' {
  const { text: folded } = fold(text.slice(0, 4000));
  // What a program said, quoted, is not the person's own language; unless there is nothing else.
  const own = languageOf(evidenceIn(folded.replace(quoted, ' ')));
  return own === 'other' ? languageOf(evidenceIn(folded)) : own;
}

import { type Detector, freeLeft, freeRight } from './detector.ts';

/** Weights of the 17 digits and the check characters by remainder (GB 11643-1999, ISO 7064 MOD 11-2). */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

function isChineseId(value: string): boolean {
  const characters = value.replaceAll(/[ -]/g, '').toUpperCase();
  const sum = weights.reduce((total, weight, place) => total + weight * Number(characters[place]), 0);
  return checkCharacters[sum % 11] === characters[17];
}

/** The check digit of payment cards (ISO/IEC 7812-1, Luhn). */
function isCard(value: string): boolean {
  const number = value.replaceAll(/[ -]/g, '');
  if (!cardShape.test(number)) return false;
  const digits = [...number].reverse().map(Number);
  const sum = digits.reduce((total, digit, place) => {
    const counted = place % 2 === 0 ? digit : digit * 2;
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0 && new Set(digits).size > 1;
}

/**
 * Beginnings and lengths by which card networks number: Visa 4 (13, 16), Mastercard 51–55 and 2221–2720 (16), American
 * Express 34, 37 (15), Discover 6011, 644–649, 65 (16), Diners 300–305, 36, 38 (14), JCB 3528–3589 (16), UnionPay 62 and
 * 81 (16–19), Mir 2200–2204 (16), and 9558, 19 digits, of Chinese savings cards older than UnionPay.
 */
const plainCards = [
  '4\\d{12}(?:\\d{3})?',
  '(?:5[1-5]\\d\\d|222[1-9]|22[3-9]\\d|2[3-6]\\d\\d|27[01]\\d|2720|220[0-4]|6011|64[4-9]\\d|65\\d\\d|352[89]|35[3-8]\\d)\\d{12}',
  '3[47]\\d{13}',
  '3(?:0[0-5]|[68]\\d)\\d{11}',
  '(?:62|81)\\d{14,17}',
  '9558\\d{15}',
].join('|');
const cardShape = new RegExp(`^(?:${plainCards})$`);
/** As they stand on the card, in fours; American Express 4-6-5. */
const spacedCards =
  '(?:[24-6]\\d{3}|81\\d{2}|35\\d{2}|9558)([ -])\\d{4}\\1\\d{4}\\1\\d{4}(?:\\1\\d{1,3})?|3[47]\\d{2}([ -])\\d{6}\\2\\d{5}';

/** Numbers that name a person by law or by bank; each has a check digit. */
export const numberDetectors: readonly Detector[] = [
  {
    name: 'Chinese identity number',
    kind: 'id',
    pattern: new RegExp(
      `${freeLeft}[1-8]\\d{5}[ -]?(?:18|19|20)\\d{2}[ -]?(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[ -]?\\d{3}[\\dXx]${freeRight}`,
      'g',
    ),
    holds: isChineseId,
  },
  {
    name: 'Chinese identity number of 15 digits, called so',
    kind: 'id',
    pattern: new RegExp(
      `(?<keep>身份证号?码?\\s?(?:[:：]|是|为)?\\s{0,2})[1-8]\\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}${freeRight}`,
      'g',
    ),
  },
  {
    name: 'payment card',
    kind: 'card',
    pattern: new RegExp(
      `(?<![+#])${freeLeft}(?<!\\d[ -])(?:${plainCards}|${spacedCards})${freeRight}(?![ -]\\d{4})`,
      'g',
    ),
    holds: isCard,
  },
];

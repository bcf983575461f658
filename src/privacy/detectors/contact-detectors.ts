import { type Detector, freeLeft, freeRight } from './detector.ts';

/** 13,958,643,712 bytes has the shape of a Chinese mobile number. */
const notASize = '(?!\\s{0,2}(?:bytes?\\b|[KMGT]i?B\\b|B\\b|字节|个字节))';

/** What counts bytes or places says so. */
const notCounted = '(?<!(?:size|length|bytes|offset|count|total|position|大小|长度|字节数?)\\s?[=:]?\\s?)';

/** Country codes in use (ITU-T E.164 assignments), so that +2147942487 stays the error code it is. */
const countryCode =
  '(?:7|2(?:0|7|1[12368]|[2-4]\\d|5[0-8]|6\\d|9[0179])|3(?:[0-469]|[57]\\d|8[0-35-9])|4(?:[013-9]|2[013])' +
  '|5(?:[1-8]|[09]\\d)|6(?:[0-6]|7[02-9]|8\\d|9[0-2])|8(?:[1246]|5[02356]|8[068])|9(?:[0-58]|[67]\\d|9[2-8]))';
/** A digit and what may stand before it within a number. */
const next = '(?:[ .-]?\\(?\\d\\)?)';

/** How to reach somebody: mail and telephone. */
export const contactDetectors: readonly Detector[] = [
  {
    name: 'mail address',
    kind: 'email',
    // Longer than 64 characters before the @ is no address (RFC 5321 §4.5.3.1.1). git@host:path names a repository.
    pattern:
      /(?<![A-Za-z0-9._%+-])(?!git@)[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}[A-Za-z]{2,24}/g,
  },
  {
    name: 'Chinese mobile',
    kind: 'phone',
    pattern: new RegExp(
      `${notCounted}(?<!\\+)${freeLeft}(?:\\(?\\+?\\(?86\\)?[ -]?)?1[3-9]\\d(?:([ -]?)\\d{4}\\1\\d{4}|[ -]\\d{8})${freeRight}${notASize}`,
      'g',
    ),
  },
  {
    name: 'number with country code',
    kind: 'phone',
    pattern: new RegExp(
      `(?<![A-Za-z0-9_])(?:\\+|00(?=86|852|853|886))(?:1${next}{10}|${countryCode}${next}{7,12})${freeRight}${notASize}`,
      'g',
    ),
  },
  {
    name: 'Chinese landline',
    kind: 'phone',
    pattern: new RegExp(
      `${freeLeft}(?:[(（](?:010|02\\d|0[3-9]\\d{2})[)）] ?|(?:010|02\\d|0[3-9]\\d{2})[ -]?)[2-9]\\d{2,3}[ -]?\\d{4}(?:-\\d{1,6})?${freeRight}${notASize}`,
      'g',
    ),
  },
  {
    name: 'number that the word before it calls a telephone',
    kind: 'phone',
    pattern: new RegExp(
      `(?<keep>(?:\\b(?:phone|tel|telephone|mobile|cell|whatsapp|call me)\\.?(?: ?(?:number|no\\.?|nr\\.?))?|手机号?码?|电话号?码?|联系方式)\\s?(?:[:=：]|\\bis\\b|\\bat\\b|是|为)\\s{0,2})(?:\\(\\d{2,4}\\)[ .-]?)?\\d(?:[ .-]?\\d){6,13}${freeRight}`,
      'gi',
    ),
  },
];

import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/languages/detect-language.ts';

describe('detectLanguage', () => {
  it.each([
    ["QQ won't send my file", 'en'],
    ['upload fails with error 87', 'en'],
    ['help', 'en'],
    ['QQ提示服务器拒绝了您发送离线文件怎么办', 'zh'],
    ['QQ檔案傳送失敗', 'zh'],
    ['我的 QQ upload file 失败了怎么办', 'zh'],
    ['浏览器 ERR_CONNECTION_RESET', 'zh'],
    ['npm 报 CERT_HAS_EXPIRED', 'zh'],
    ['npm install 报 EACCES', 'zh'],
    ['the page says 拒绝 and then nothing', 'en'],
    ['QQ shows 拒绝 message', 'en'],
    ['QQ says 「服务器拒绝了您发送离线文件」 what should I do', 'en'],
    ['mon fichier ne part pas', 'other'],
    ['ich kann die Datei nicht senden', 'other'],
    ['no puedo enviar el archivo', 'other'],
    ['não consigo enviar o arquivo', 'other'],
    ['ファイルを送信できません', 'other'],
    ['파일을 보낼 수 없습니다', 'other'],
    ['Привет, файл не отправляется', 'other'],
    ['الملف لا يرسل', 'other'],
    // These show no language: a talk keeps the one it has.
    ['0x80070057', 'other'],
    ['QQ', 'other'],
    ['2', 'other'],
    ['', 'other'],
  ])('%s → %s', (text, expected) => {
    expect(detectLanguage(text)).toBe(expected);
  });
});

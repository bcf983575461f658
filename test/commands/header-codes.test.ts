import { describe, expect, it } from 'vitest';
import { codesOfHeader } from '../../src/commands/header-codes.ts';

describe('a C header', () => {
  it('gives its codes counted from their base, with brackets and remarks or without', () => {
    const header = `#define SEC_ERROR_BASE (-0x2000)
#define SEC_ERROR_LIMIT (SEC_ERROR_BASE + 1000)
typedef enum {
    SEC_ERROR_IO = SEC_ERROR_BASE + 0,
    SEC_ERROR_UNKNOWN_ISSUER = SEC_ERROR_BASE + 13,
    SSL_ERROR_NO_CERTIFICATE /*_ALERT */    = (SEC_ERROR_BASE +  22),
    SEC_INTERNAL_ONLY = (SEC_ERROR_BASE + 39),
    SEC_ERROR_ELSEWHERE = (OTHER_BASE + 1),
`;
    expect(codesOfHeader('firefox_nss', header)).toEqual([
      { family: 'firefox_nss', code: '-8192', symbol: 'SEC_ERROR_IO' },
      { family: 'firefox_nss', code: '-8179', symbol: 'SEC_ERROR_UNKNOWN_ISSUER' },
      { family: 'firefox_nss', code: '-8170', symbol: 'SSL_ERROR_NO_CERTIFICATE' },
    ]);
  });
});

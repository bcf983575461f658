import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode32, hex32 } from '../../../src/recognition/codes/decode.ts';

describe('decode32', () => {
  it.each([
    [
      0x80070057,
      {
        family: 'hresult',
        severity: 'error',
        facility: 7,
        facilityName: 'WIN32',
        code: 87,
        inner: { family: 'win32', code: '87', how: 'facility 7' },
      },
    ],
    [-2147024809, { family: 'hresult', hex: '0x80070057', signed: -2147024809, unsigned: 2147942487 }],
    [2147942487, { family: 'hresult', hex: '0x80070057', signed: -2147024809, unsigned: 2147942487 }],
    [0xc0000005, { family: 'ntstatus', severity: 'error', facility: 0, code: 5, signed: -1073741819 }],
    [0x40000000, { family: 'ntstatus', severity: 'informational' }],
    [
      0xd0000005,
      { family: 'hresult', inner: { family: 'ntstatus', code: '0xC0000005', how: 'NTSTATUS bit' } },
    ],
    [
      0x90000005,
      { family: 'hresult', inner: { family: 'ntstatus', code: '0x80000005', how: 'NTSTATUS bit' } },
    ],
    [
      0x80190194,
      {
        family: 'hresult',
        facility: 25,
        facilityName: 'HTTP',
        inner: { family: 'http', code: '404', how: 'facility 25' },
      },
    ],
    [
      0xc0070005,
      {
        family: 'ntstatus',
        facilityName: 'NTWIN32',
        inner: { family: 'win32', code: '5', how: 'facility 7' },
      },
    ],
    [0x88760005, { family: 'hresult', facility: 0x876, facilityName: 'D3D' }],
    [0xc00d1163, { family: 'hresult', facilityName: 'MEDIASERVER' }],
    [0xa0070057, { family: 'hresult', customer: true }],
    [0, { family: 'hresult', severity: 'success', hex: '0x00000000' }],
  ])('%d', (value, expected) => {
    expect(decode32(value)).toMatchObject(expected);
  });

  it('claims nothing inside of a code made by a program’s maker', () => {
    expect(decode32(0xa0070057).inner).toBeUndefined();
  });

  it('claims no HTTP status that does not exist', () => {
    expect(decode32(0x80190001).inner).toBeUndefined();
  });

  it('reads signed, unsigned and hex as the same code, for every 32-bit value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (value) => {
        const decoded = decode32(value);
        expect(decode32(decoded.signed)).toEqual(decoded);
        expect(decode32(Number(decoded.hex))).toEqual(decoded);
        expect(decoded.unsigned).toBe(value);
        expect(decoded.hex).toBe(hex32(value));
        expect(decoded.code).toBe(value % 0x10000);
      }),
    );
  });

  it.each([0.5, Number.NaN, 2 ** 32, -(2 ** 31) - 1, Number.POSITIVE_INFINITY])(
    'throws for %d, naming it',
    (value) => {
      expect(() => decode32(value)).toThrow(RangeError);
      expect(() => decode32(value)).toThrow(String(value));
    },
  );
});

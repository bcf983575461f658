import { hresultFacility, httpFacility, ntstatusFacility, win32Facility } from './facilities.ts';

type Severity = 'success' | 'informational' | 'warning' | 'error';

/** A code of another family that is carried inside. */
interface Inner {
  readonly family: 'win32' | 'ntstatus' | 'http';
  /** As the family prints it: decimal, or 0x + 8 hex digits for ntstatus. */
  readonly code: string;
  /** How it was found, e.g. `facility 7`. */
  readonly how: string;
}

/** What the bits of a 32-bit Windows code say by themselves, without any table of names. */
export interface Decoded {
  /** Which of the two layouts it was read as, judged by its shape. */
  readonly family: 'hresult' | 'ntstatus';
  /** 0x and 8 capital hex digits. */
  readonly hex: string;
  /** −2147483648 … 2147483647. */
  readonly signed: number;
  /** 0 … 4294967295. */
  readonly unsigned: number;
  readonly severity: Severity;
  /** Made by a program's maker, not by Microsoft. */
  readonly customer: boolean;
  readonly facility: number;
  /** As winerror.h or ntstatus.h name it, without FACILITY_. */
  readonly facilityName?: string;
  /** The low 16 bits. */
  readonly code: number;
  readonly inner?: Inner;
}

const customerBit = 0x20000000;
/** Set by HRESULT_FROM_NT: the rest is an NTSTATUS. */
const ntBit = 0x10000000;

/**
 * The first half of codes that begin with 0xC or 0x4 and are HRESULTs all the same: the failure of a licence check,
 * media, message queues, graphics, event log, BITS and setup set a bit that usually marks an NTSTATUS.
 */
const hresultHalves = new Set([
  0xc004, 0xc009, 0xc00d, 0xc00e, 0xc026, 0xc031, 0xc034, 0xc0aa, 0xc121, 0xc122, 0xc151, 0xc190, 0xc926,
  0xc927, 0xc928, 0xc9c5, 0x4004, 0x400d, 0x4026, 0x4121,
]);

/** 0x + 8 capital hex digits of an unsigned 32-bit value. */
export function hex32(unsigned: number): string {
  return `0x${unsigned.toString(16).toUpperCase().padStart(8, '0')}`;
}

function familyOf(unsigned: number): 'hresult' | 'ntstatus' {
  const nibble = unsigned >>> 28;
  const hasStatusShape = nibble === 0xc || nibble === 0xe || nibble === 0x4;
  return hasStatusShape && !hresultHalves.has(unsigned >>> 16) ? 'ntstatus' : 'hresult';
}

function isHttpStatus(number: number): boolean {
  return number >= 100 && number <= 599;
}

function innerOf(family: 'hresult' | 'ntstatus', unsigned: number, facility: number): Inner | undefined {
  const low = unsigned & 0xffff;
  if ((unsigned & customerBit) !== 0) return undefined;
  if (facility === win32Facility) return { family: 'win32', code: String(low), how: 'facility 7' };
  if (family === 'ntstatus') return undefined;
  if (facility === httpFacility && isHttpStatus(low))
    return { family: 'http', code: String(low), how: 'facility 25' };
  if (unsigned >>> 28 === 0x9 || unsigned >>> 28 === 0xd) {
    return { family: 'ntstatus', code: hex32((unsigned & ~ntBit) >>> 0), how: 'NTSTATUS bit' };
  }
  return undefined;
}

const severities: readonly Severity[] = ['success', 'informational', 'warning', 'error'];

function severityOf(family: 'hresult' | 'ntstatus', unsigned: number): Severity {
  if (family === 'ntstatus') return severities[unsigned >>> 30] ?? 'error';
  return unsigned >>> 31 === 1 ? 'error' : 'success';
}

/**
 * Takes a 32-bit code apart, by the published layouts of HRESULT and NTSTATUS.
 * @param value signed or unsigned: an integer from −2147483648 to 4294967295.
 * @throws RangeError for anything else; that is a mistake of the caller, not of the person who typed it.
 */
export function decode32(value: number): Decoded {
  if (!Number.isInteger(value) || value < -0x80000000 || value > 0xffffffff) {
    throw new RangeError(
      `decode32: ${value} is not a 32-bit integer; pass one from -2147483648 to 4294967295`,
    );
  }
  const unsigned = value >>> 0;
  const family = familyOf(unsigned);
  const facility = family === 'ntstatus' ? ntstatusFacility(unsigned) : hresultFacility(unsigned);
  const inner = innerOf(family, unsigned, facility.number);
  return {
    family,
    hex: hex32(unsigned),
    signed: unsigned | 0,
    unsigned,
    severity: severityOf(family, unsigned),
    customer: (unsigned & customerBit) !== 0,
    facility: facility.number,
    ...(facility.name === undefined ? {} : { facilityName: facility.name }),
    code: unsigned & 0xffff,
    ...(inner === undefined ? {} : { inner }),
  };
}

import type { Sentences } from '../../languages/language.ts';
import type { Block } from '../../message.ts';
import { decode32 } from '../../recognition/codes/decode.ts';
import type { CodeSighting } from '../../recognition/recognition.ts';
import type { Turn } from '../turn.ts';

/** What a 32-bit code says by itself, as rows; nothing for codes that are no such number. */
export function codeRows(turn: Turn, sighting: CodeSighting): Block[] {
  const value = bitsOf(sighting);
  if (value === null) return [];
  const hasFields = sighting.family !== 'hresult' || value <= sFalse || value > mostPlain;
  return [{ type: 'rows', rows: rowsOf(decode32(value), turn.sentences, { ...sighting, hasFields }) }];
}

/** The two HRESULTs that mean success, S_OK and S_FALSE. */
const sFalse = 1;
/** Without any upper bit it is a program's own number: 0x0000011B is no "success", and belongs to no module. */
const mostPlain = 0xffff;

function rowsOf(
  decoded: ReturnType<typeof decode32>,
  sentences: Sentences,
  { symbol, hasFields }: Pick<CodeSighting, 'symbol'> & { readonly hasFields: boolean },
) {
  const { facility, facilityName, inner } = decoded;
  const rows = [
    { label: sentences.rowHex, value: decoded.hex },
    { label: sentences.rowSigned, value: String(decoded.signed) },
    { label: sentences.rowUnsigned, value: String(decoded.unsigned) },
  ];
  if (hasFields) {
    rows.push({ label: sentences.rowSeverity, value: sentences.severity(decoded.severity) });
    rows.push({
      label: sentences.rowFacility,
      value: facilityName ? `${facilityName} (${facility})` : String(facility),
    });
  }
  if (inner) rows.push({ label: sentences.rowInner, value: `${inner.family} ${inner.code}` });
  if (symbol) rows.push({ label: sentences.rowSymbol, value: symbol });
  return rows;
}

/** The 32-bit value behind a sighting, also when a ladder led on to another family. */
function bitsOf({ family, code, via }: CodeSighting): number | null {
  const own = family === 'hresult' || family === 'ntstatus' ? code : via?.match(/0x[0-9A-F]{8}/i)?.[0];
  return own ? Number(own) : null;
}

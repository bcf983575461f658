import type { CodeSighting } from '../recognition.ts';

const numbered = new Set(['mysql', 'mariadb']);
/** What stands between the two: `ERROR 1045 (28000)`, `SQLSTATE[28000] [1045]`, `SQLSTATE[42S02]: … 1146`. */
const between = /^[\s()[\]:]{1,4}$/;

function areBeside(one: CodeSighting, other: CodeSighting, text: string): boolean {
  const [first, second] = one.span[0] < other.span[0] ? [one, other] : [other, one];
  return between.test(text.slice(first.span[1], second.span[0]));
}

/**
 * MySQL prints the standard's SQLSTATE beside its own number: the same five characters are a PostgreSQL code elsewhere,
 * and here they are not.
 */
export function statesBeside(codes: readonly CodeSighting[], text: string): readonly CodeSighting[] {
  const own = codes.filter(({ family }) => numbered.has(family));
  if (own.length === 0) return codes;
  return codes.map((code) => {
    const isState = code.family === 'postgresql' && own.some((one) => areBeside(one, code, text));
    const standard = code.also?.find(({ family }) => family === 'sqlstate_odbc');
    if (!isState || !standard) return code;
    const { also: _also, symbol: _symbol, ...plain } = code;
    return { ...plain, ...standard, sure: true, rivals: 1 };
  });
}

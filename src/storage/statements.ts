import type { Database, RunResult } from 'better-sqlite3';

/** What the database was made to do since it was opened; benches print it, because counts do not jitter. */
export interface Counters {
  transactions: number;
  /** Pieces of work that shared those transactions. */
  pieces: number;
  statements: number;
}

/** A statement compiled once and run often; `Parameters` in the order of its question marks, `Row` what it selects. */
interface Statement<Parameters extends unknown[], Row> {
  run(...parameters: Parameters): RunResult;
  get(...parameters: Parameters): Row | undefined;
  all(...parameters: Parameters): Row[];
}

export type Prepare = <Parameters extends unknown[], Row = never>(sql: string) => Statement<Parameters, Row>;

/** Compiles statements that count themselves. */
export function createPrepare(database: Database, counters: Counters): Prepare {
  return <Parameters extends unknown[], Row>(sql: string): Statement<Parameters, Row> => {
    const statement = database.prepare<Parameters, Row>(sql);
    // The declared type is conditional on Parameters; for a tuple it is always this one.
    const compiled = statement as Statement<Parameters, Row>;
    return {
      run(...parameters) {
        counters.statements += 1;
        return compiled.run(...parameters);
      },
      get(...parameters) {
        counters.statements += 1;
        return compiled.get(...parameters);
      },
      all(...parameters) {
        counters.statements += 1;
        return compiled.all(...parameters);
      },
    };
  };
}

import { redact } from '../src/privacy/redact.ts';
import { type Judged, judge, redactionCorpus, scored } from '../test/fixtures/redaction-corpus.ts';
import { printReport, type Row, rowOf } from './report.ts';

/**
 * `npm run bench:redaction`: how much of what is private is hidden, and how much of what is hidden was private, over
 * the labelled corpus; and what it costs in processor time.
 */
const runs = 5;
const judged = redactionCorpus().map(judge);
for (const wrong of judged.filter(({ missed, needless }) => missed + needless > 0))
  process.stdout.write(`  ${wrong.missed ? 'missed' : 'needless'}: ${JSON.stringify(wrong.redacted)}\n`);

printReport('redaction', [
  ...['en', 'zh'].flatMap((language) =>
    figures(
      language,
      judged.filter((one) => one.language === language),
    ),
  ),
  ...figures('all', judged),
  rowOf({ name: 'a line of the corpus', subject: 'askfix', metric: 'processor time', unit: 'µs' }, costs()),
]);

function figures(name: string, lines: readonly Judged[]): Row[] {
  const { recall, precision } = scored(lines);
  const half = lines.filter(({ secrets }) => secrets.length === 0).length;
  const of = `${name}: ${lines.length} lines, ${half} look-alikes`;
  return [
    rowOf({ name: of, subject: 'askfix', metric: 'recall', unit: '' }, [recall]),
    rowOf({ name: of, subject: 'askfix', metric: 'precision', unit: '' }, [precision]),
  ];
}

/** Microseconds of processor time per line, one value a run. */
function costs(): number[] {
  const once = () => {
    const before = process.cpuUsage();
    for (let round = 0; round < 20; round += 1) for (const { text } of judged) redact(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / (20 * judged.length);
  };
  once();
  return Array.from({ length: runs }, once);
}

import { causesAlike, weaklyRepaired } from '../diagnosis/model-faults.ts';
import type { Pack } from '../knowledge/knowledge.ts';
import { textIn } from '../languages/text.ts';
import type { SimulateOptions, SimulationReport } from './simulate.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** A simulation as one page without scripts or anything from elsewhere, for whoever writes the knowledge. */
export function reportPage(pack: Pack, options: SimulateOptions, report: SimulationReport): string {
  const title = `${textIn(pack.title, 'en')}: ${options.runs} simulated people`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${style}</style></head><body><main>
<h1>${escaped(title)}</h1>
<p>Opening “${options.opening}”, people “${escaped(options.users)}”, seed ${options.seed}${options.problem ? `, problem ${escaped(options.problem)}` : ''}.</p>
${figures(report)}
<h2>Resolved within so many turns</h2>${curve(report)}
<h2>Resolved per cause</h2><p>The thin line is the 95 % interval.</p>${bars(pack, report)}
${faults(pack, options, report)}
</main></body></html>
`;
}

const style = `
body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#1d2733;background:#fff}
main{max-width:56rem;margin:0 auto;padding:1.5rem}
dl{display:flex;flex-wrap:wrap;gap:.5rem 2rem}dt{color:#5a6675}dd{margin:0;font-size:1.4rem}
svg{width:100%;height:auto}text{font:12px system-ui,sans-serif;fill:#1d2733}
@media (prefers-color-scheme:dark){body{color:#e4e9ef;background:#12171d}text{fill:#e4e9ef}dt{color:#9aa7b5}}`;

function figures(report: SimulationReport): string {
  const [low, high] = report.resolvedInterval;
  const rows = [
    ['Resolved', `${percent(report.resolved)} (${percent(low)} to ${percent(high)})`],
    ['Turns', `${report.turns.mean.toFixed(1)}, 95 % at most ${report.turns.p95}`],
    ['Minutes', report.minutes.mean.toFixed(1)],
    ['Handed over', percent(report.handedOver)],
    ['Dead ends', String(report.deadEnds)],
  ];
  return `<dl>${rows.map(([term, value]) => `<div><dt>${term}</dt><dd>${value}</dd></div>`).join('')}</dl>`;
}

/** The share of people resolved after 1, 2, … turns. */
function curve({ resolvedAt, runs }: SimulationReport): string {
  let sum = 0;
  const width = 640 / Math.max(1, resolvedAt.length - 1);
  const points = resolvedAt.map((count, index) => {
    sum += count;
    return `${(40 + index * width).toFixed(1)},${(180 - (160 * sum) / Math.max(1, runs)).toFixed(1)}`;
  });
  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const y = 180 - 160 * share;
    return `<line x1="40" x2="680" y1="${y}" y2="${y}" stroke="#8893a0" stroke-opacity=".35"/><text x="34" y="${y + 4}" text-anchor="end">${share * 100}</text>`;
  });
  return `<svg viewBox="0 0 700 205" role="img" aria-label="Share of people resolved within so many turns">${grid.join('')}
<polyline fill="none" stroke="#2f6fdb" stroke-width="2.5" points="${points.join(' ')}"/>
<text x="40" y="200">1 turn</text><text x="680" y="200" text-anchor="end">${resolvedAt.length} turns</text></svg>`;
}

function bars(pack: Pack, { perCause }: SimulationReport): string {
  const causes = Object.entries(perCause).sort(
    ([, one], [, two]) => one.resolved / one.runs - two.resolved / two.runs,
  );
  const rows = causes.map(([id, { runs, resolved }], index) => {
    const y = index * 22;
    const x = (share: number) => (300 + 320 * share).toFixed(1);
    const [low, high] = wilsonInterval(resolved, runs);
    return `<text x="294" y="${y + 15}" text-anchor="end">${escaped(shortened(textIn(pack.causes[id]?.title ?? { en: id }, 'en')))}</text>
<rect x="300" y="${y + 4}" width="${((320 * resolved) / runs).toFixed(1)}" height="14" fill="#2f6fdb"/>
<line x1="${x(low)}" x2="${x(high)}" y1="${y + 11}" y2="${y + 11}" stroke="#e08a1e" stroke-width="2"/>
<text x="628" y="${y + 15}">${resolved} of ${runs}</text>`;
  });
  return `<svg viewBox="0 0 700 ${causes.length * 22 + 4}" role="img" aria-label="Share resolved per cause">${rows.join('')}</svg>`;
}

function faults(pack: Pack, { problem }: SimulateOptions, { asked }: SimulationReport): string {
  const problems = Object.values(pack.problems).filter(({ id }) => problem === undefined || id === problem);
  const askable = new Set(problems.flatMap(({ observations }) => observations));
  const never = [...askable].filter((id) => pack.observations[id]?.ask && !asked[id]);
  const alike = problems.flatMap((one) =>
    causesAlike(pack, one).map(([first, second]) => `${first} and ${second} (${one.id})`),
  );
  const weak = problems.flatMap((one) => weaklyRepaired(pack, one));
  return [
    list('Questions that were never worth asking', never),
    list('Causes that no question tells apart, though their fixes differ', alike),
    list('Causes without a fix that usually helps', weak),
  ].join('');
}

function list(title: string, items: readonly string[]): string {
  const unique = [...new Set(items)];
  const body =
    unique.length > 0
      ? `<ul>${unique.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
      : '<p>None.</p>';
  return `<h2>${title}</h2>${body}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function shortened(words: string): string {
  return words.length > 46 ? `${words.slice(0, 45)}…` : words;
}

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

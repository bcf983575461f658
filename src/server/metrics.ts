/** One measured quantity in the words of Prometheus' text format. */
export interface Metric {
  /** `askfix_…`, lower case with underscores; counters end in `_total`. */
  readonly name: string;
  readonly help: string;
  readonly kind: 'counter' | 'gauge';
  readonly samples: readonly Sample[];
}

interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Metrics → the text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/). */
export function renderMetrics(metrics: readonly Metric[]): string {
  return metrics.map(renderMetric).join('');
}

function renderMetric({ name, help, kind, samples }: Metric): string {
  const head = `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}\n# TYPE ${name} ${kind}\n`;
  return head + samples.map((sample) => `${name}${renderLabels(sample.labels)} ${sample.value}\n`).join('');
}

function renderLabels(labels: Readonly<Record<string, string>> = {}): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function escapeLabel(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

/** What this process says about itself, under the names that Prometheus' dashboards look for. */
export function processMetrics(): readonly Metric[] {
  const startedAt = (performance.timeOrigin / 1000).toFixed(3);
  return [
    gauge('process_start_time_seconds', 'When the process started, in Unix seconds.', Number(startedAt)),
    gauge('process_resident_memory_bytes', 'Resident memory.', process.memoryUsage.rss()),
  ];
}

function gauge(name: string, help: string, value: number): Metric {
  return { name, help, kind: 'gauge', samples: [{ value }] };
}

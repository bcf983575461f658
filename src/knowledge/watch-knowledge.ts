import { contentHash } from './content-hash.ts';
import { type Finding, hasErrors } from './finding.ts';
import { folderSignature } from './folder-signature.ts';
import type { Knowledge } from './knowledge.ts';
import { type LoadOptions, loadKnowledge } from './load-knowledge.ts';
import { openPacks } from './read/open-packs.ts';

export interface WatchOptions extends LoadOptions {
  /** Version of the knowledge in use. */
  readonly current: string;
  /** Called with knowledge that passed every check; `findings` holds warnings. */
  readonly onChange: (knowledge: Knowledge, findings: readonly Finding[]) => void;
  /** Called once for each state of the files that cannot be used; what is in use stays in use. */
  readonly onRefused: (findings: readonly Finding[]) => void;
  /** Milliseconds between two looks at the folders. */
  readonly intervalMs?: number;
}

export interface KnowledgeWatch {
  /** Looks no more. A reload that is under way ends without calling back. */
  stop(): void;
}

const DEFAULT_INTERVAL_MS = 250;
/** Looking may take so much of the time, and no more: with a thousand files it would slow down who waits for answers. */
const SHARE_OF_TIME = 0.02;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Looks at the knowledge folders again and again, and reloads when their files have changed and then stayed the same
 * for one interval: editors write in several steps. Looking costs about a millisecond for some hundred files and, unlike
 * the system's notifications, also works on network drives, in containers, and with editors that replace files.
 * Does not keep the process alive.
 */
export function watchKnowledge(options: WatchOptions): KnowledgeWatch {
  const watch = new Watch(options);
  const { intervalMs = DEFAULT_INTERVAL_MS } = options;
  let timer: NodeJS.Timeout;
  function lookLater(pauseMs: number): void {
    timer = setTimeout(() => {
      const started = performance.now();
      void watch.look();
      const tookMs = performance.now() - started;
      lookLater(Math.max(intervalMs, Math.min(LONGEST_PAUSE_MS, tookMs / SHARE_OF_TIME)));
    }, pauseMs).unref();
  }
  lookLater(intervalMs);
  return {
    stop: () => {
      clearTimeout(timer);
      watch.isStopped = true;
    },
  };
}

class Watch {
  isStopped = false;
  readonly #options: WatchOptions;
  #current: string;
  #isBusy = false;
  /** What the folders looked like when they were last read, and at the last look. */
  #handled = '';
  #lastLook = '';

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#current = options.current;
  }

  async look(): Promise<void> {
    if (this.#isBusy || this.isStopped) return;
    const signature = folderSignature(this.#options.folders);
    const isSettled = signature === this.#lastLook;
    this.#lastLook = signature;
    if (!isSettled || signature === this.#handled) return;
    this.#handled = signature;
    this.#isBusy = true;
    try {
      await this.#reload();
    } finally {
      this.#isBusy = false;
    }
  }

  async #reload(): Promise<void> {
    if (this.#isCurrent()) return;
    const { knowledge, findings } = await loadKnowledge(this.#options);
    if (this.isStopped) return;
    if (knowledge === undefined) {
      this.#options.onRefused(findings);
    } else if (knowledge.version !== this.#current) {
      this.#current = knowledge.version;
      this.#options.onChange(knowledge, findings);
    }
  }

  #isCurrent(): boolean {
    const opened = openPacks(this.#options.folders, this.#options.packs);
    const findings = [opened, ...opened.packs, ...opened.codes].flatMap((part) => part.findings);
    return !hasErrors(findings) && contentHash([...opened.packs, ...opened.codes]) === this.#current;
  }
}

import { quote } from '../finding.ts';
import type { Check } from './check.ts';
import { shownTexts } from './shown-texts.ts';

export const fixWithoutSource: Check = {
  name: 'fix-without-source',
  why: 'Advice that nobody can trace is how harmful advice comes in.',
  *check(sources) {
    for (const entry of sources.fixes.values()) {
      const { sources: from = [], judgement } = entry.source;
      if (from.length > 0 || judgement === true) continue;
      const tip = 'Say where it comes from, or write "judgement: true" if it is your considered opinion.';
      yield { entry, path: [], found: 'no source', expected: '"sources" or "judgement: true"', tip };
    }
  },
};

export const riskWithoutWarning: Check = {
  name: 'risk-without-warning',
  why: 'People agree to a risk only when they are told what it is.',
  *check(sources) {
    for (const entry of sources.fixes.values()) {
      if (entry.source.risk === 'low' || entry.source.warning !== undefined) continue;
      const tip = 'Say in one sentence what can be lost; it is shown before the steps.';
      yield {
        entry,
        path: ['risk'],
        found: `risk ${entry.source.risk}`,
        expected: '"warning" beside it',
        tip,
      };
    }
  },
};

/** Programs and PowerShell verbs with something after them: a command, not a word of the sentence. */
const commandLike =
  /`|\b(?:sudo|netsh|ipconfig|nslookup|pathping|certutil|sfc|dism|attrib|chmod|chflags|icacls|reg|w32tm|networksetup|resolvectl|systemctl|flatpak|diskutil) +[-/\w]|\b(?:Get|Set|Add|Remove|Test|Resolve|Enable|Disable)-[A-Z][A-Za-z]+ +[-'"\w]/;

export const commandOutsideProcedure: Check = {
  name: 'command-outside-procedure',
  why: 'A command needs its system, rights, side effect and way back beside it; only a procedure has room for those.',
  *check(sources) {
    for (const { entry, path, text } of shownTexts(sources)) {
      if (entry.folder === 'procedures' || !commandLike.test(text)) continue;
      const tip =
        'Move the command to procedures/ and write "use: <procedure>" in the fix. (Names of files and buttons go into “ ” or 「」.)';
      yield { entry, path, found: quote(text), expected: 'words, no commands or backticks', tip };
    }
  },
};

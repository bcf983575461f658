const severities = { success: 'success', informational: 'information', warning: 'warning', error: 'error' };

/** Sentences in English: error codes. */
export const codesInEnglish = {
  codeFound: (code: string) => `About the code ${code}:`,
  codeOnlyFor: (app: string) =>
    `I can go through it with you for ${app}. If another program shows it, the code means the same, but these questions and steps may not fit.`,
  codeUnknown: (code: string) =>
    `I have nothing reliable on ${code} and do not want to guess. Which program shows it, and what are its exact words?`,
  codeTitle: (code: string, family: string) => `${code}: ${family}`,
  codeNameOnly:
    'The code and its name are all I have; I have no tested explanation of it and do not want to guess one.',
  codeNumberOnly: 'The list has this number, but no name or meaning for it, and I do not want to guess one.',
  codeAdvice: (family: string, advice: string) => `What helps with most of them (${family}): ${advice}`,
  codeUnknownIn: (code: string, family: string) =>
    `${code} looks like: ${family}. My list of those does not have it, and I do not want to guess.`,
  codeDidYouMean: (typed: string) => `I do not know ${typed}. Is it one of these?`,
  codeAlso: (codes: readonly string[]) => `Also in your text: ${codes.join('; ')}.`,
  codeTimes: (code: string, count: number) => (count > 1 ? `${code} (${count} times)` : code),
  rowDescription: 'what it stands for',
  codeDecoded: 'What can be read from the number itself:',
  codeChoose: (code: string) => `${code} means different things in different places. Where do you see it?`,
  rowHex: 'hex',
  rowSigned: 'signed',
  rowUnsigned: 'unsigned',
  rowSeverity: 'severity',
  rowFacility: 'facility',
  rowInner: 'inner code',
  severity: (severity: keyof typeof severities) => severities[severity],
  rowSymbol: 'name',
};

/** Markup that is safe to put into a page. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html | readonly Html[];

/** A template whose values are escaped, unless they are made by this template themselves. */
export function html(pieces: TemplateStringsArray, ...values: readonly Part[]): Html {
  return { markup: pieces.reduce((made, piece, index) => made + markupOf(values[index - 1]) + piece) };
}

function markupOf(value: Part | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}

import { z } from 'zod';
import { folderSchemas, packSchema } from './schema.ts';

/**
 * JSON Schemas for editors, by file name: what `# yaml-language-server: $schema=…` at the top of knowledge files names.
 * Editors read YAML with numbers and booleans where Askfix keeps every scalar as typed, so both kinds are allowed there.
 */
export function editorSchemas(): Record<string, string> {
  const schemas = Object.entries({ pack: packSchema, ...folderSchemas });
  return Object.fromEntries(
    schemas.map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(editorSchema(schema), null, 2)}\n`,
    ]),
  );
}

function editorSchema(schema: z.ZodType): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(schema, { io: 'input', override: ({ jsonSchema }) => loosen(jsonSchema) });
}

/** Lets editors accept `minutes: 5` and `judgement: true`, which they do not take for strings. */
function loosen(schema: z.core.JSONSchema.BaseSchema): void {
  const values = schema.enum?.map(String) ?? [];
  if (values.length > 0 && values.every((value) => /^(?:\d+|true|false)$/.test(value))) {
    schema.enum = [...new Set([...values, ...values.map((value): string => JSON.parse(value))])];
    delete schema.type;
  } else if (values.length === 0 && schema.type === 'string') {
    Object.assign(schema, { type: ['string', 'number', 'boolean'] });
  }
}

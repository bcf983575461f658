import { z } from 'zod';
import type { Path } from './parse-yaml.ts';

/** The keys that `schema` knows for the mapping at `path`; [] where any key may stand or the path leads nowhere. */
export function schemaKeys(schema: z.core.$ZodType, path: Path): readonly string[] {
  const [first, ...rest] = path;
  for (const option of optionsOf(schema)) {
    if (first === undefined) {
      const keys = keysOf(option);
      if (keys.length > 0) return keys;
      continue;
    }
    const inner = childOf(option, first);
    const keys = inner === undefined ? [] : schemaKeys(inner, rest);
    if (keys.length > 0) return keys;
  }
  return [];
}

/** The schemas that may stand behind wrappers such as optional, default, union and transform. */
function optionsOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return optionsOf(schema.def.innerType);
  if (schema instanceof z.ZodPipe) return optionsOf(schema.def.in);
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap(optionsOf);
  return [schema];
}

function keysOf(schema: z.core.$ZodType): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodRecord && schema.def.keyType instanceof z.ZodEnum)
    return schema.def.keyType.options.map(String);
  return [];
}

function childOf(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject && typeof key === 'string') return schema.shape[key];
  if (schema instanceof z.ZodRecord) return schema.def.valueType;
  if (schema instanceof z.ZodArray) return schema.def.element;
  return undefined;
}

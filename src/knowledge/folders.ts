/** Names that reading a pack needs before anything is parsed; the schemas of what the folders hold stand in schema.ts. */
export const folders = ['problems', 'causes', 'observations', 'fixes', 'procedures', 'articles'] as const;
export type Folder = (typeof folders)[number];

export function isFolder(name: string): name is Folder {
  return (folders as readonly string[]).includes(name);
}

export const systemNames = ['windows', 'macos', 'linux', 'android', 'ios'] as const;

/**
 * File names are ids; a slug sorts, links and types easily in every chat. Digits alone would change the order of keys,
 * and `constructor` is a name that every JavaScript object answers to.
 */
export const idPattern = /^(?!(?:\d+|constructor)$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

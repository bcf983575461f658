import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { limits, readPackFiles } from '../../../src/knowledge/read/read-files.ts';
import { temporaryFolder, writeFiles } from '../sample-pack.ts';

function read(root: string) {
  const { files, findings } = readPackFiles('p', root);
  return {
    files: files.map(({ folder, id }) => `${folder}/${id}`),
    findings: findings.map(({ rule, file }) => `${rule} ${file.slice(root.length + 1)}`),
  };
}

describe('readPackFiles', () => {
  it('reads pack.yaml and the known folders in the order of their names, and leaves notes and leftovers alone', () => {
    const root = temporaryFolder();
    const ignored = [
      'README.md',
      'LICENSE',
      '.git/x',
      'causes/.b.yaml.swp',
      'causes/b.yaml~',
      'causes/4913',
      'causes/#b.yaml#',
    ];
    writeFiles(root, Object.fromEntries(ignored.map((path) => [path, 'x'])));
    writeFiles(root, { 'causes/b.yaml': '', 'causes/a.yaml': '', 'pack.yaml': '', 'fixes/c.yaml': '' });
    expect(read(root)).toEqual({ files: ['causes/a', 'causes/b', 'fixes/c', 'pack/pack'], findings: [] });
  });

  it('names what it does not know instead of passing it over', () => {
    const root = temporaryFolder();
    writeFiles(root, { 'cause/a.yaml': '', 'causes/a.yml': '', 'causes/deep/a.yaml': '', 'notes.yaml': '' });
    expect(read(root)).toEqual({
      files: [],
      findings: [
        'file-name cause',
        'file-name causes/a.yml',
        'file-name causes/deep',
        'file-name notes.yaml',
      ],
    });
    expect(readPackFiles('p', root).findings[0]?.tip).toContain('Did you mean "causes"?');
  });

  it('follows no link, neither of a file nor of a folder', () => {
    const root = temporaryFolder();
    const outside = temporaryFolder();
    writeFiles(outside, { 'secret.yaml': 'title: secret' });
    mkdirSync(join(root, 'causes'));
    symlinkSync(join(outside, 'secret.yaml'), join(root, 'causes', 'a.yaml'));
    symlinkSync(outside, join(root, 'fixes'));
    symlinkSync(join(outside, 'none.yaml'), join(root, 'pack.yaml'));
    expect(read(root)).toEqual({
      files: [],
      findings: ['file-kind causes/a.yaml', 'file-kind fixes', 'file-kind pack.yaml'],
    });
  });

  it('does not read a file that is too large', () => {
    const root = temporaryFolder();
    writeFiles(root, {
      'causes/fits.yaml': 'x'.repeat(limits.fileBytes),
      'causes/large.yaml': 'x'.repeat(limits.fileBytes + 1),
    });
    expect(read(root)).toEqual({ files: ['causes/fits'], findings: ['file-size causes/large.yaml'] });
  });

  it('stops at the size of a pack, and says so once', () => {
    const root = temporaryFolder();
    const count = Math.ceil(limits.packBytes / limits.fileBytes) + 3;
    const names = Array.from(
      { length: count },
      (_, index) => `causes/c${String(index).padStart(3, '0')}.yaml`,
    );
    writeFiles(root, Object.fromEntries(names.map((name) => [name, 'x'.repeat(limits.fileBytes)])));
    const { files, findings } = read(root);
    expect(files.length).toBe(limits.packBytes / limits.fileBytes);
    expect(findings).toEqual([`pack-size ${names[files.length]}`]);
  });

  it('stops at the number of files, and says so once', () => {
    const root = temporaryFolder();
    const names = Array.from(
      { length: limits.packFiles + 5 },
      (_, index) => `causes/c${10_000 + index}.yaml`,
    );
    writeFiles(root, Object.fromEntries(names.map((name) => [name, ''])));
    const { files, findings } = read(root);
    expect(files.length).toBe(limits.packFiles);
    expect(findings).toEqual([`pack-size causes/c${10_000 + limits.packFiles}.yaml`]);
  });

  it.skipIf(process.getuid?.() === 0)('names a file that it may not read', () => {
    const root = temporaryFolder();
    writeFiles(root, { 'causes/a.yaml': '' });
    chmodSync(join(root, 'causes/a.yaml'), 0);
    expect(read(root)).toEqual({ files: [], findings: ['file-unreadable causes/a.yaml'] });
  });
});

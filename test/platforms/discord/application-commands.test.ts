import type { APIApplicationCommand } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { registrationOf, wantedCommands } from '../../../src/platforms/discord/application-commands.ts';

/** As Discord gives commands back: with ids, and with everything that was left out filled in. */
function stored(commands: readonly object[]): APIApplicationCommand[] {
  return commands.map((command, index) => ({
    id: `${index}`,
    application_id: '1',
    version: '7',
    description: '',
    description_localizations: null,
    default_member_permissions: null,
    nsfw: false,
    ...structuredClone(command),
  })) as APIApplicationCommand[];
}

describe('the commands', () => {
  it('are /fix with one suggested text, and one for messages, in Chinese too', () => {
    const [fix, diagnose] = wantedCommands(true);
    expect(fix).toMatchObject({ name: 'fix', options: [{ type: 3, autocomplete: true, required: true }] });
    expect(diagnose).toMatchObject({ type: 3, name: 'Diagnose this message' });
    for (const command of wantedCommands(true)) {
      expect(command.name_localizations?.['zh-CN']).toMatch(/诊断/);
      expect(command).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
    }
  });

  it('say for one server only what Discord takes there', () => {
    for (const command of wantedCommands(false)) {
      expect(command).not.toHaveProperty('contexts');
      expect(command).not.toHaveProperty('integration_types');
    }
  });

  it('keep within what names and descriptions may be', () => {
    for (const command of wantedCommands(true)) {
      const names = [command.name, ...Object.values(command.name_localizations ?? {})];
      for (const name of names) expect([...(name ?? '')].length).toBeLessThanOrEqual(32);
      if ('description' in command) expect(command.description?.length).toBeLessThanOrEqual(100);
    }
  });
});

describe('a registration', () => {
  it('writes everything where nothing is', () => {
    expect(registrationOf([], wantedCommands(true)).changed).toEqual(['fix', 'Diagnose this message']);
  });

  it('changes nothing the second time', () => {
    for (const isGlobal of [true, false]) {
      const wanted = wantedCommands(isGlobal);
      expect(registrationOf(stored(wanted), wanted).changed).toEqual([]);
    }
  });

  it('names what differs, however deep', () => {
    const wanted = wantedCommands(true);
    const [fix, diagnose] = stored(wanted);
    const older = {
      ...fix,
      options: [{ ...fix?.options?.[0], autocomplete: false }],
    } as APIApplicationCommand;
    const found = registrationOf([older, diagnose as APIApplicationCommand], wanted);
    expect(found.changed).toEqual(['fix']);
  });

  it('leaves commands of others alone', () => {
    const other = stored([{ type: 1, name: 'weather', description: 'of today' }]);
    const { body } = registrationOf(other, wantedCommands(true));
    expect(body).toContainEqual(other[0]);
    expect(body).toHaveLength(3);
  });
});

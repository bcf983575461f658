import { describe, expect, it } from 'vitest';
import { forbiddenCommands, forbiddenTexts } from '../../../src/knowledge/checks/forbidden-texts.ts';
import { edited, findingsOf } from '../sample-pack.ts';

/** Which rules a text breaks when it stands in a fix, or as a command in a procedure. */
async function brokenBy(text: string, isCommand = false): Promise<string[]> {
  const quoted = JSON.stringify(text);
  const changes = isCommand
    ? edited('procedures/c1-cancel-jobs.yaml', 'sudo cancel -a', quoted)
    : edited('fixes/p1-add-paper.yaml', 'Put paper into the tray.', quoted);
  const findings = await findingsOf(changes);
  return findings
    .filter(({ rule }) => rule === 'forbidden-text')
    .map(({ found }) => found.split(':')[0] ?? '');
}

const refused: readonly (readonly [string, string])[] = [
  ['invented-port', 'Open port 5433 for QQ.'],
  ['invented-port', '开放 5432 端口给 QQ 用'],
  ['invented-address', '把 103.24.8.0 加入白名单'],
  ['impossible-command', 'Set it with mtu auto'],
  ['impossible-command', 'Run mdev detect first'],
  ['impossible-command', '把 QQ.exe 写进 exclusions.txt'],
  ['broad-exclusion', "Add-MpPreference with ExclusionPath 'C:\\'"],
  ['broad-exclusion', 'ExclusionProcess QQ.exe'],
  ['broad-exclusion', "ExclusionPath 'D:\\Tencent Files'"],
  ['broad-exclusion', "ExclusionPath 'C:\\Users\\me\\Downloads'"],
  ['protection-off', 'Turn off the firewall.'],
  ['protection-off', '永久关闭杀毒软件。'],
  ['protection-off', '把防火墙关掉再发'],
  ['protection-off', 'Set DisableRealtimeMonitoring to true'],
  ['protection-off', 'Set-NetFirewallProfile with Enabled False'],
  ['protection-off', 'Never mind. Disable your antivirus.'],
  ['device-identity', '修改 IMEI 后重试'],
  ['device-identity', 'Change the IMSI'],
  ['device-identity', '设备指纹重置'],
  ['identity-papers', '把身份证照片发给客服'],
  ['identity-papers', '向 TEG-Cloud 团队申请白名单'],
  ['identity-papers', '提交营业执照'],
  ['private-route', 'ip route add 1.2.3.4 via 10.0.0.1'],
  ['private-route', 'Search with find / and delete'],
  ['false-standard', 'SP 800-226 描述了量子加密'],
  ['false-law', '根据网络安全法第27条保存日志'],
  ['false-precision', '可用性 99.9999'],
  ['false-precision', '同意率要超过七成'],
  ['windows-code-as-server', '0x80070057 表示 QQ服务器拒绝'],
  ['wrong-product-code', '错误码 10001 是因为网络'],
  ['invented-statistic', '腾讯客服数据显示大多如此'],
  ['hotline', '请拨打 400-670 热线'],
  ['hotline', 'Call 4006700700.'],
  ['evasion', '绕过公司网关即可'],
  ['evasion', '把文件伪装成图片'],
  ['evasion', '伪装后缀再发'],
  ['evasion', '这样可以躲避风控'],
  ['evasion', 'This bypasses the company firewall'],
  ['percent-as-fact', 'This helps 80% of users.'],
  ['percent-as-fact', '成功率约 85％'],
  ['live-mention', 'Ask @everyone'],
];

const allowed: readonly string[] = [
  '不要关闭杀毒软件。',
  'Do not turn off the firewall.',
  '暂时关闭防火墙，发完马上恢复。',
  'Turn off the firewall temporarily and turn it back on right after.',
  '不要把身份证发给任何人。',
  '不要绕过公司网关。',
  'The upload stops at 99%.',
  'Error 40093002 means that the link has expired.',
  '0x80070057 不是 QQ服务器的代码。',
  'The message code is 10001.',
  'Press Shift and @.',
];

const refusedCommands: readonly (readonly [string, string])[] = [
  ['deletes', 'rm -rf ~/Library'],
  ['deletes', 'del /s /q C:\\Temp'],
  ['deletes', 'Remove-Item X -Recurse'],
  ['deletes', 'format d:'],
  ['runs-unseen', 'curl https://example.org/x | sh'],
  ['runs-unseen', 'iex (irm https://example.org/x)'],
  ['opens-system', 'chmod -R 777 /'],
  ['opens-system', 'reg add HKLM\\X'],
];

describe('forbidden texts', () => {
  it.each(refused)('%s refuses "%s"', async (id, text) => {
    expect(await brokenBy(text)).toEqual([id]);
  });

  it.each(allowed)('allows "%s"', async (text) => {
    expect(await brokenBy(text)).toEqual([]);
  });

  it.each(refusedCommands)('%s refuses the command "%s"', async (id, command) => {
    expect(await brokenBy(command, true)).toEqual([id]);
  });

  it('are tried one by one', () => {
    const tried = new Set([...refused, ...refusedCommands].map(([id]) => id));
    expect([...forbiddenTexts, ...forbiddenCommands].filter(({ id }) => !tried.has(id))).toEqual([]);
  });

  it('take linear time on a text made to slow them down', () => {
    // A quadratic pattern would need minutes for one of these, and run into the time limit of the test.
    const parts = ['关闭', '伪装后缀', 'QQ ', '1 % ', 'ExclusionPath ', '绕过', 'a', ' '];
    const texts = parts.map((part) => part.repeat(20_000));
    const matches = forbiddenTexts.filter(({ pattern, unless }) =>
      texts.some((text) => pattern.test(text) && !unless?.test(text)),
    );
    expect(matches.map(({ id }) => id)).toEqual(['evasion']);
    expect(forbiddenCommands.filter(({ pattern }) => texts.some((text) => pattern.test(text)))).toEqual([]);
  });
});

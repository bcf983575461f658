/** Lines with numbers that are no codes: hashes, ids, versions, prices, phone numbers, dates, sizes. */
export function* linesThatAreNoCodes(count: number): Generator<string> {
  let state = 7;
  const random = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  const from = (characters: string) => (length: number) =>
    Array.from({ length }, () => characters[random(characters.length)]).join('');
  const hex = from('0123456789abcdef');
  const digits = from('0123456789');
  const kinds: readonly (() => string)[] = [
    () => `id ${hex(8)}`,
    () => hex(16),
    () => `trace=${hex(8).toUpperCase()}`,
    () => `request ${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`,
    () => `commit ${hex(40)}`,
    () => `md5 ${hex(32)}`,
    () => `merged ${hex(7)} into main`,
    () => `v${random(20)}.${random(30)}.${random(9999)}`,
    () => `upgraded from ${random(20)}.${random(30)}.${random(99)} to ${random(20)}.${random(30)}`,
    () => `¥${random(9999)}.${digits(2)}`,
    () => `价格 ${random(99_999)} 元`,
    () => `it costs $${random(9999)}`,
    () => `电话 1${digits(10)}`,
    () => `call +1 ${digits(3)}-${digits(3)}-${digits(4)}`,
    () => `手机号是13${digits(9)}`,
    () => `加我QQ ${digits(9)}`,
    () => `10.${random(255)}.${random(255)}.${random(255)}:${random(65_535)}`,
    () => `2026-0${1 + random(9)}-${10 + random(18)} ${10 + random(13)}:${digits(2)}:${digits(2)}`,
    () => `文件大小 ${random(9999)} MB`,
    () => `color: #${hex(6)}`,
    () => `at main.c:${random(9999)}:${random(99)}`,
    () => `pid ${random(99_999)} started`,
    () => `订单号 ${digits(12)}`,
    () => `listening on port ${random(65_535)}`,
    () => `Windows 11 2${random(5)}H2 build ${digits(5)}.${digits(4)}`,
    () => `我们有${random(9999)}个客户，第${random(99)}名`,
    () => `user ${digits(6)} logged in`,
    () => `验证码 ${digits(6)}，5分钟内有效`,
  ];
  for (let line = 0; line < count; line += 1) yield (kinds[line % kinds.length] as () => string)();
}

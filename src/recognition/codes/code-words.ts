/**
 * What a word says about the number beside it:
 * `code` an error code stands here · `error` very likely one · `hint` something went wrong · `link` passes on what stood
 * before it · `guard` the number is something else · `qualifier` makes a guard of a code word that follows (zip code) ·
 * `unit` the number before it was a quantity.
 */
export type Role = 'code' | 'error' | 'hint' | 'link' | 'guard' | 'qualifier' | 'unit';

/** The roles that speak for a code. */
export type KeyRole = Extract<Role, 'code' | 'error' | 'hint'>;

const latinWords: Readonly<Record<Role, string>> = {
  code: `code codes errcode err_code errorcode error_code errno errid retcode ret_code returncode hresult ntstatus hr rc
    exitcode exit_code statuscode status_code stopcode stop_code bugcheck error_number errornumber lasterror getlasterror closecode close_code`,
  error: 'error err bsod win32 winsock',
  hint: 'http fail fails failed failure status exit exits exiting exited stop result exception crash crashed return returned returns returning login close closed closes disconnect disconnected terminated quit says said throws threw got',
  qualifier:
    'zip postal post promo area verification invite discount country source qr bar gift coupon access security pin color colour',
  link: 'is was are the a with of no num number nr id value equals shows says showing called named keeps always still',
  guard: `phone tel telephone mobile cell call qq uid pid tid uin port version ver build line row column col seq size page order
    invoice ticket issue pr commit hash sha sha1 sha256 md5 crc32 guid uuid mac color colour price room year rev revision otp serial address account group isbn imei offset length`,
  unit: `errors b kb mb gb tb kib mib gib ms s sec secs second seconds min mins minute minutes hour hours day days week weeks month months
    year years fps px dpi hz khz mhz ghz times time files file people users items retries attempts percent st nd rd th
    am pm usd eur rmb cny yuan dollars bytes bit bits pages lines points kbps mbps`,
};

/** Words that begin like a unit and are none: `1366 字符不正确`. */
const noUnits = `字符 字段 字典 字体 字母 字幕 个人 次数 次要 人工 人员 元素 元数据 年份 月份 月底 日志 日期 时候 时间 分区 分片 分支 分布 分配 秒杀 条件 条目 份额
    页面 行为 行号 位置 位图 张贴 点击 度量 级别 级联 台式 台湾 路由 路径 强制 强行 班级 名字 名称 只能 只有 只要 只读 只是 家里 家庭 题目 排查 排序 排队 步骤 票据 层级
    集群 集合 集成 章节 件套 本机 本地 本来 本身 首页 首次 部署 部分 部门 套接字 套餐 双击 双方 间歇 间隔 期间 期限 周期 户口 组件 组织 队列 桌面 支持 支付 道具 回复 回滚 回退
    回调 回车 回答 顿时 块设备 天线 克隆 点开 点进 点了 千万 百度 时报 时出 时提 时怎`;

const hanWords: Readonly<Record<Role, string>> = {
  code: `错误代码 错误编号 错误代号 错误码 错误号 返回码 返回值 退出代码 退出码 状态码 异常代码 异常码 终止代码 停止代码 故障代码 报错代码 关闭码 断开码 响应码
    报错码 代码 失败码`,
  error: '错误 报错 出错 蓝屏',
  hint: '异常 崩溃 闪退 死机 失败 提示 返回 故障 报 登录 登陆 断开 断线 掉线 退出 弹出 弹窗 超时',
  qualifier: '',
  link: `${noUnits} 是 为 了 显示 写着 出现 号 一直 总是 老是 都 就 报名 报告 报价 报销 报到 报表 报纸 提示音 返回上`,
  guard: `股票代码 基金代码 邮政编码 国家代码 源代码 学校代码 院校代码 专业代码 考试代码 城市代码 地区代码 行政代码 课程代码
    项目代码 商品代码 产品代码 机构代码 信用代码 行业代码 部门代码 兑换码 取件码 取货码 门禁密码 密码 会议号 门牌 车次 验证码 邀请码 优惠码 激活码 提取码 订单号 订单 单号 快递 手机号 手机 电话 号码 群号 邮编
    账号 学号 工号 卡号 尾号 身份证 房间 端口 版本 编号 群 第 共 约 楼`,
  unit: '个 次 人 元 块 天 年 月 日 时 分 秒 楼 条 份 倍 兆 页 行 位 张 点 度 万 亿 千 百 级 折 岁 米 台 款 遍 路 强 班 名 辆 只 家 寸 斤 克 题 排 步 票 层 集 章 字 件 本 首 部 篇 种 杯 盒 袋 颗 根 套 双 架 座 栋 间 届 期 周 户 组 队 桌 支 棵 道 顿 回',
};

function read(table: Readonly<Record<Role, string>>): Map<string, Role> {
  const roles = new Map<string, Role>();
  for (const role of ['unit', 'qualifier', 'guard', 'link', 'hint', 'error', 'code'] as const) {
    for (const word of table[role].trim().split(/\s+/).filter(Boolean)) roles.set(word, role);
  }
  return roles;
}

const latinRoles = read(latinWords);
const longestLatin = 16;

/** Chinese words by their first character, longest first, so that 股票代码 is seen before 代码. */
const hanByFirst = Map.groupBy(
  [...read(hanWords)].sort(([left], [right]) => right.length - left.length),
  ([word]) => word.charCodeAt(0),
);

export function isKeyRole(role: Role | undefined): role is KeyRole {
  return role === 'code' || role === 'error' || role === 'hint';
}

/** The role of a Latin word, whatever its case. */
export function roleOfLatin(word: string): Role | undefined {
  return word.length > longestLatin ? undefined : latinRoles.get(word.toLowerCase());
}

/** The longest Chinese word with a role that begins at `index` of a normalised text. */
export function hanWordAt(
  text: string,
  index: number,
): { readonly role: Role; readonly length: number } | undefined {
  for (const [word, role] of hanByFirst.get(text.charCodeAt(index)) ?? []) {
    if (text.startsWith(word, index)) return { role, length: word.length };
  }
  return undefined;
}

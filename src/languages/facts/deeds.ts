import type { FactTopic } from './fact-table.ts';

const device =
  '(pc|computer|laptop|machine|mac|macbook|desktop|device|phone|iphone|android|tablet|ipad|box|everything)';
const app =
  '(app|application|program|client|browser|it|qq|tim|wechat|wecom|dingtalk|feishu|slack|discord|teams|zoom|chrome|firefox|edge|outlook)';
const router = '(router|modem|wifi|wi fi|network|hotspot|gateway)';
const otherNetwork = '(network|networks|wifi|wi fi|connection|hotspot|provider|router)';
const own = '(the|my|our|this|that|both|whole|entire|)';
const chineseDevice = '(电脑|笔记本|手机|机器|机子|设备|系统|平板|主机)';
const chineseApp = '(qq|tim|微信|软件|程序|客户端|应用|app|浏览器|钉钉|飞书|企业微信)';
const chineseRouter = '(路由器|路由|光猫|猫|wifi|网络|交换机)';
/** What stands between a thing and what was done with it: 路由器也拔了, 缓存已经清了. */
const also = '(也|都|已经|我|就|刚|刚刚|又|)';
/** How often, and that it is done. */
const done = '(过|了|完|好几|两|三|几|)';

/**
 * What people did before they asked. Only told deeds count, not questions ("should I restart?") nor denials (没重启过);
 * see `readDeeds`.
 */
export const deeds: FactTopic = {
  title: { en: 'Already tried', zh: '已经试过' },
  several: true,
  values: {
    'restarted-device': {
      label: { en: 'restarting the device', zh: '重启设备' },
      says: [
        `(restarted|rebooted|reset|restarting|power cycled) ${own} (work|old|new|) ${device}`,
        '(reboot|rebooted|rebooting|power cycled|hard reset)',
        `(turned|switched|powered|turning|switching|shut) ${own} (it|${device.slice(1, -1)}|) (off|down) and (then|back|) on`,
        '(off and on again|off and back on|off and on|shut down and started)',
        `(restart|restarting) ${own} ${device}`,
        `(gave|given) ${own} (it|${device.slice(1, -1)}) a (restart|reboot)`,
        `${device} (was|has been|got|is|) (restarted|rebooted)`,
        `(重启|重开|重新启动|关机重启|重开机|重新开机|开关机)${done}${chineseDevice}`,
        `${chineseDevice}${also}(重启|重开|重新启动|关机|重新开机)`,
        `${chineseDevice}…(重启|重新启动|重开机|重新开机)(过|了|完|两|三|好几)`,
        '(关机重开|开关机|关机再开|重开机|重新开机|关机重启)',
      ],
    },
    // A bare "restarted" may mean either.
    restarted: {
      label: { en: 'restarting', zh: '重启' },
      says: ['(restarted|restarting)', '(重启|重新启动)'],
    },
    'restarted-app': {
      label: { en: 'restarting the app', zh: '重启软件' },
      says: [
        `(restarted|reopened|relaunched|closed and reopened|quit and reopened|force quit|force closed|force stopped) ${own} ${app}`,
        `(quit|killed|closed) ${own} ${app.replace('|it|', '|')}`,
        '(quit|killed|closed) it and (opened|started|restarted|reopened)',
        `(opened|started) ${own} ${app} again`,
        '(reopened|relaunched)',
        `(重启|重开|重新打开|退出重进|关了重开|关掉重开)${done}${chineseApp}`,
        `${chineseApp}${also}(重启|重开|重新打开|退出重进|关了重开|关掉重开|杀)`,
        '(退了重进|退出重进|杀后台|杀进程|关了重开|关掉重开)',
      ],
    },
    'restarted-router': {
      label: { en: 'restarting the router', zh: '重启路由器' },
      says: [
        `(restarted|rebooted|restarting|rebooting|reset|power cycled|unplugged|replugged) ${own} ${router}`,
        `(turned|switched|powered) ${own} ${router} (off|down) and (then|back|) on`,
        `${router} (was|has been|got|is|) (restarted|rebooted|reset|off for|unplugged)`,
        `(重启|重开|重新启动|拔了|断电|重插)${done}${chineseRouter}`,
        `${chineseRouter}${also}(断电|拔|拔电|关了|)(了|)(再|又|)(重启|重开|断电|拔|重插|重新启动|重新插)`,
      ],
    },
    reinstalled: {
      label: { en: 'installing the app again', zh: '重装软件' },
      says: [
        '(reinstalled|re installed|reinstalling|fresh install|clean install|freshly installed)',
        '(uninstalled|removed|deleted|deinstalled) … (installed|reinstalled|downloaded|fresh|again|back on|it back)',
        '(installed) … (again|fresh|anew)',
        '(重装|重新安装|卸载重装|卸了重装|删了重装|卸载了重新|重新下载|重新装|重下|卸了装|装了又卸)',
        '(卸载|卸|删)(了|掉|完|)…(重装|重新装|重新安装|再装|又装|重新下)',
      ],
    },
    updated: {
      label: { en: 'updating the app', zh: '更新到最新版' },
      says: [
        `(already|have|just|also) (updated|upgraded) ${own} (${app.slice(1, -1)}|to the latest|to the newest|everything|all)`,
        '(updated|upgraded) (everything|all|all of it)',
        '(updated|upgraded) (it|) to the (latest|newest)',
        '(on|have|running|using|it is|is|got) the (latest|newest|most recent) (version|release|one|build)',
        `(updating|upgrading) ${own} (${app.slice(1, -1)}|) (did not|does not|made no|changed nothing)`,
        '(update|updating|upgrade|upgrading) did not (help|fix)',
        '(already|fully|all) up to date',
        'no (updates|update) available',
        '(已经|都|也|刚)(更新|升级|升)(到|成|过|了)(最新|)',
        '(更新|升级|升)(到|成|过|了)最新',
        '(是|用的|就是|已经是|装的)最新(版|的|版本)',
        '(更新|升级)(也|了也|过也|了还|了没|后也)(没用|不行|没好|一样|是|不管用)',
        '没有(更新|新版本|可更新)',
      ],
    },
    'cleared-cache': {
      label: { en: 'clearing the cache', zh: '清理缓存' },
      says: [
        `(cleared|emptied|deleted|wiped|flushed|clearing|cleaned|purged|nuked) (out|) ${own} (all|) (browser|app|dns|qq|chrome|) (cache|caches|cookies|app data|temp files|browsing data|history)`,
        '(cleared|emptied|deleted|wiped|flushed|cleaned|purged) … (cache|caches|cookies)',
        '(cache|caches|cookies) (was|were|is|are|has been|have been|all|got|) (cleared|emptied|deleted|wiped|flushed|purged)',
        '(清|清理|清除|清空|删|清了|删了|清掉)(过|了|完|掉|)(浏览器|软件|qq|微信|所有|全部|的|)(缓存|cookie|cookies|数据|垃圾)',
        '(缓存|cookie|cookies)(也|都|已经|全|我|)(清|删)',
      ],
    },
    'logged-in-again': {
      label: { en: 'logging in again', zh: '重新登录' },
      says: [
        '(logged|signed) (out|off) (of it|of everything|) (and|then) (back|) (in|on)',
        '(logged|signed) (out|off) … (logged|signed|back) (back|) (in|on)',
        '(logged|signed) (back|) (in|on) again',
        '(logging|signing) (out|back in)',
        're logged',
        '(relogged|relogin)',
        '(重新登录|重登|退出登录|退了重登|重新登陆|重新登)(过|了|也|还|好几次|几次|一遍|一次)',
        '(已经|都|也|试过)(重新登录|重登|退出重登|重新登陆)',
        '(退出|退了|注销)(账号|登录|)…(重新|又|再)登',
        '(换号|换了个号|换账号|换个账号)',
      ],
    },
    'changed-network': {
      label: { en: 'another network', zh: '换网络' },
      says: [
        `(tried|switched to|changed to|used) (another|a different|other|different|several|a second|two) ${otherNetwork}`,
        `(changed|switched) ${own} (network|networks|wifi|internet)`,
        '(switched|changed|went|moved) from (wifi|wi fi|cable|ethernet|lan|mobile|5g|4g|home|work) … to',
        '(tried|tested|used) … (neighbours|neighbor|neighbors|friends|other|hotel|parents|phones) (wifi|wi fi|network|internet|hotspot)',
        '(换了|换过|试过换|试了|换)(个|别的|其他|好几个|几个|不同的|了个|过)(网络|网|wifi|热点)',
        '(换|试)(了|过)(手机|别人的|邻居的|朋友的|)(网络|网|wifi|热点|流量)',
        '(网络|网|wifi)(也|都)换(了|过)',
      ],
    },
    'sent-again': {
      label: { en: 'sending it again', zh: '反复重发' },
      says: [
        '(tried|sent|resent|retried|uploaded|attempted) (it|that|this|) (like|about|maybe|at least|over|some|) (several|many|multiple|a few|a couple of|three|four|five|six|ten|twenty|a hundred|a million|a thousand|2|3|4|5|6|7|8|10|15|20|50|100|two|so many|lots of) times',
        '(over and over|again and again|time and again)',
        '(kept|keep) (trying|retrying|sending|resending|uploading)',
        '(重发|重传|试|发|传|重试)(了|过)(好几|几|很多|无数|好多|三|五|六|七|八|九|十|二十|多|两三|三四|五六|七八|不下十|上百|n|5|10)(来|几|)(次|遍|回)',
        '(反复|不停|不断|来回)(发|试|传|重发|重试|重传)',
        // 一直传 alone may only mean that it has not come to an end.
        '(一直|老是)(重发|重试|重传|试)',
      ],
    },
  },
};

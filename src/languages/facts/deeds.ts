import type { FactTopic } from './fact-table.ts';

const computer = '(pc|computer|laptop|machine|mac|windows|desktop)';
const app = '(app|application|program|client|qq|tim|it)';

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
        `(restarted|rebooted|reset) (my|the|this|both|) (${computer.slice(1, -1)}|phone|device|tablet|ipad|iphone)`,
        '(reboot|rebooted|rebooting|power cycled|turned it off and on|turning it off and on|off and on again)',
        '(restart|restarting) (the|my|) (pc|computer|laptop|phone|machine|device)',
        '(重启|重开|重新启动|关机重启|开关机)(过|了|完|)(电脑|手机|机器|设备|系统|平板)',
        '(电脑|手机|机器|设备|系统)(也|都|已经|)(重启|重开|重新启动)',
        '(关机重开|开关机|关机再开)',
      ],
    },
    'restarted-app': {
      label: { en: 'restarting the app', zh: '重启软件' },
      says: [
        `(restarted|reopened|relaunched|closed and reopened|quit and reopened|force quit|force closed|killed) (the|my|) ${app}`,
        '(restarted|restarting|reopened|relaunched)',
        '(重启|重开|重新打开|退出重进|关了重开)(过|了|)(qq|tim|软件|程序|客户端|应用|app)',
        '(qq|软件|程序|客户端|app)(也|都|已经|)(重启|重开|重新打开|退出重进)',
        '(重启|重新启动|退了重进|退出重进|杀后台)',
      ],
    },
    'restarted-router': {
      label: { en: 'restarting the router', zh: '重启路由器' },
      says: [
        '(restarted|rebooted|restarting|rebooting|reset|power cycled|unplugged) (the|my|our|) (router|modem|wifi|network|wi fi)',
        '(重启|重开|重新启动|拔了|断电)(过|了|)(路由器|路由|光猫|猫|wifi|网络)',
        '(路由器|路由|光猫|网络)(也|都|已经|)(重启|重开|断电)',
      ],
    },
    reinstalled: {
      label: { en: 'installing the app again', zh: '重装软件' },
      says: [
        '(reinstalled|re installed|reinstalling|fresh install|clean install|uninstalled and reinstalled|removed and installed|deleted and reinstalled)',
        '(installed) … again',
        '(重装|重新安装|卸载重装|卸了重装|删了重装|卸载了重新|重新下载|重新装|重下)',
      ],
    },
    updated: {
      label: { en: 'updating the app', zh: '更新到最新版' },
      says: [
        '(already|have|just|also) (updated|upgraded) (qq|the app|it|to the latest|to the newest|everything)',
        '(updated|upgraded) to the (latest|newest)',
        '(on|have|running|using|it is|is) the (latest|newest) (version|release)',
        '(updating|upgrading) (it|qq|the app|) (did not|does not|made no)',
        '(update|updating|upgrade|upgrading) did not (help|fix)',
        '(already|fully) up to date',
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
        '(cleared|emptied|deleted|wiped|flushed|clearing|cleaned) (the|my|all|) (cache|caches|cookies|app data|temp files|browsing data)',
        '(清|清理|清除|清空|删)(过|了|完|)(缓存|cookie|数据|垃圾)',
        '缓存(也|都|已经|)(清|删)',
      ],
    },
    'logged-in-again': {
      label: { en: 'logging in again', zh: '重新登录' },
      says: [
        '(logged|signed) (out and|out and back|off and|back) (in|on)',
        '(logged|signed) (in|on) again',
        '(logging|signing) (out|back in)',
        're logged',
        '(relogged|relogin)',
        '(重新登录|重登|退出登录|退了重登|重新登陆|重新登)(过|了|也|还|好几次|几次|一遍|一次)',
        '(已经|都|也|试过)(重新登录|重登|退出重登|重新登陆)',
        '(换号|换了个号|换账号|换个账号)',
      ],
    },
    'changed-network': {
      label: { en: 'another network', zh: '换网络' },
      says: [
        '(tried|switched to|changed to|used) (another|a different|other|different|several) (network|wifi|connection|networks)',
        '(changed|switched) (the|my|) (network|networks|wifi)',
        '(换了|换过|试过换|试了)(个|别的|其他|好几个|几个|)(网络|网|wifi)',
      ],
    },
    'sent-again': {
      label: { en: 'sending it again', zh: '反复重发' },
      says: [
        '(tried|sent|resent|retried) (it|) (several|many|multiple|a few|three|ten|a hundred|100|two|five) times',
        '(kept|keep) (trying|retrying|sending|resending)',
        '(重发|重传|试|发)(了|过)(好几|几|很多|无数|好多|三|十|多)(次|遍|回)',
        '反复(发|试|传|重发)',
      ],
    },
  },
};

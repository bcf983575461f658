import type { FactTopic } from './fact-table.ts';

const net = '(network|net|wifi|wi fi|lan|internet|connection)';

/** Which kind of network somebody is on. */
export const network: FactTopic = {
  title: { en: 'Network', zh: '网络' },
  values: {
    company: {
      label: { en: 'at work', zh: '公司网络' },
      says: [
        `(company|corporate|corp|office|work|workplace|enterprise|business) ${net}`,
        '(company|corporate|work|office) (computer|laptop|pc|machine|desktop)',
        '(at|from|in) (work|the office|my office|our office|our company|my company)',
        'corporate firewall',
        '(公司|单位|办公室|企业|办公|机关|工厂)(的|里的|内部|)(网络|网|wifi|内网|电脑|宽带)',
        '(在|连着|用)(公司|单位|办公室)',
        '(内网|办公网|专网)',
      ],
      answers: ['(work|office|company|corporate|job)', '(公司|单位|办公室|上班)'],
    },
    campus: {
      label: { en: 'campus network', zh: '校园网' },
      says: [
        `(campus|school|university|uni|college|dorm|dormitory|eduroam) ${net}`,
        '(at|from|in) (school|university|uni|college|campus|the dorm|my dorm)',
        'eduroam',
        '(校园网|学校的网|学校网|宿舍网|寝室网|学校wifi|宿舍wifi|教育网)',
        '在(学校|宿舍|寝室)',
      ],
      answers: ['(school|university|campus|dorm|college)', '(学校|宿舍|寝室|大学)'],
    },
    home: {
      label: { en: 'at home', zh: '家里' },
      says: [
        `(home|house|my own|my private) ${net}`,
        'home (broadband|router|fibre|fiber|dsl)',
        '(at|from) (home|my place|my house|my flat|my apartment)',
        '(家里|家中|自己家|我家|家用|自家)(的|)(网络|网|wifi|宽带|路由器|光纤)',
        '在(家|我家|自己家)',
      ],
      answers: ['(home|house|my place)', '(家|家里|家中|自己家|我家|自家)'],
    },
    public: {
      label: { en: 'public network', zh: '公共网络' },
      says: [
        `(public|hotel|airport|cafe|café|guest|library|train|hospital|mall|restaurant|starbucks) ${net}`,
        '(at|in) (a|the|my) (hotel|airport|cafe|coffee shop|library|hospital|mall)',
        '(公共|酒店|宾馆|机场|咖啡店|咖啡馆|星巴克|商场|图书馆|高铁|火车|医院|民宿)(的|)(网络|网|wifi|免费wifi)',
        '在(酒店|宾馆|机场|咖啡店|咖啡馆|星巴克|商场|图书馆|高铁上|火车上|医院)',
      ],
      answers: [
        '(hotel|airport|cafe|starbucks|library|train|public)',
        '(酒店|宾馆|机场|咖啡店|咖啡馆|星巴克|商场|图书馆|高铁|公共)',
      ],
    },
    mobile: {
      label: { en: 'mobile data', zh: '手机流量' },
      says: [
        '(on|using|over|with|via) (mobile data|cellular|cell data|cellular data|4g|5g|lte|my data plan|mobile internet)',
        '(用|开|走|连)(的|着|的是|)(流量|手机流量|移动数据|数据流量|手机网络|手机数据|4g|5g)',
        '没(连|开)wifi',
      ],
      answers: [
        '(mobile data|cellular|data|4g|5g|lte|sim|hotspot)',
        '(流量|移动数据|数据流量|手机网络|热点)',
      ],
    },
    wifi: {
      label: { en: 'Wi-Fi', zh: 'Wi-Fi' },
      says: [
        '(on|using|over|via) (the|my|our|) (wifi|wi fi|wlan)',
        '(连|用)(的|着|的是|了|)(wifi|无线网|无线)',
      ],
      answers: ['(wifi|wi fi|wlan|wireless)', '(无线网|无线)'],
    },
    wired: {
      label: { en: 'cable', zh: '网线' },
      says: ['(ethernet|network cable|lan cable|wired connection)', '(插|连|用)(的|着|的是|了|)(网线|有线)'],
      answers: ['(wired|cable)', '(网线|有线)'],
    },
  },
};

const tunnel = '(vpn|proxy|tunnel|game booster|accelerator|clash|v2ray|shadowsocks|wireguard|nordvpn|surge)';
const chineseTunnel = '(vpn|代理|加速器|梯子|clash|v2ray|小火箭|翻墙软件|科学上网|uu)';

/** Whether a VPN, proxy or accelerator is in the way. */
export const vpn: FactTopic = {
  title: { en: 'VPN or proxy', zh: 'VPN 或代理' },
  values: {
    on: {
      label: { en: 'on', zh: '开着' },
      says: [
        `(using|use|behind|running|through|over|via|connected to|on|have) (a|an|my|the|our|company|) ${tunnel}`,
        `${tunnel} (is|was) (on|running|active|connected|enabled)`,
        `(开着|开了|挂着|挂了|连着|用着|一直开|在用|用了|开的|要开|得开)(公司|公司的|单位的|学校的|)${chineseTunnel}`,
        `${chineseTunnel}(开着|开了|是开着|连着|挂着|一直开)`,
      ],
      answers: [
        tunnel,
        '(开着|开了|挂着|连着|挂了|翻墙|梯子|加速器)',
        '(it is on|turned on|connected|switched on)',
      ],
    },
    off: {
      label: { en: 'off', zh: '没开' },
      says: [
        `(no|without|never use|not using|do not use|do not have|not on) (a|any|) ${tunnel}`,
        `(没开|没用|没挂|没有|没连|没装|不用|没开过|没用过)${chineseTunnel}`,
      ],
      answers: [
        '(it is off|turned off|switched off|not connected|not running)',
        '(关着|没开|没用|没挂|没连|没装)',
      ],
    },
  },
};

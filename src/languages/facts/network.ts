import type { FactTopic } from './fact-table.ts';

const net = '(network|net|wifi|wi fi|lan|internet|connection)';
const publicPlace =
  '(hotel|airport|cafe|café|coffee shop|library|hospital|mall|restaurant|starbucks|train|hostel|coworking space|airbnb)';
const chinesePublicPlace =
  '(酒店|宾馆|机场|咖啡店|咖啡馆|咖啡厅|星巴克|商场|图书馆|高铁|火车|医院|民宿|网吧|餐厅|肯德基|麦当劳)';

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
        '(still|now|sitting|currently|am|im) (in|at) (the|my|our|) (office|company)',
        'corporate firewall',
        '(公司|单位|办公室|企业|办公|机关|工厂|厂里|局里)(的|里的|里|内部|)(网络|网|wifi|内网|电脑|宽带|办公)',
        '(在|连着|用)(公司|单位|办公室)',
        '(内网|办公网|专网)',
      ],
      answers: ['(work|office|company|corporate|job|workplace)', '(公司|单位|办公室|上班|厂里|局里)'],
    },
    campus: {
      label: { en: 'campus network', zh: '校园网' },
      says: [
        `(campus|school|university|uni|college|dorm|dormitory|eduroam) ${net}`,
        '(at|from|in|on) (the|my|our|) (school|university|uni|college|campus|dorm|dormitory)',
        'eduroam',
        '(校园网|教育网)',
        '(学校|宿舍|寝室|校园|校内|大学)(里|宿舍|寝室|)(的|里的|)(网络|网|wifi|宽带|无线)',
        '在(学校|宿舍|寝室)',
      ],
      answers: ['(school|university|uni|campus|dorm|college)', '(学校|宿舍|寝室|大学)'],
    },
    home: {
      label: { en: 'at home', zh: '家里' },
      says: [
        `(home|house|my own|my private) ${net}`,
        '(computer|laptop|pc|machine) … (at home|from home|home office)',
        '(work|working|works) from home',
        'home (broadband|router|fibre|fiber|dsl)',
        '(at|from|in) (home|my place|my house|my flat|my apartment|my own place|my room)',
        '(am|im|working|now|currently|back) (at|from|) home',
        '(家里|家中|自己家|我家|家用|自家)(的|)(网络|网|wifi|宽带|路由器|光纤)',
        '在(家|我家|自己家)(里|)(办公|上班|远程|)',
        '电脑…在(家|家里)(办公|上班|)',
      ],
      answers: ['(home|house|flat|apartment|my place)', '(家|家里|家中|自己家|我家|自家)'],
    },
    public: {
      label: { en: 'public network', zh: '公共网络' },
      says: [
        `(public|guest|free|${publicPlace.slice(1, -1)}) ${net}`,
        `(at|in|on) (a|the|my|some|an|) ${publicPlace}`,
        `(公共|免费|${chinesePublicPlace.slice(1, -1)})(的|里的|)(网络|网|wifi|免费wifi|无线)`,
        `在${chinesePublicPlace}(上|里|)(连|用|蹭|)(的|着|)(wifi|网|无线|)`,
      ],
      answers: [`(public|${publicPlace.slice(1, -1)})`, `(公共|${chinesePublicPlace.slice(1, -1)})`],
    },
    mobile: {
      label: { en: 'mobile data', zh: '手机流量' },
      says: [
        '(am on|im on|just on|only on|now on|currently on|using|use|have only|just|only) (mobile data|cellular|cell data|cellular data|4g|5g|lte|my data plan|mobile internet|phone data)',
        '(over|via|with) (mobile data|cellular|cell data|cellular data|4g|5g|lte|my data plan|mobile internet|phone data)',
        '(phone|iphone|android|mobile) as (a|my|) (hotspot|modem)',
        '(using|on|tethered to|connected to) (my|the) (phone|phones|mobile) (hotspot|hot spot|data)',
        '(用|开|走|连)(的|着|的是|)(流量|手机流量|移动数据|数据流量|手机网络|手机数据|4g|5g)',
        '没(连|开)wifi',
      ],
      answers: [
        '(mobile data|phone data|cellular|data|4g|5g|lte|sim|hotspot)',
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

const tunnel =
  '(vpn|vpns|proxy|tunnel|game booster|accelerator|clash|v2ray|shadowsocks|wireguard|nordvpn|expressvpn|openvpn|surge|zscaler|tailscale|anyconnect|globalprotect|forticlient)';
const chineseTunnel = '(vpn|代理|加速器|梯子|clash|v2ray|小火箭|翻墙软件|科学上网|uu)';

/** Whether a VPN, proxy or accelerator is in the way. */
export const vpn: FactTopic = {
  title: { en: 'VPN or proxy', zh: 'VPN 或代理' },
  values: {
    on: {
      label: { en: 'on', zh: '开着' },
      says: [
        `(using|use|behind|running|through|over|via|connected to|on|have|got) (a|an|my|the|our|) (company|corporate|work|school|) ${tunnel}`,
        `${tunnel} (is|was|stays|always|) (always|still|already|) (on|running|active|connected|enabled)`,
        `(company|corporate|work) ${tunnel} … (on|always|active)`,
        `(开着|开了|挂着|挂了|连着|用着|一直开|在用|用了|开的|要开|得开)(公司|公司的|单位的|学校的|)${chineseTunnel}`,
        `${chineseTunnel}(一直|都|是|全程|常年|)(开着|开了|连着|挂着|挂了|开|在用|用着)`,
        `(必须|要求|得|要|强制|一直|都)(必须|)(连|开|挂|用|走)(着|公司的|公司|)${chineseTunnel}`,
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
        `(no|without|never use|not using|do not use|do not have|not on) (a|any|the|) ${tunnel}`,
        `${tunnel} (is|was|got|already|) (off|disabled|disconnected|not on|not running|not connected|not active|uninstalled|turned off|switched off)`,
        `(turned|switched|disabled|shut) (off|) (the|my|) ${tunnel}`,
        `(没开|没用|没挂|没有|没连|没装|不用|没开过|没用过|关了|关掉了|退了|断了|断开)${chineseTunnel}`,
        `${chineseTunnel}(已经|都|也|是|我|我已经|被我|)(没开|没用|没挂|没连|没装|关了|关着|关掉了|断开|退了|卸了)`,
      ],
      answers: [
        '(turned|switched) it off',
        '(it is off|turned off|switched off|not connected|not running)',
        '(关着|关了|关掉了|没开|没用|没挂|没连|没装)',
      ],
    },
  },
};

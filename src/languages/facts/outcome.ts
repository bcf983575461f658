import type { FactTopic } from './fact-table.ts';

/** How a test that the bot asked for came out. Said by itself it is about nothing, so it only answers. */
export const outcome: FactTopic = {
  title: { en: 'Outcome', zh: '结果' },
  values: {
    works: {
      label: { en: 'it works', zh: '可以' },
      says: [],
      answers: [
        '(it|that|this one|that one) (works|worked|goes|went|does|did|sends|sent|arrives|arrived|can|is fine|was fine|got through)',
        '(works|worked|goes|came through|came in|goes through|went through|got through|went|sent|arrived|success|successful|successfully)',
        '(is|was|looks|works|all|goes) (ok|okay|fine|good|normal)',
        '(stable|running|back|quiet|loading) (now|again)',
        '(opens|loads|responds|answers|connects|starts|runs)',
        '(no problem|fine|without problems|without trouble|all good|like a charm|perfectly|instantly|straight away)',
        '(就|现在|这下|已经|终于|果然|又|了|完|上|过)(好了|可以了|行了|通了|正常了|解决了|成功了)',
        '(能|可以|已经|马上|立刻|居然|竟然|就)(发|传|收|下|送|打开|用|上|连|登)',
        '(发|传|收|下|送)(出去|过去|上去|到|成功|得出|得了|完)(了|)',
        '(成功|没问题|好使|正常|可以了|行了|过去了|秒发|秒传|秒过|顺利|通过|有效果|管用)',
      ],
    },
    fails: {
      label: { en: 'it fails', zh: '还是不行' },
      says: [],
      answers: [
        '(it|that|this one|that one|still|also) (fails|failed|fails too|failed too)',
        '(does|did|do|will|would|could|can) not (go|work|send|help|arrive|matter|make)',
        '(fails|failed|failing|refused|rejected|same error|same thing|same problem|same message|same result|the same|no change|no luck|no difference|nothing|no effect|either|neither)',
        'nothing (changed|changes|happens|happened|helps|helped|works)',
        '(no|zero) (effect|difference|change|improvement)',
        '(still|also) (not|stuck|broken|refused|fails|the same)',
        '(发|传|收|下|送|打|上|连|登|加载|用)(不了|不出|不出去|不过去|不上|不上去|不到|不成|不开|失败)',
        '(同样|一样|还是|相同|照旧|还报|还弹)(的|是|)(这个|那个|同样的|一样的|)(错|错误|报错|问题|提示|结果|毛病)',
        '(不行|失败|不成|一样|没用|没反应|没成功|没变化|报错|过不去|没区别|没差别|没效果|不管用|无效|照样|没啥用|没什么用|不起作用|不顶用|没好)',
      ],
    },
  },
};

const gadget =
  '(my|the|another|a different|other|a second|his|her|our) (old|other|second|new|work|friends|wifes|) (phone|mobile|tablet|ipad|iphone|android|laptop|pc|computer|machine|device|devices)';
const machine = '(phone|mobile|tablet|ipad|iphone|android|laptop|computer|pc|mac|desktop|browser|web)';
const fails = '(does not|do not|can not|will not|is not|not|fails|refuses)';

/** Whether the same thing works on another device. */
export const otherDevice: FactTopic = {
  title: { en: 'On another device', zh: '换设备' },
  values: {
    works: {
      label: { en: 'works', zh: '可以' },
      says: [
        `(works|opens|loads|goes|goes through|sends|does|fine|can send|ok|no problem) … (on|from|with|via|using) ${gadget}`,
        `(my|the|) ${machine} (works|is fine|sends|does|can|is ok|goes) … ${machine} ${fails}`,
        `(works|fine|sends|ok|goes) (on|from|with) (the|my|) ${machine} … not (on|from|) (the|my|) ${machine}`,
        `(on|from|with|via|using) ${gadget} … (works|opens|loads|goes|goes through|sends|does|fine|ok|no problem)`,
        '(手机|手机上|手机端|平板|另一台电脑|别的电脑|其他电脑|笔记本|换台电脑|换个电脑|另一台|别的设备|换个设备)(qq|上|就|却|都|又|是|)(能发|能传|可以|没问题|正常|发得出|就能|行)',
        '(只有|就)(这台|这个|电脑|电脑上|电脑端|手机|手机上)(电脑|设备|)(不行|发不|传不)',
      ],
    },
    fails: {
      label: { en: 'fails too', zh: '也不行' },
      says: [
        `(on|from|with|via) ${gadget} … (fails|same|either|neither|too)`,
        `(fails|same) … (on|from|with|via) ${gadget}`,
        `(tried|tested|checked) (it|that|) (on|from|with|) ${gadget} … (fails|same|either|neither|too|no luck|nothing|not)`,
        `(phone|phones|tablet|laptop|another device) (too|as well|also|either|neither)`,
        `(neither|both) (the|my|) ${machine} (nor|and|or) (the|my|) ${machine}`,
        '(换了|换|借了|拿)…(手机|电脑|设备|平板)…(也|还是|照样)(不|发不|传不|打不|没|一样|这样)',
        '(手机|手机上|手机端|平板|另一台电脑|另外一台|别的电脑|其他电脑|笔记本|换台电脑|换了台电脑|换电脑|换了电脑|换个电脑|换个手机|换了手机|换手机|别的设备|换设备|换了设备)(也|都|一样|同样|上也|qq也|试了也|还是)',
        '(手机|平板|电脑|另一台)…都试(了|过)…(不|没)',
      ],
    },
  },
};

const spot =
  '(hotspot|hot spot|mobile data|phone data|phones data|cellular|4g|5g|lte|tethering|another network|other network|different network|another wifi|other wifi)';
const chineseSpot = '(热点|流量|移动数据|4g|5g|别的网|其他网络|别的wifi|另一个wifi|手机网络)';

/** Whether the same thing works over another network. */
export const hotspot: FactTopic = {
  title: { en: 'Over another network', zh: '换网络' },
  values: {
    works: {
      label: { en: 'works', zh: '可以' },
      says: [
        `(works|goes|goes through|sends|does|fine|ok|no problem) … ${spot}`,
        '(tried|using|used|over|via|switched to) (my|the|) data … (works|worked|goes|went|came|fine|ok)',
        `${spot} … (works|goes|goes through|sends|fine|ok|no problem)`,
        `${chineseSpot}(就|却|都|上|下|又|是|一下就|)(能|可以|没问题|正常|好了|好的|行|好使|成功|发出去)`,
        '(换|换了)(个|)(网络|网|wifi)(之后|以后|后|)(就|)(能|可以|没问题|正常|好|行)',
      ],
    },
    fails: {
      label: { en: 'fails too', zh: '也不行' },
      says: [
        `${spot} … (fails|same|either|neither|no help|too)`,
        `(fails|same) … ${spot}`,
        `${chineseSpot}(也|都|还是|一样|同样|照样)`,
        '(换|换了)(个|)(网络|网|wifi)(之后|以后|后|)(也|还是|照样|一样)',
      ],
    },
  },
};

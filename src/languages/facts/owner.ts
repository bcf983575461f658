import type { FactTopic } from './fact-table.ts';

const thing =
  '(site|website|page|server|service|api|app|blog|shop|domain|backend|cluster|database|vps|box|machine|nginx|host)';
const chineseThing = '(网站|站点|站|服务器|服务|接口|域名|后端|小程序|项目|系统)';

/** Who runs the site or server that fails. */
export const owner: FactTopic = {
  title: { en: 'Run by', zh: '由谁管理' },
  values: {
    mine: {
      label: { en: 'themselves', zh: '自己' },
      says: [
        `(my|our) own ${thing}`,
        `(my|our) (home|little|personal|company|production|test|) (server|website|site|vps|nginx|backend|api|domain|blog|shop)`,
        `(i|we) (run|host|manage|built|maintain|administer|own) (it|this|the|that|our) (${thing.slice(1, -1)}|)`,
        `self hosted`,
        `(我|我们|自己|自家|公司)(自己|)(的|搭的|建的|管的|部署的)${chineseThing}`,
        '(自己搭的|自己部署的|自建的|我们自己管|我自己管|自己管)',
      ],
      answers: [
        '(mine|ours|myself|ourselves|own)',
        '(is|its|it is) (mine|ours)',
        '(我的|我们的|自己的|自己管|自己搭|我管|我们管)',
      ],
    },
    theirs: {
      label: { en: 'somebody else', zh: '别人' },
      says: [
        `(not|is not) (my|our|mine|ours) ${thing}`,
        `(somebody elses|someone elses|other peoples|their) ${thing}`,
        `(别人|人家|他们|对方|第三方)(家|)(的)${chineseThing}`,
        `不是(我|我们|自己)(的)${chineseThing}`,
      ],
      answers: [
        '(theirs|somebody else|someone else|somebody elses|not mine|not ours|third party|a shop|some company)',
        '(别人的|人家的|他们的|不是我的|不是我们的|第三方)',
      ],
    },
  },
};

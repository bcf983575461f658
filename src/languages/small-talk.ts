import type { Command, CommandWords } from './commands.ts';

type SmallTalk = Extract<Command, 'about' | 'howAreYou' | 'bye' | 'praise' | 'insult' | 'chat'>;

const split = (words: string): readonly string[] => words.trim().split(/\s*\|\s*/);

/** What people say to a bot that is no complaint, per language. */
export const smallTalk: Readonly<Record<'en' | 'zh', Readonly<Record<SmallTalk, CommandWords>>>> = {
  en: {
    about: {
      whole:
        split(`who are you | what are you | are you a robot | are you a bot | are you human | are you real | are you an ai | are you a real person |
        am i talking to a robot | am i talking to a bot | am i talking to a human | what is your name | what's your name | who made you | who built you | are you chatgpt |
        is anyone there | anybody there | anyone there | anyone here | are you there | you there | are you alive | are you awake | do you sleep | where are you from | how old are you`),
    },
    howAreYou: {
      whole:
        split(`how are you | how are you doing | how are you today | how's it going | how is it going | what's up | whats up | sup | how do you do | how was your day |
        how are things | how have you been | you ok | you good | what are you doing | how do you feel`),
    },
    bye: {
      whole:
        split(`bye | goodbye | good bye | bye bye | see you | see ya | see you later | see you tomorrow | good night | gn | cya | have a nice day | have a good one | have a good day |
        talk to you later | ttyl | gotta go | i have to go | i need to go | later | take care | that is all | that's all | nothing else | no more questions`),
    },
    praise: {
      whole:
        split(`nice | great | cool | awesome | well done | good bot | you are great | you are the best | i love you | love you | perfect | brilliant | amazing | good job | wow |
        impressive | you rock | nice work | good work | you are so smart | you are awesome | very nice | lovely | sweet | excellent | this is great`),
    },
    insult: {
      whole:
        split(`you suck | this sucks | stupid bot | dumb bot | useless | you are useless | idiot | you idiot | fuck you | fuck off | fuck | fuck this | shit | shut up | wtf | what the fuck |
        what the hell | this is stupid | you are stupid | you are dumb | you are an idiot | bad bot | i hate you | i hate this | i hate bots | useless bot | piece of shit | garbage | this is useless |
        this is ridiculous | crap | damn | damn it | bullshit | go away | go to hell | moron | stupid | you are not helping | you are no help | this is a joke | what a joke | waste of time`),
      within: [
        'time im asking',
        'time i ask',
        "time i'm asking",
        'time i am asking',
        'keep asking me',
        'already told you',
        'told you already',
        'just told you',
        'said that already',
        'useless bot',
        'stupid bot',
        'dumb bot',
        'you are useless',
        'you are stupid',
        'you suck',
      ],
    },
    chat: {
      whole:
        split(`lol | haha | hahaha | lmao | rofl | hehe | test | testing | ping | tell me a joke | tell me a story | sing me a song | i am bored | i'm bored | im bored | i am tired | i'm tired |
        i am hungry | i'm hungry | i am sad | happy new year | merry christmas | happy birthday |
        do you like music | hmm | nothing | just testing | just looking | do you love me | will you marry me`),
    },
  },
  zh: {
    about: {
      whole:
        split(`你是谁 | 你叫什么 | 你叫什么名字 | 你是机器人吗 | 你是机器人 | 你是人吗 | 你是真人吗 | 你是ai吗 | 你是ai | 是机器人吗 | 你是什么 | 谁做的你 | 谁开发的你 | 你是chatgpt吗 |
        是人工吗 | 有没有人 | 人呢 | 你在吗 | 还在吗 | 你是人还是机器人 | 你是干什么的 | 你是做什么的 | 你是哪里人 | 你几岁 | 你多大了 | 你是男的女的 | 你是男生还是女生`),
    },
    howAreYou: {
      whole: split(
        '你好吗 | 最近怎么样 | 怎么样 | 忙吗 | 忙不忙 | 吃了吗 | 吃了没 | 吃饭了吗 | 干嘛呢 | 在干嘛 | 你在干嘛 | 在忙吗 | 过得怎么样 | 最近好吗 | 睡了吗',
      ),
    },
    bye: {
      whole: split(
        '再见 | 拜拜 | 拜 | 88 | 886 | 晚安 | 回见 | 明天见 | 下次见 | 先这样 | 先这样吧 | 先走了 | 我走了 | 我先走了 | 下了 | 溜了 | 回聊 | 没别的了 | 没有别的问题了 | 没其他问题了',
      ),
    },
    praise: {
      whole: split(
        '厉害 | 牛 | 牛逼 | 不错 | 真棒 | 太棒了 | 你真棒 | 你真厉害 | 你好厉害 | 棒 | 赞 | 爱你 | 我爱你 | 好样的 | 优秀 | 完美 | 太好了 | 666 | 真聪明 | 你真聪明 | 可爱 | 你真可爱 | 靠谱 | 点赞 | 给力 | 强',
      ),
    },
    insult: {
      whole:
        split(`傻逼 | 傻x | sb | 智障 | 垃圾 | 废物 | 没用的东西 | 什么破玩意 | 什么垃圾 | 滚 | 去死 | 你妈的 | 他妈的 | 妈的 | tmd | 草 | 操 | 卧槽 | 我靠 | 靠 | 脑残 | 白痴 | 蠢 | 笨死了 | 人工智障 |
        辣鸡 | 烦死了 | 气死我了 | 你有病 | 有病吧 | 闭嘴 | 无语 | 无语了 | 什么鬼 | 坑爹 | 笨蛋 | 你真笨 | 你好笨 | 你是傻子吗 | 真垃圾 | 太垃圾了 | 没用的机器人 | 浪费时间 | 什么玩意 | 要你何用 | 听不懂人话 | 答非所问`),
      within: ['人工智障', '垃圾机器人', '破机器人', '傻逼机器人', '听不懂人话', '答非所问'],
    },
    chat: {
      whole:
        split(`哈哈 | 哈哈哈 | 哈哈哈哈 | 呵呵 | 嘻嘻 | 嘿嘿 | 测试 | 测试一下 | 讲个笑话 | 讲个故事 | 唱首歌 | 唱个歌 | 你会唱歌吗 | 好无聊 | 我好无聊 | 无聊 | 好累 | 我好累 | 累死了 | 饿了 | 好饿 | 我饿了 |
        新年快乐 | 春节快乐 | 生日快乐 | 圣诞快乐 | 中秋快乐 | 你喜欢什么 | 你喜欢吃什么 | 你喜欢我吗 | 没事 | 没事了 | 没什么 | 随便问问 | 打扰了 | 呃 | 额 | 陪我聊天 | 聊聊天`),
    },
  },
};

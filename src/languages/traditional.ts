/**
 * Traditional characters that turn up when people talk about computers, each followed by its Simplified form.
 * For matching only: what is shown to a person is never converted. Characters that are the same in both are absent.
 */
const pairs = `
並并
檔档傳传發发錯错誤误網网絡络電电腦脑關关閉闭開开啟启動动機机號号碼码錄录檢检測测試试驗验證证權权設设備备
裝装載载軟软體体記记憶忆圖图畫画視视頻频訊讯訂订閱阅讀读寫写語语詞词說说話话請请問问題题這这個个們们來来
會会對对為为與与時时間间長长無无沒没還还過过進进連连線线結结續续緩缓縮缩壓压釋释應应該该將将從从後后東东
車车門门員员際际實实現现點点擊击選选擇择類类種种樣样標标準准確确認认識识別别處处級级組组織织終终給给統统
計计數数據据庫库術术業业務务價价費费買买賣卖錢钱貨货單单項项順顺須须預预領领頭头頁页顯显願愿風风飛飞驅驱
騰腾馬马鳥鸟魚鱼麼么麽么黃黄龍龙齊齐齡龄灣湾國国圍围園园場场塊块壞坏聲声夠够夢梦奪夺奮奋婦妇媽妈嬰婴學学
寬宽寶宝審审專专尋寻導导屆届層层屬属岡冈島岛師师帳账帶带幣币幫帮廠厂廢废廣广廳厅張张強强彈弹彙汇徑径徵征
態态慘惨慣惯憂忧懷怀懶懒戰战戲戏戶户拋抛換换揮挥損损搶抢摳抠撥拨擋挡擔担擠挤擬拟擴扩擾扰攔拦敗败敵敌斷断
於于昇升曉晓暫暂曆历書书條条極极構构樓楼樂乐樹树橫横橋桥歐欧歡欢歲岁歷历歸归殘残殺杀毀毁氣气決决況况淨净
溫温滿满漢汉漲涨滅灭濾滤瀏览灑洒災灾烏乌煙烟熱热營营燈灯燒烧爭争爲为爾尔牆墙狀状獨独獲获環环產产異异當当
疊叠療疗瘋疯盜盗盡尽監监盤盘眾众睏困瞭了矯矫砲炮礎础禮礼稱称稅税積积穩稳穫获竄窜筆笔節节範范篩筛簡简簽签
籤签糾纠紀纪約约紅红純纯紙纸細细綁绑經经綠绿維维綱纲編编練练縣县總总績绩繞绕繼继罰罚羅罗義义習习聯联聽听
職职肅肃腳脚臉脸臨临舊旧艱艰藝艺藥药蘋苹蘭兰虛虚螢萤蟲虫衝冲補补裏里裡里製制複复見见規规覺觉覽览觸触討讨
訓训託托訪访許许訴诉診诊評评詢询詳详誇夸誌志誠诚誰谁課课調调談谈論论講讲謝谢譯译議议護护變变讓让豐丰財财
責责貼贴貴贵貸贷貿贸資资賓宾賴赖賬账質质贈赠贏赢趕赶趨趋跡迹踐践輕轻輸输轉转辦办農农運运達达違违遞递遠远
適适遲迟遷迁遺遗邊边郵邮鄉乡醫医釘钉針针鈕钮鉤钩鈴铃銀银銷销鋪铺鋼钢鍵键鎖锁鎮镇鏈链鏡镜鐘钟鐵铁鑰钥閃闪
閒闲闆板陣阵陰阴陳陈陸陆陽阳隊队階阶隨随險险隱隐隻只雖虽雙双雜杂雞鸡離离難难雲云靈灵靜静響响韓韩頓顿頗颇
頒颁頸颈額额顏颜顧顾飯饭飲饮飽饱養养館馆騎骑騙骗驚惊髮发鬆松鬧闹鬱郁鮮鲜鹽盐黨党齒齿妳你嗎吗嘗尝嚇吓嚴严
囉啰佈布併并佔占係系俠侠倉仓倫伦偵侦側侧偽伪傑杰傘伞傷伤傾倾僅仅僑侨儀仪億亿儘尽償偿優优儲储兒儿兩两內内
冊册凈净凍冻刪删則则剛刚創创劃划劇剧劉刘劑剂勁劲勞劳勢势勵励勸劝勻匀區区協协卻却參参吳吴呂吕唸念啞哑喪丧
噴喷嚮向團团壇坛壯壮壽寿夾夹奧奥姍姗尷尴屜屉歎叹汙污沖冲淚泪淺浅渾浑湊凑溝沟滾滚滯滞漸渐潔洁潛潜澤泽濕湿
猶犹獎奖獄狱瑣琐瑪玛畢毕痺痹皺皱盧卢礙碍祕秘禍祸窩窝競竞筍笋箇个粵粤紛纷紮扎絕绝絲丝綜综緊紧緒绪緣缘縱纵
繳缴纔才脅胁膽胆臟脏萬万葉叶著着蓋盖蔣蒋薦荐藍蓝襲袭詐诈詭诡諒谅諾诺謂谓謊谎譽誉貪贪貫贯販贩貶贬賞赏賠赔
賺赚購购躍跃軌轨軍军較较輔辅輛辆輝辉輩辈輪轮輯辑轟轰辭辞迴回逕径遊游遙遥鄭郑鄰邻釐厘錶表鑑鉴鑽钻闊阔闖闯
陝陕隸隶雛雏霧雾韌韧頂顶頑顽顆颗飄飘餅饼餘余餓饿駐驻駕驾駛驶駭骇驟骤骯肮魯鲁鳴鸣麗丽麥麦黏粘乾干幹干髒脏
麵面臺台檯台週周註注綫线塗涂慮虑曬晒餵喂貓猫豬猪搖摇掃扫羣群啓启攜携擁拥繫系恆恒攪搅撿捡掛挂採采捲卷敘叙
暢畅槍枪欄栏殼壳癒愈瞞瞒磚砖祇只禦御窮穷竊窃籃篮籌筹籠笼糧粮紋纹紐纽緻致縫缝罷罢聰聪膚肤膠胶莊庄蘇苏虧亏
衛卫褲裤豎竖釦扣鉅巨駁驳鬥斗鬚须韻韵蹟迹嘆叹誼谊籲吁彆别
幾几誒诶喲哟鍊链憑凭潰溃報报亂乱牽牵執执復复煩烦爛烂興兴舉举華华觀观諮咨負负贊赞蹤踪邏逻鍋锅鏟铲囑嘱喚唤嗆呛孫孙寧宁
嶺岭徹彻慶庆戀恋揚扬攝摄斬斩棄弃櫃柜湯汤滲渗潤润濤涛瀉泻爺爷牠它犧牺癢痒矚瞩納纳紹绍纖纤纏缠聖圣聞闻腫肿腸肠艦舰蕩荡
薩萨蝦虾襪袜詩诗誕诞諷讽謀谋謎谜譜谱轄辖邁迈醜丑釣钓鈔钞鈣钙鉛铅銅铜鋒锋錦锦錨锚鍛锻鏽锈閣阁餃饺鳳凤鴨鸭龐庞
`;

/** Words that differ by region and not only by script, after the characters were folded; same length on both sides. */
const regionalWords: Readonly<Record<string, string>> = {
  伺服器: '服务器',
  资料夹: '文件夹',
  印表机: '打印机',
  档案: '文件',
  传送: '发送',
  连线: '连接',
  网路: '网络',
  软体: '软件',
  程式: '程序',
  讯息: '消息',
  萤幕: '屏幕',
  视窗: '窗口',
  硬碟: '硬盘',
  滑鼠: '鼠标',
  防毒: '杀毒',
  登入: '登录',
  登出: '退出',
  帐号: '账号',
  帐户: '账户',
  预设: '默认',
  行动: '移动',
  荧幕: '屏幕',
  重灌: '重装',
  当机: '死机',
  简讯: '短信',
  影片: '视频',
  相簿: '相册',
  快取: '缓存',
  笔电: '电脑',
  压缩档: '压缩包',
  安装档: '安装包',
  连结: '链接',
  支援: '支持',
  硬体: '硬件',
};

function readPairs(): ReadonlyMap<string, string> {
  const characters = [...pairs.replaceAll(/\s/g, '')];
  const table = new Map<string, string>();
  for (let i = 0; i + 1 < characters.length; i += 2) {
    const [from, to] = [characters[i] ?? '', characters[i + 1] ?? ''];
    table.set(from, to);
  }
  return table;
}

const simplifiedOf = readPairs();
const regionalPattern = new RegExp(Object.keys(regionalWords).join('|'), 'g');

/** The Simplified form of one character; the character itself when it has none here. */
export function simplifyCharacter(character: string): string {
  return simplifiedOf.get(character) ?? character;
}

/** Replaces regional words by the mainland ones. The length never changes, so offsets stay right. */
export function simplifyWords(text: string): string {
  return text.replace(regionalPattern, (word) => regionalWords[word] ?? word);
}

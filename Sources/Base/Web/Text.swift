import Kernel

/// Every word the frame and the components say by themselves.
enum Text {
    static let name = Message(zh: "阡陌", en: "Qianmo")
    static let motto = Message(zh: "村里的地、村里的账，人人看得明白", en: "The village's land and books, plain for all to see")
    static let skip = Message(zh: "跳到正文", en: "Skip to the content")
    static let navigation = Message(zh: "主要栏目", en: "Main sections")
    static let signIn = Message(zh: "登录", en: "Sign in")
    static let signOut = Message(zh: "退出", en: "Sign out")
    static func endOfDay(_ date: String) -> Message { Message(zh: "\(date) 24时", en: "\(date) 24:00") }
    static let entriesOfPage = Message(zh: "这一页在公开日志里的记录", en: "The public log's entries about this page")
    static let moreDoors = Message(zh: "还可以看", en: "More to see")
    static let footer = Message(
        zh: "本页由公开日志生成：每一笔都有据可查，任何人都能核对它没有被改动。",
        en:
            "This page is generated from the public log: every entry can be traced, and anyone can check it was not altered."
    )
    static let demo = Message(
        zh: "演示数据：人名、地块和金额均为虚构。", en: "Demonstration data: people, parcels and amounts are invented.")
    static func practiceClock(_ now: String) -> Message {
        Message(zh: "练习用时钟：\(now)，可往后拨。", en: "Practice: the clock says \(now) and can be moved on.")
    }
    static let loopback = Message(
        zh: "本机试用模式：连接未加密，只接受本机访问。",
        en: "Trial on this machine: the connection is not encrypted and only this machine may connect.")
    static let yes = Message(zh: "是", en: "Yes")
    static let no = Message(zh: "否", en: "No")
    static let none = Message(zh: "—", en: "—")
    static let optional = Message(zh: "选填", en: "optional")
    static let choose = Message(zh: "请选择", en: "Choose one")
    static let search = Message(zh: "查找", en: "Search")
    static let notice = Message(zh: "提示", en: "About this installation")
    static let find = Message(zh: "全站查找", en: "Search everything")
    static let whatToFind = Message(zh: "地方、地块、项目、合同号、证书号、公告", en: "Place, land, lot, contract, certificate, notice")
    static let findHint = Message(zh: "您找什么？", en: "What are you looking for?")
    static func foundNothing(_ words: String) -> Message {
        Message(zh: "没有找到“\(words)”", en: "Nothing found for “\(words)”")
    }
    static func foundThings(_ count: String, _ words: String) -> Message {
        Message(zh: "“\(words)”：找到 \(count) 项", en: "“\(words)”: \(count) found")
    }
    static let findOtherwise = Message(
        zh: "写短一些，如只写村名或地块名；也可以从地方一级一级往下看。姓名查不到：个人信息不公开。",
        en: "Try fewer words, such as the village alone, or go down place by place. Names of persons are not searched.")
    static let byPlace = Message(zh: "按地方找", en: "Go by place")
    static let allOfKind = Message(zh: "还有更多，全部列出", en: "There are more: list them all")
    static let everything = Message(zh: "全部", en: "All")
    static let findRows = Message(zh: "在表中查找", en: "Find in this table")
    static let takeRows = Message(zh: "下载表格（CSV）", en: "Download as CSV")
    static func rows(_ shown: String, of all: String) -> Message {
        Message(zh: "共 \(all) 行，符合 \(shown) 行", en: "\(shown) of \(all.of("row"))")
    }
    static func allRows(_ all: String) -> Message { Message(zh: "共 \(all) 行", en: "\(all.of("row"))") }
    static func cutRows(_ most: String) -> Message {
        Message(
            zh: "只列出前 \(most) 行；请从下一级地方进入，或用查找缩小范围。",
            en: "Only the first \(most) rows are listed: go to a place further down, or narrow the search.")
    }
    static let noRowFits = Message(zh: "没有符合的行。请换几个字，或清除查找。", en: "No row fits. Try other words, or clear the search.")
    static let partOfName = Message(zh: "写出名称的一部分，再点“查找”", en: "Type part of the name, then press Search")
    static let nobodyFound = Message(
        zh: "没有找到。请换几个字再找；名称不对的，请先到登记里核对。",
        en: "Nothing found. Try other words, or check the name in the register.")
    static func chooseFound(_ count: Int) -> Message {
        Message(zh: "找到 \(count) 个，请选一个，再往下填。", en: "\(count) found: choose one and go on.")
    }
    static func moreFound(_ count: Int) -> Message {
        Message(
            zh: "符合的很多，先列出 \(count) 个；没有您要的，请多写几个字。",
            en: "Many match; the first \(count) are shown. Type more of the name to narrow them.")
    }
    static let nothingToPick = Message(
        zh: "您负责的地方还没有可选的；请先登记。", en: "Your places have none to choose from yet: register it first.")
    static let clear = Message(zh: "清除", en: "Clear")
    static let previous = Message(zh: "上一页", en: "Previous")
    static let following = Message(zh: "下一页", en: "Next")
    static let pages = Message(zh: "翻页", en: "Pages")
    static let path = Message(zh: "所在位置", en: "You are here")
    static let steps = Message(zh: "办理进度", en: "Progress")
    static let done = Message(zh: "已完成", en: "done")
    static let current = Message(zh: "进行中", en: "now")
    static let ahead = Message(zh: "未开始", en: "to come")
    static let stopped = Message(zh: "已中止", en: "stopped")
    static let nothing = Message(zh: "这里还没有内容。", en: "Nothing here yet.")
    static let correct = Message(zh: "没有提交成功，请看下面的原因", en: "Not submitted: see why below")
    static let refused = Message(zh: "不能办理", en: "This was refused")
    static let nextStep = Message(zh: "怎么办", en: "What to do")
    static let basis = Message(zh: "依据", en: "Basis")
    static let chartData = Message(zh: "查看数据", en: "Show the figures")
    static let highest = Message(zh: "最高", en: "Highest")
    static let lowest = Message(zh: "最低", en: "Lowest")
    static let time = Message(zh: "时间", en: "Time")
    static let value = Message(zh: "数值", en: "Value")
    static let yuan = Message(zh: "元", en: "yuan")
    static let kilograms = Message(zh: "公斤", en: "kg")
    static let percent = Message(zh: "%", en: "%")
    static let mu = Message(zh: "亩", en: "mu")
    static let numerator = Message(zh: "分子：", en: "Of these:")
    static let denominator = Message(zh: "分母：", en: "Out of:")
    static let asOf = Message(zh: "截至", en: "As of")
    static let over = Message(zh: "已结束", en: "over")
    static func isDone(_ act: Message) -> Message { Message(zh: "已办好：\(act.zh)", en: "Done: \(act.en)") }
    static let largeLetters = Message(zh: "大字", en: "Large letters")
    static let normalLetters = Message(zh: "标准字号", en: "Normal letters")
    static let definition = Message(zh: "口径", en: "Counts")
    static let pageNotFound = Message(zh: "找到这一页了吗？", en: "Was this page found?")

    static let giveCommand = Message(zh: "提交一条指令", en: "Give a command")
    static let accepted = Message(zh: "已受理并写入日志", en: "Accepted and written to the log")
    static let notFoundAnswer = Message(zh: "没有这一页，或您无权查看", en: "No such page, or not one you may see")
    static let notFoundNext = Message(
        zh: "请核对地址，或从首页重新查找；需要登录的页面请先登录。",
        en: "Check the address or start from the front page; sign in first if the page needs it.")
    static let failedTitle = Message(zh: "系统出了问题", en: "Something went wrong")
    static let failedAnswer = Message(zh: "这一页暂时打不开", en: "This page cannot be shown just now")
    static let failedNext = Message(
        zh: "您的资料没有丢失。请稍后再试；若仍不行，请把页面时间告诉管理员。",
        en: "Nothing of yours is lost. Try again shortly; if it persists, tell the administrator the time shown here.")
    static let refusedQuestion = Message(zh: "这件事办成了吗？", en: "Was this done?")
    static let refusedAnswer = Message(zh: "没有办成", en: "No")
    static let home = Message(zh: "回到首页", en: "To the front page")

    static func commandDescription(_ roles: [String], _ rejections: [Int]) -> Message {
        let numbers = rejections.map { String($0) }.joined(separator: ", ")
        return Message(
            zh: "可由以下角色提交：\(roles.joined(separator: "、"))。可能的答复编号：\(numbers)。",
            en: "Given by: \(roles.joined(separator: ", ")). May be refused with: \(numbers).")
    }

    static func logHead(size: String, root: String) -> Message {
        Message(zh: "日志共 \(size) 条 · 根 \(root)", en: "Log of \(size) entries · root \(root)")
    }

    static let colon = Message(zh: "：", en: ": ")

    static func course(_ caption: Message, from: String, to: String, count: Int) -> Message {
        Message(
            zh: "\(caption.zh)：从 \(from) 到 \(to)，共 \(count) 个点",
            en: "\(caption.en): from \(from) to \(to), \(count.of("point"))")
    }

    static func rejection(_ number: Int) -> Message {
        Message(zh: "第 \(number) 号", en: "No. \(number)")
    }

    static func pageOf(_ page: String, _ pages: String) -> Message {
        Message(zh: "第 \(page) 页，共 \(pages) 页", en: "Page \(page) of \(pages)")
    }

    static func results(_ count: String) -> Message {
        Message(zh: "共 \(count) 条", en: count == "1" ? "1 result" : "\(count) results")
    }

    static let seal = Message(zh: "陌", en: "")

    /// Each language is named in itself.
    static func languageName(_ language: Language) -> String {
        language == .chinese ? "中文" : "English"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    static func date(year: Int, month: Int, day: Int) -> Message {
        Message(zh: "\(year)年\(month)月\(day)日", en: "\(day) \(months[month - 1]) \(year)")
    }

    static func month(year: Int, month: Int) -> Message {
        Message(zh: "\(year)年\(month)月", en: "\(months[month - 1]) \(year)")
    }

    static func area(_ mu: String) -> Message { Message(zh: "\(mu) 亩", en: "\(mu) mu") }

    static func years(_ count: String) -> Message {
        Message(zh: "\(count) 年", en: count == "1" ? "1 year" : "\(count) years")
    }
    static func days(_ count: String) -> Message {
        Message(zh: "\(count) 天", en: count == "1" ? "1 day" : "\(count) days")
    }
    static func hours(_ count: String) -> Message {
        Message(zh: "\(count) 小时", en: count == "1" ? "1 hour" : "\(count) hours")
    }
    static func minutes(_ count: String) -> Message {
        Message(zh: "\(count) 分钟", en: count == "1" ? "1 minute" : "\(count) minutes")
    }
    static func seconds(_ count: String) -> Message {
        Message(zh: "\(count) 秒", en: count == "1" ? "1 second" : "\(count) seconds")
    }
}

import Kernel

/// Words of the style page: an invented lot, an invented village.
enum StyleText {
    static let title = Message(zh: "设计样张", en: "Design sheet")
    static let question = Message(zh: "阡陌的页面长什么样？", en: "What do Qianmo's pages look like?")
    static let answer = Message(zh: "字大、话短、账清楚", en: "Large type, short words, clear books")
    static let note = Message(
        zh: "本页列出全部页面部件，供设计和核对之用；其中的人、地、钱均为虚构。",
        en: "Every part pages are made of, for design and checking; people, land and money here are invented.")
    static let stats = Message(zh: "数字", en: "Figures")
    static let landLet = Message(zh: "已出租土地", en: "Land let")
    static let landLetDefinition = Message(zh: "合同在有效期内的集体土地", en: "Collective land under a contract in force")
    static let income = Message(zh: "本年租金收入", en: "Rent received this year")
    static let incomeDefinition = Message(zh: "已到账，不含押金", en: "Arrived in the account, deposits excluded")
    static let open = Message(zh: "正在公示", en: "On public notice")
    static let openDefinition = Message(zh: "公示期未满的公告", en: "Notices whose period is still running")
    static let colours = Message(zh: "颜色", en: "Colours")
    static let words = Message(zh: "文字", en: "Words")
    static let sample = Message(
        zh: "租赁期限不得超过二十年；超过二十年的，超过部分无效。",
        en: "The term of a lease may not exceed twenty years; the part beyond twenty years is void.")
    static let smaller = Message(
        zh: "小字用来说明来历，不用来藏东西。", en: "Small type tells where things come from; it hides nothing.")
    static let link = Message(zh: "一个链接", en: "A link")
    static let table = Message(zh: "表格", en: "Tables")
    static let tableCaption = Message(zh: "塔坂村在租土地", en: "Land let by Taban village")
    static let parcel = Message(zh: "地块", en: "Parcel")
    static let area = Message(zh: "面积", en: "Area")
    static let rent = Message(zh: "年租金", en: "Rent a year")
    static let until = Message(zh: "到期", en: "Until")
    static let state = Message(zh: "状态", en: "State")
    static let total = Message(zh: "合计", en: "Total")
    static let paid = Message(zh: "已缴", en: "Paid")
    static let due = Message(zh: "应缴", en: "Due")
    static let overdue = Message(zh: "逾期", en: "Overdue")
    static let running = Message(zh: "竞价中", en: "Bidding")
    static let draft = Message(zh: "草稿", en: "Draft")
    static let noLots = Message(zh: "本村现在没有挂牌的标的。", en: "This village has nothing listed at present.")
    static let noLotsHint = Message(zh: "有新的标的时，会先在这里公示。", en: "New lots are announced here first.")
    static let allLots = Message(zh: "看看全镇的标的", en: "See all lots of the township")
    static let facts = Message(zh: "要点", en: "Facts")
    static let owner = Message(zh: "所有权人", en: "Owner")
    static let ownerName = Message(
        zh: "塔坂村股份经济合作社", en: "Taban Village Shareholding Economic Cooperative")
    static let price = Message(zh: "成交价", en: "Price agreed")
    static let perMuYear = Message(zh: "每亩每年", en: "per mu and year")
    static let term = Message(zh: "期限", en: "Term")
    static let remark = Message(zh: "备注", en: "Remark")
    static let progress = Message(zh: "办理进度", en: "Progress")
    static let accepted = Message(zh: "受理", en: "Accepted")
    static let noticed = Message(zh: "公告", en: "Noticed")
    static let auction = Message(zh: "竞价", en: "Auction")
    static let publicity = Message(zh: "成交公示", en: "Result on notice")
    static let signing = Message(zh: "签约", en: "Signing")
    static let auctionNote = Message(
        zh: "自由竞价，五分钟内有新价自动延时", en: "Open bidding; a bid in the last five minutes extends it")
    static let callouts = Message(zh: "提示", en: "Callouts")
    static let info = Message(zh: "公告期还有三个工作日", en: "Three working days of notice remain")
    static let infoBody = Message(
        zh: "到期后自动转入竞价，无需再提交。", en: "Bidding opens by itself after that; nothing more to send.")
    static let good = Message(zh: "已写入日志第 1,204 条", en: "Written to the log as entry 1,204")
    static let warning = Message(zh: "还有两份材料没有交齐", en: "Two documents are still missing")
    static let termRefusal = Message(
        zh: "租赁期限 30 年，超过法定上限 20 年。", en: "The lease of 30 years exceeds the legal limit of 20 years.")
    static let termNext = Message(
        zh: "请把期限改为 20 年以内，或改按土地经营权流转办理。",
        en: "Shorten the term to 20 years or less, or transfer the land-operation right instead.")
    static let termArticle = Message(zh: "《民法典》第七百零五条", en: "Civil Code, art. 705")
    static let form = Message(zh: "表单", en: "Forms")
    static let formHint = Message(
        zh: "下面是提交后被退回的样子：填过的都还在。", en: "As it comes back after a refusal: all that was typed is kept.")
    static let lotTitle = Message(zh: "标的名称", en: "Name of the lot")
    static let lotTitleHint = Message(
        zh: "写清地名和用途，例如“东沟水浇地 20 亩”。", en: "Say where and what for, such as “East Ditch, irrigated, 20 mu”.")
    static let lotTitleTyped = Message(zh: "东沟水浇地", en: "East Ditch, irrigated")
    static let mode = Message(zh: "竞价方式", en: "Way of bidding")
    static let ascending = Message(zh: "自由竞价（价高者得）", en: "Open ascending (highest wins)")
    static let sealed = Message(zh: "一次密封报价", en: "One sealed offer")
    static let category = Message(zh: "品种", en: "Category")
    static let categories = [
        Message(zh: "农户承包土地经营权", en: "Operation right of household land"),
        Message(zh: "集体统一经营耕地", en: "Collective arable land"),
        Message(zh: "四荒使用权", en: "Waste land"),
        Message(zh: "养殖水面", en: "Fish ponds"),
        Message(zh: "林地经营权", en: "Forest land"),
    ]
    static let reserve = Message(zh: "起始价", en: "Opening price")
    static let years = Message(zh: "期限（年）", en: "Term in years")
    static let yearsUnit = Message(zh: "年", en: "years")
    static let start = Message(zh: "起租日期", en: "From")
    static let closing = Message(zh: "竞价截止", en: "Bidding closes")
    static let closingHint = Message(zh: "北京时间", en: "Beijing time")
    static let description = Message(zh: "现状说明", en: "Present condition")
    static let agree = Message(zh: "以上内容经村民代表会议表决通过", en: "The members' representatives have resolved the above")
    static let submit = Message(zh: "提交审核", en: "Submit for review")
    static let submitNote = Message(
        zh: "提交后由镇交易站审核，一般两个工作日内答复。", en: "The township station reviews it, usually within two working days.")
    static let withdraw = Message(zh: "撤回标的", en: "Withdraw the lot")
    static let withdrawReason = Message(zh: "撤回原因", en: "Reason")
    static let charts = Message(zh: "图", en: "Charts")
    static let bars = Message(zh: "各村本年租金收入", en: "Rent received this year by village")
    static let villages = [
        Message(zh: "塔坂村", en: "Taban"), Message(zh: "东沟村", en: "Donggou"), Message(zh: "南垴村", en: "Nannao"),
        Message(zh: "河西村", en: "Hexi"),
    ]
    static let course = Message(zh: "竞价过程", en: "Course of the auction")
    static let map = Message(zh: "地块示意图", en: "Sketch of the parcels")
    static let parcels = [
        Message(zh: "东沟 1 号（20 亩）", en: "East Ditch 1 (20 mu)"),
        Message(zh: "东沟 2 号（12.5 亩）", en: "East Ditch 2 (12.5 mu)"),
        Message(zh: "机井旁（3.2 亩）", en: "By the well (3.2 mu)"),
    ]
    static let more = Message(zh: "收放", en: "Details")
    static let moreSummary = Message(zh: "这个数是怎么算出来的？", en: "How was this figure reached?")
    static let ways = Message(zh: "往下看", en: "Ways down")
    static let search = Message(zh: "查找与翻页", en: "Search and pages")
    static let searchLabel = Message(zh: "地名、标的或合同号", en: "Place, lot or contract number")
    static let county = Message(zh: "潞城区", en: "Lucheng")
    static let township = Message(zh: "史回镇", en: "Shihui")
    static let signed = Message(zh: "签订合同", en: "Sign the contract")
    static let print = Message(zh: "看公告", en: "Read the notice")
}

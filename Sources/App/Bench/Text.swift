import Kernel

/// What the bench says.
package enum BenchText {
    static func collective(_ village: Int) -> String { "示例村\(village)集体经济组织" }

    /// The public line on a voucher, as villages write it.
    static func summary(_ number: Int) -> String {
        switch number % 4 {
        case 0: "收到机动地承包费"
        case 1: "支付村内道路养护费"
        case 2: "应收池塘承包费"
        default: "购置灌溉水泵"
        }
    }

    static let heading = Message(
        zh: "| 工作 | 结果 | 目标 | 与上限之比 | |", en: "| work | figure | goal | part of the bound | |")
    static let costHeading = Message(
        zh: "| 测量 | 处理器秒（全部进程） | 最大内存 MB |", en: "| measurement | CPU-seconds, all processes | peak MB |")
    static let met = Message(zh: "达到", en: "met")
    static let short = Message(zh: "不足", en: "short")
    static let noPostgres = Message(
        zh: "没有 PostgreSQL：请用 --database postgres://…。", en: "no PostgreSQL: give --database postgres://…")

    static func name(_ name: FigureName?) -> Message {
        switch name {
        case .flushes: Message(zh: "磁盘刷写", en: "flushes of the disk")
        case .plainRows: Message(zh: "SQLite 单独写同样的行（凭证）", en: "plain SQLite, the same rows (vouchers)")
        case .hashes: Message(zh: "SHA-256（640 字节）", en: "SHA-256 of 640 bytes")
        case .vouchers: Message(zh: "记账凭证，引擎，全市", en: "vouchers, engine, the city")
        case .vouchersPlain: Message(zh: "与 SQLite 单独写之比", en: "vouchers against plain SQLite")
        case .aloneEngine: Message(zh: "单人，引擎", en: "one user alone, engine")
        case .logAppend: Message(zh: "只写日志", en: "log append alone")
        case .vouchersPostgres: Message(zh: "记账凭证，PostgreSQL", en: "vouchers, engine, PostgreSQL")
        case .trialBalances: Message(zh: "全市科目余额表", en: "all trial balances of the city")
        case .statements: Message(zh: "各村两张报表", en: "both statements of all villages")
        case .trialBalancesPlain: Message(zh: "与 SQLite 单独汇总分录之比", en: "trial balances against plain SQLite")
        case .bookPage: Message(zh: "一本账的首页，第 99 百分位", en: "first page of a book, p99")
        case .consolidation: Message(zh: "全市合并", en: "consolidation of the city")
        case .booksProcessor: Message(zh: "以上账簿各项的处理器秒", en: "processor time of the books' figures")
        case .verify: Message(zh: "全部核验", en: "verify")
        case .verifyMemory: Message(zh: "核验所用内存", en: "verify, memory")
        case .verifyLedger: Message(zh: "只核验账簿", en: "verify, the ledger part alone")
        case nil: Message(zh: "", en: "")
        case .some(let name): served(name)
        }
    }

    private static func served(_ name: FigureName) -> Message {
        switch name {
        case .vouchersHTTP: Message(zh: "记账凭证，HTTP，64 个客户端", en: "vouchers over HTTP, 64 clients")
        case .vouchersHTTPLatency: Message(zh: "同上，第 99 百分位", en: "the same, p99")
        case .bids16: Message(zh: "一宗标的上接受的出价，16 人", en: "bids accepted on one lot, 16 bidders")
        case .bids64: Message(zh: "一宗标的上接受的出价，64 人", en: "bids accepted on one lot, 64 bidders")
        case .bidAnswers64: Message(zh: "同上，全部答复", en: "the same, all answers")
        case .bids64Latency: Message(zh: "同上，第 99 百分位", en: "the same, p99")
        case .bids256: Message(zh: "一宗标的上接受的出价，256 人", en: "bids accepted on one lot, 256 bidders")
        case .bidsScale: Message(zh: "256 人与 16 人之比（全部答复）", en: "256 bidders against 16, all answers")
        case .aloneHTTP: Message(zh: "单人，HTTP", en: "one user alone, HTTP")
        case .page: Message(zh: "公开的村页面", en: "public village page")
        case .pageKinds: Message(zh: "一万宗交易的县，各类页面", en: "kinds of page, county of 10,000 sales")
        case .pageWeight: Message(zh: "最重的一页连图片", en: "the heaviest page with its pictures")
        case .pageAnswer: Message(zh: "最慢一类页面，第 99 百分位", en: "the slowest kind of page, p99")
        case .fanOut: Message(zh: "实时推送，500 毫秒内", en: "live viewers told within 500 ms")
        case .fanOutLate: Message(zh: "同上，第 99 百分位", en: "the same, p99")
        case .fanOutRate: Message(zh: "每处理器秒推送的消息", en: "live messages per CPU-second")
        case .stalled: Message(zh: "有停滞的读者时，第 99 百分位", en: "beside stalled readers, p99")
        case .resume: Message(zh: "恢复时的遗漏或重复", en: "gaps or repeats on resuming")
        case .resident: Message(zh: "一千名观众时的内存", en: "resident with 1,000 viewers")
        case .startUp: Message(zh: "启动", en: "start-up on the city")
        default: Message(zh: name.rawValue, en: name.rawValue)
        }
    }
}

import Kernel
import Storage

/// What the program says on a terminal.
enum CLIText {
    static let program = Message(
        zh: "阡陌：农村集体三资的登记、交易、记账与公开。",
        en: "Qianmo registers, trades, accounts for and discloses what villages hold in common.")
    static let data = Message(zh: "数据目录。", en: "The folder with the store and the keys.")
    static let database = Message(
        zh: "PostgreSQL 连接地址（postgres://…）；不填则用数据目录里的文件。",
        en: "A PostgreSQL database (postgres://…) for the stores; files in the folder if absent.")
    static let schema = Message(zh: "PostgreSQL 模式名。", en: "The schema in that database.")
    static let json = Message(zh: "按 JSON 输出。", en: "Print JSON for programs.")
    static let serve = Message(zh: "提供网页和接口。", en: "Serve the pages and the API.")
    static let host = Message(zh: "监听地址。", en: "The address to listen on.")
    static let port = Message(zh: "端口。", en: "The port to listen on.")
    static let plain = Message(
        zh: "本机明文方式（仅限回环地址）。", en: "Plain HTTP with plain cookies, on a loopback address only.")
    static let publicAddress = Message(
        zh: "对外网址，印在纸质文件上（https://…）。", en: "The public address that is printed on papers (https://…).")
    static let behindProxy = Message(zh: "前面有自己的代理。", en: "A proxy of ours stands in front.")
    static let demo = Message(
        zh: "演示：明文、仅限本机，并打印演示人员的登录方式。", en: "A demo: plain, this machine only; prints the demo people's sign-ins.")
    static let migrate = Message(zh: "建立或更新数据库结构。", en: "Bring the store's schema up to date.")
    static let seed = Message(zh: "填入演示数据。", en: "Fill a house with invented people.")
    static let practice = Message(
        zh: "练习：时钟可以往后拨（仅限练习用数据）。", en: "Practice: the clock can be moved on by hand (practice data only).")
    static let notForPractice = Message(
        zh: "这里不是练习用数据，时钟不能拨动。", en: "This is no practice house: its clock cannot be moved by hand.")
    static let seedDemo = Message(zh: "一个虚构的示范县。", en: "A demo county; does nothing when it is there already.")
    static let demoSales = Message(
        zh: "另加这么多宗交易（看大县的页面用）。", en: "So many sales beside, to see the pages of a large county.")
    static let small = Message(zh: "只建六个村的小县（测试用）。", en: "Only the small county of six villages, for tests.")
    static let importing = Message(zh: "导入文件。", en: "Import a file.")
    static let importDivisions = Message(
        zh: "导入行政区划清单（CSV）。", en: "Import a list of divisions (code,name,level,parent,kind).")
    static let importDeposits = Message(
        zh: "导入银行到账明细（CSV）。", en: "Import a bank's file of deposits, as the desk's page does.")
    static let depositFile = Message(
        zh: "文件：reference,date,amount,payer_name,payer_account,remark，或银行的中文表头。",
        en: "The file: reference,date,amount,payer_name,payer_account,remark, or the banks' Chinese headings.")
    static let asOffice = Message(zh: "由哪个岗位导入。", en: "The desk that imports it.")
    static func depositsImported(_ rows: Int, _ recorded: Int64, _ entries: Int) -> Message {
        Message(
            zh: "读取 \(rows) 行，登记保证金 \(recorded) 笔；写入日志 \(entries) 条。",
            en: "Read \(rows) rows: \(recorded) deposits recorded; \(entries) log entries.")
    }
    static func rowForeign(_ row: Int64) -> Message {
        Message(zh: "第 \(row) 行：附言不是报名编号，未登记。", en: "Line \(row): the remark names no registration; set aside.")
    }
    static func rowRefused(_ row: Int64, _ reason: Message) -> Message {
        Message(zh: "第 \(row) 行：未登记。\(reason.zh)", en: "Line \(row): not recorded. \(reason.en)")
    }
    static func rowKnown(_ row: Int64) -> Message {
        Message(zh: "第 \(row) 行：这笔到账以前已经登记。", en: "Line \(row): recorded before; set aside.")
    }
    static let file = Message(zh: "文件。", en: "The file.")
    static let asOf = Message(zh: "清单生效日期。", en: "The day from which the list holds (YYYY-MM-DD; today if absent).")
    static let system = Message(zh: "代码体系：statistical 或 civilAffairs。", en: "statistical or civilAffairs.")
    static let scope = Message(
        zh: "清单完整覆盖的上级代码；清单里没有的将关闭。", en: "The code the list is complete for; what it leaves out is closed.")
    static let level = Message(zh: "清单中完整的层级。", en: "The level that is complete in the list.")
    static let scenario = Message(zh: "按行执行情景文件。", en: "Run a scenario, one command a line.")
    static let trialBalance = Message(zh: "打印科目余额表。", en: "Print an organisation's trial balance.")
    static let organisation = Message(zh: "集体经济组织编号。", en: "The organisation.")
    static let at = Message(zh: "截至日期（默认今天）。", en: "Through this day (today if absent).")
    static let export = Message(zh: "导出。", en: "Write things out for other programs.")
    static let exportHledger = Message(zh: "按 hledger 格式导出账簿。", en: "The books as an hledger journal.")
    static let exportLog = Message(zh: "导出公开日志为文件。", en: "The log as static files (C2SP tlog-tiles).")
    static let directory = Message(zh: "目录。", en: "The directory.")
    static let verify = Message(zh: "核验。", en: "Recompute and check; exit 1 names the first bad entry.")
    static let mend = Message(
        zh: "按日志重算数据表中与日志不符的行，并在日志中记下一条。",
        en: "Make the rows that differ from the log again from it, and say so in the log.")
    static let mendOnlyTell = Message(zh: "只说明哪些行不符，不改动。", en: "Only say which rows differ; change nothing.")
    static let nothingToMend = Message(zh: "数据表与日志一致，无需修复。", en: "The tables are as the log says; nothing to mend.")
    static func rowsDiffer(_ rows: TableMending.Rows) -> Message {
        Message(
            zh: "\(rows.table)：缺 \(rows.missing) 行，多 \(rows.surplus) 行，不符 \(rows.changed) 行",
            en: "\(rows.table): \(rows.missing) missing, \(rows.surplus) surplus, \(rows.changed) changed")
    }
    static func mended(_ tables: Int) -> Message {
        Message(
            zh: "已修复 \(tables) 张表；请再运行 qianmo verify。",
            en: "Tables mended: \(tables). Run qianmo verify once more.")
    }
    static let verifyAll = Message(zh: "由日志重算全部数据。", en: "Recompute the whole store from the log.")
    static let verifyProof = Message(zh: "核验一份凭证。", en: "Check a receipt (.tlog-proof) offline.")
    static let verifyLog = Message(zh: "核验导出的日志。", en: "Recompute an exported log.")
    static let verifyDiff = Message(zh: "核验新日志是旧日志的延续。", en: "Check that a newer export continues an older one.")
    static let key = Message(zh: "日志公钥文件。", en: "The file with the log's public key.")
    static let readers = Message(
        zh: "公开页面用的只读连接（postgres://…）。", en: "A PostgreSQL role that public pages read by (see grant).")
    static let grant = Message(
        zh: "让一个 PostgreSQL 角色只读公开内容。", en: "Let a PostgreSQL role read what public pages show, and nothing else.")
    static let role = Message(zh: "角色名。", en: "The role; the database's administrator makes it.")
    static let needsPostgres = Message(zh: "这需要 PostgreSQL（postgres://…）。", en: "This needs PostgreSQL (postgres://…).")
    static func granted(_ role: String, _ tables: Int) -> Message {
        Message(zh: "\(role) 可以读 \(tables) 张表，不能写。", en: "\(role) may read \(tables) tables and write none.")
    }
    static let copy = Message(
        zh: "把一套数据从一种数据库搬到另一种。", en: "Copy an installation from one store to another, and compare both.")
    static let from = Message(zh: "从哪里：目录或 postgres://…。", en: "From where: a folder, or postgres://…")
    static let to = Message(zh: "到哪里：目录或 postgres://…，须为空。", en: "To where: a folder, or postgres://…; empty yet.")
    static let backup = Message(
        zh: "备份数据（不含密钥）。", en: "Write both stores into a new folder, while others go on writing. Never the keys.")
    static let restore = Message(zh: "把备份恢复到空的数据库。", en: "Bring a backup into a store that holds nothing.")
    static let backupFolder = Message(zh: "备份目录。", en: "The folder of the backup.")
    static let recipient = Message(
        zh: "收件公钥（age1…）：备份加密给他；可写多个。",
        en: "Whose key the backup is enciphered for (age1…); may be given more than once.")
    static let identity = Message(
        zh: "解密用的 age 私钥文件。", en: "The file with the age key that opens an enciphered backup.")
    static let backupFrames = Message(
        zh: "连同原始监测报文的文件一起备份。", en: "Take the files of raw frames as well.")
    static func framesCopied(_ files: Int) -> Message {
        Message(zh: "复制了 \(files) 个原始报文文件。", en: "\(files) files of raw frames copied.")
    }

    static func needsIdentity(_ folder: String) -> Message {
        Message(
            zh: "\(folder) 里的备份是加密的，请用 --identity 指明私钥文件。",
            en: "The backup in \(folder) is enciphered. Name the file with its key: --identity FILE.")
    }
    static let needsAge = Message(zh: "缺少 age，请先安装：apt install age。", en: "age is missing: apt install age.")
    static func ageRefused(_ said: Substring) -> Message {
        Message(zh: "age 没有完成，没有留下备份：\(said)", en: "age refused, and nothing was made: \(said)")
    }
    static let epoch = Message(zh: "日志时期。", en: "Epochs of the log.")
    static let epochOpen = Message(
        zh: "恢复旧备份后，由负责人决定从此继续，并记入日志。",
        en: "Go on from an older log after a loss; the log tells why and what was given up.")
    static let reason = Message(zh: "原因，将公开。", en: "Why; it will be public.")
    static func notEmpty(_ name: String) -> Message {
        Message(zh: "\(name) 里已有数据，没有改动。", en: "\(name) holds data already. Nothing was changed.")
    }
    static func stillWriting(_ name: String) -> Message {
        Message(zh: "还有进程在写入 \(name)，请先停止。", en: "Another program is writing to \(name). Stop it first.")
    }
    static func copied(_ size: Int64, _ root: String, _ tables: Int) -> Message {
        Message(
            zh: "已复制并比对 \(tables) 张表，日志 \(size) 条，根 \(root)。密钥不在其中，请把 keys 目录另行带去；从此只用其中一套。",
            en: """
                Copied and compared \(tables) tables; log size \(size), root \(root). The keys are not among them: carry \
                the keys folder over yourself, and from now on use only one of the two.
                """)
    }
    static func backedUp(_ size: Int64, _ root: String, _ tables: Int) -> Message {
        Message(
            zh: "已备份并比对 \(tables) 张表，日志 \(size) 条，根 \(root)。密钥须另行备份。",
            en:
                "Backed up and compared \(tables) tables; log size \(size), root \(root). Back the keys up apart from it."
        )
    }
    static func restored(_ size: Int64, _ root: String, _ tables: Int) -> Message {
        Message(
            zh: "已恢复并比对 \(tables) 张表，日志 \(size) 条，根 \(root)。",
            en: "Restored and compared \(tables) tables; log size \(size), root \(root).")
    }
    static func damagedBackup(_ file: String) -> Message {
        Message(
            zh: "备份与备份时不一致，没有恢复任何东西（SHA256SUMS：\(file)）。请换一份备份。",
            en: "The backup is not as it was written; nothing was restored (SHA256SUMS: \(file)). Take another backup.")
    }
    static func epochOpened(_ entry: Int64) -> Message {
        Message(
            zh: "新的时期从第 \(entry) 条开始，原因已公开。", en: "A new epoch begins with entry \(entry), which tells why.")
    }
    static let docs = Message(zh: "打印生成的文档。", en: "Print generated documents.")
    static let docsCommands = Message(zh: "全部操作。", en: "Every command (docs/commands.md).")
    static let docsAccess = Message(zh: "权限表。", en: "The access table (docs/access.md).")

    static let bench = Message(
        zh: "测量本机上的速度与内存。", en: "Measure speed and memory on this machine (docs/bench.md).")
    static let benchNames = Message(
        zh: "all 或测量名称。",
        en: """
            all, or some of: bounds vouchers alone log postgres books verify ledger http bids page fanOut stalled resume \
            resident start.
            """)
    static let benchQuick = Message(zh: "小规模，只看能否运行。", en: "Small sizes: only whether each runs and its counts agree.")
    static let benchRuns = Message(zh: "每项测几次，取中位数。", en: "How often each is run; medians are printed.")
    static let benchFolder = Message(
        zh: "存放数据的目录，默认为临时目录。", en: "Where to keep what is written; a temporary folder if absent.")
    static let benchDatabase = Message(
        zh: "PostgreSQL 地址，用于该存储的测量。", en: "A PostgreSQL server (postgres://…) for the measurement of that store.")

    static func storeFails(_ reason: String) -> Message {
        Message(zh: "数据库不可用：\(reason)", en: "The store is not available: \(reason)")
    }
    /// A store that another program's schema is in.
    static func otherProgram(_ error: MigrationError) -> Message {
        switch error {
        case .unknown(let steps):
            Message(
                zh: """
                    这套数据由更新的程序建立，本程序不认识这些步骤：\(steps.joined(separator: "、"))。请装回更新的程序；要退回旧版，请恢复升级前的备份。
                    """,
                en: """
                    The store was made by a newer program: unknown migrations \(steps.joined(separator: ", ")). Install the newer one \
                    again, or restore the backup of before the update.
                    """)
        case .edited, .duplicate:
            Message(zh: "数据库结构与本程序不符：\(error)", en: "The store's schema is not this program's: \(error)")
        }
    }
    static let unknown = Message(
        zh: "提交结果未知，请用同一编号再提交一次。", en: "The outcome is unknown. Send the same again with the same key.")
    static func noHouse(_ path: String) -> Message {
        Message(zh: "\(path) 里没有数据。", en: "There is no house in \(path).")
    }
    static func outside(_ text: String, _ lowest: String, _ highest: String) -> Message {
        Message(
            zh: "“\(text)”不对：请填 \(lowest) 至 \(highest) 之间的整数。",
            en: "“\(text)” is not possible here: give a whole number from \(lowest) to \(highest).")
    }
    static func cannotRead(_ path: String) -> Message {
        Message(zh: "无法读取 \(path)。", en: "Cannot read \(path).")
    }
    static func badDate(_ text: String) -> Message {
        Message(zh: "日期“\(text)”不对，应如 2026-03-01。", en: "“\(text)” is no date; write it as 2026-03-01.")
    }
    static func badValue(_ text: String) -> Message {
        Message(zh: "“\(text)”不对。", en: "“\(text)” is not possible here.")
    }
    static func migrated(_ steps: Int64) -> Message {
        Message(zh: "数据库结构已是最新；日志 \(steps) 条。", en: "The schema is up to date; the log has \(steps) entries.")
    }
    static func imported(_ rows: Int, _ events: Int, _ counts: String) -> Message {
        Message(
            zh: "读入 \(rows) 行，产生 \(events) 条记录。\(counts)", en: "Read \(rows) rows; \(events) log entries. \(counts)")
    }
    static func counts(_ townships: Int, _ villages: Int) -> Message {
        Message(zh: "现有乡镇 \(townships)，村（社区）\(villages)。", en: "Now \(townships) townships, \(villages) villages.")
    }
    static let accepted = Message(zh: "受理", en: "accepted")
    static let refused = Message(zh: "拒绝", en: "refused")
    static let nothing = Message(zh: "无变化", en: "no change")
    static let notExpected = Message(zh: "（与预期不符）", en: " (not expected)")
    static func summary(_ accepted: Int, _ refused: Int, _ size: Int64, _ root: String) -> Message {
        Message(
            zh: "受理 \(accepted)，拒绝 \(refused)。日志 \(size) 条，根 \(root)",
            en: "\(accepted) accepted, \(refused) refused. Log size \(size), root \(root)")
    }
    static func exported(_ entries: Int64, _ directory: String) -> Message {
        Message(zh: "已导出 \(entries) 条到 \(directory)。", en: "Wrote \(entries) entries to \(directory).")
    }
    static func bad(_ fault: String, _ entry: Int64?) -> Message {
        let place = entry.map { " \($0)" } ?? ""
        return Message(zh: "核验不通过：第\(place) 条，\(fault)", en: "Bad: entry\(place): \(fault)")
    }
    static func cannotTell(_ fault: String) -> Message {
        Message(zh: "无法判断：\(fault)", en: "Cannot tell: \(fault)")
    }
    static func proven(_ index: Int64, _ size: Int64) -> Message {
        Message(
            zh: "凭证有效：第 \(index) 条在 \(size) 条的日志中。", en: "Good: entry \(index) is in the log of \(size) entries.")
    }
    static func goodLog(_ size: Int64, _ root: String) -> Message {
        Message(zh: "日志有效：\(size) 条，根 \(root)", en: "Good: \(size) entries, root \(root)")
    }
    static func continues(_ old: Int64, _ new: Int64) -> Message {
        Message(zh: "新日志（\(new) 条）延续旧日志（\(old) 条）。", en: "Good: \(new) entries continue \(old).")
    }
    static func progress(_ done: Int64, _ total: Int64) -> Message {
        Message(zh: "已核验 \(done) / \(total)", en: "\(done) of \(total) entries")
    }
    static let connectionsPerAddress = Message(
        zh: "一个地址（IPv4 地址或 IPv6 /64）最多同时有多少条连接；在代理后面由代理来数",
        en: "How many connections one address (IPv4, or an IPv6 /64) may have at once; behind a proxy the proxy counts")
    static let commandsPerSecond = Message(
        zh: "一个人每秒可以办多少件事（1–1000；连续 15 秒的量可以一次用完）；一个地址为十二个人的量",
        en:
            "How many commands a second one person may give, 1 to 1000 (fifteen seconds' worth at once); an address has those of twelve"
    )
    static let codeCommand = Message(
        zh: "发送短信验证码的程序；从标准输入读一行 JSON（phone、code、text、language），返回 0 即已交出。不给则不能用手机号登录",
        en:
            "The program that sends codes by SMS: it reads one line of JSON (phone, code, text, language) and ends with 0. Without one nobody signs in by phone"
    )
    static let messages = Message(
        zh: "用发验证码的程序也发零工市场的通知（邀约、取消、欠薪），并接收短信回复；回复的口令在 keys/messages.key",
        en: """
            Also send the labour market's messages (offers, cancellations, wages missed) by the program that sends codes, and \
            take the answers; their key is in keys/messages.key
            """)
    static let messagesNeedSender = Message(
        zh: "--messages 要和 --code-command 一起用。", en: "--messages needs --code-command as well.")
    static let noAddress = Message(
        zh: "没有给出 --address：证书和导出数据里的链接会指向本机地址。",
        en: "No --address was given: links on papers and in exports lead to this machine's own address.")
    static let waiting = Message(
        zh: "另一进程正在写入；本进程先提供查询，待其停止后接替。",
        en: "Another process is writing; this one serves reading and takes over when that one stops.")
    static func serving(_ address: String) -> Message {
        Message(zh: "阡陌已启动：\(address)", en: "Qianmo is at \(address)")
    }
    static let statements = Message(
        zh: "打印资产负债表和收益及收益分配表。", en: "Print an organisation's balance sheet and income statement.")
    static func booksBegin(_ organisation: String, _ day: String) -> Message {
        Message(zh: "\(organisation) 的账从 \(day) 建起，之前没有账。", en: "The books of \(organisation) begin on \(day).")
    }
    static func noBooks(_ organisation: String) -> Message {
        Message(zh: "“\(organisation)”还没有建账。", en: "\(organisation) has no books.")
    }
    static let sheetHeader = Message(zh: "资产负债表\t期末余额\t年初余额", en: "balance sheet\tclosing\tstart of the year")
    static let incomeHeader = Message(
        zh: "收益及收益分配表\t本月数\t本年金额\t上年金额", en: "income\tthis month\tthis year\tlast year")
    static let balanceHeader = Message(zh: "科目\t期初\t借方\t贷方\t期末", en: "account\topening\tdebit\tcredit\tclosing")
    static let total = Message(zh: "合计", en: "total")
}

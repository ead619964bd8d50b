import Kernel

/// The words of `qianmo export ocds`.
enum OCDSCommandText {
    static let abstract = Message(zh: "按开放合同数据标准导出标的。", en: "Lots as Open Contracting data (OCDS 1.1).")
    static let lot = Message(zh: "标的编号。", en: "The lot.")
    static let all = Message(zh: "全部公开过的标的。", en: "Every lot that has been public.")
    static let record = Message(zh: "输出记录包（含合并结果）。", en: "A record package with the compiled releases instead.")
    static let out = Message(
        zh: "写入该目录：releases.json 和 records.json。", en: "Write releases.json and records.json into this directory.")
    static let prefix = Message(zh: "登记的编号前缀。", en: "The registered prefix of identifiers.")
    static let site = Message(zh: "本县网站地址，末尾不带斜杠。", en: "The county's site, without a slash at the end.")
    static let publisher = Message(zh: "发布者名称。", en: "Who publishes.")
    static let either = Message(
        zh: "请给出 --lot 或 --all 之一；--record 不与 --out 同用。", en: "Give either --lot or --all; --record goes without --out."
    )
    static let nothing = Message(zh: "没有这样的公开标的。", en: "No such lot has been public.")

    static func written(_ lots: Int, _ releases: Int, _ directory: String) -> Message {
        Message(
            zh: "已导出 \(lots) 个标的、\(releases) 个发布到 \(directory)。",
            en: "Wrote \(lots) lots with \(releases) releases to \(directory).")
    }
}

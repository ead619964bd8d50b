import Kernel

/// The words of the log's page.
enum LogText {
    static let title = Message(zh: "公开日志", en: "The public log")
    static let question = Message(zh: "怎样知道没有人改过？", en: "How can one know that nothing was changed?")
    static func answer(_ size: String) -> Message {
        Message(zh: "\(size) 条记录，环环相扣", en: "\(size) entries, each sealed by the next")
    }
    static let note = Message(
        zh: "记下今天的校验点，以后任何时候都能证明：那时的记录还在，一个字没改。",
        en: "Keep today's checkpoint: at any later time it proves that what stood here then still stands here.")
    static let checkpoint = Message(zh: "签名校验点", en: "Signed checkpoint")
    static let size = Message(zh: "记录数", en: "Entries")
    static let root = Message(zh: "根哈希", en: "Root hash")
    static let at = Message(zh: "最新时间", en: "Latest")
    static let formerKeys = Message(
        zh: "以前的验证公钥（后面是签到第几条为止）", en: "Keys of before (and the size up to which each signed)")
    static let verifier = Message(zh: "验证公钥", en: "Key to verify with")
    static let latest = Message(zh: "最近的记录：谁在什么时候做了什么", en: "Latest entries: who did what, and when")
    static let entry = Message(zh: "序号", en: "Entry")
    static let kind = Message(zh: "事项", en: "Act")
    static let office = Message(zh: "岗位", en: "Desk")
    static let withheld = Message(zh: "不公开（留有承诺值）", en: "withheld (committed to)")
    static let role = Message(zh: "角色", en: "Role")
    static let stream = Message(zh: "对象", en: "About")
    static let time = Message(zh: "时间", en: "Time")
    static let find = Message(zh: "按岗位、对象、事项或地方查", en: "Find by desk, object, act or place")
    static let ofOne = Message(zh: "这一页的全部记录", en: "All entries about this page")
    static let asSealed = Message(zh: "日志里的写法", en: "As the log writes it")
    static let empty = Message(zh: "还没有记录。", en: "There are no entries yet.")
    static let older = Message(zh: "更早的记录", en: "Earlier entries")
    static func number(_ index: String) -> Message { Message(zh: "第 \(index) 条", en: "entry \(index)") }
    static func entryQuestion(_ index: String) -> Message {
        Message(zh: "日志第 \(index) 条写了什么？", en: "What does entry \(index) say?")
    }
    static let keep = Message(zh: "留一份校验点，自己核对", en: "Keep a checkpoint and check for yourself")
    static let download = Message(zh: "下载校验点", en: "Download the checkpoint")
    static let isProved = Message(zh: "在日志中，证明核对无误", en: "It stands in the log; its proof holds")
    static let isNotProved = Message(zh: "证明核对不上，请报告管理员", en: "The proof does not hold: tell the administrator")
    static let isProvedNote = Message(
        zh: "本页打开时，已用下面的证明和签名校验点核对过这条记录。",
        en: "The proof below was checked against the signed checkpoint when this page was opened.")
    static let whatStandsThere = Message(zh: "第几条记录写了什么？", en: "What does this entry say?")
    static func entryAnswer(_ index: String, _ kind: String) -> Message {
        Message(zh: "第 \(index) 条：\(kind)", en: "Entry \(index): \(kind)")
    }
    static let leaf = Message(zh: "记录原文", en: "The entry as it is sealed")
    static let proof = Message(zh: "证明（保存即可离线验证）", en: "Proof: keep it to verify offline")
    static let place = Message(zh: "地方", en: "Place")
    static let daily = Message(zh: "每日校验点", en: "Checkpoints of each day")
    static let day = Message(zh: "日期", en: "Day")
    static let tools = Message(
        zh: "用 qianmo verify 或任何支持 C2SP tlog 的工具都能独立验证。",
        en: "Verify with qianmo verify, or any tool that knows C2SP tlog.")

}

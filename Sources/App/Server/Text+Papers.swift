import Kernel

/// Words of a paper's page.
enum PaperWords {
    static let what = Message(zh: "这是什么材料？", en: "Which paper is this?")
    static let kind = Message(zh: "格式和大小", en: "Kind and size")
    static let state = Message(zh: "存放情况", en: "State")
    static let whole = Message(
        zh: "文件在本系统中，未被改动（刚刚重新核对）", en: "The paper is in the house: unchanged (recomputed just now)")
    static let changed = Message(
        zh: "存放的文件已被改动或损坏，请告知管理员", en: "The kept file was changed or damaged: tell the administrator")
    static let remark = Message(zh: "注意", en: "Note")
    static let use = Message(zh: "用在", en: "Used in")
    static let earlier = Message(zh: "上一页", en: "Page before")
    static let later = Message(zh: "下一页", en: "Next page")
    static func page(_ page: Int, of pages: Int) -> Message {
        Message(zh: "第 \(page) 页，共 \(pages) 页", en: "Page \(page) of \(pages)")
    }
    static let download = Message(zh: "下载原件", en: "Download the original")
    static let kept = Message(zh: "保存期限", en: "To be kept")
    static let keptForEver = Message(zh: "长期保存", en: "for ever")
    static func keptUntil(_ day: String) -> Message { Message(zh: "至少到 \(day) 之前", en: "until \(day) at least") }
    static let endedTitle = Message(zh: "保存期满的材料", en: "Papers whose term has ended")
    static let endedQuestion = Message(zh: "哪些材料已满保存期限？", en: "Which papers need not be kept any longer?")
    static func ended(_ count: String, hasMore: Bool) -> Message {
        guard count != "0" else { return Message(zh: "没有", en: "None") }
        return hasMore
            ? Message(zh: "前 \(count) 份，还有更多", en: "The first \(count), and more")
            : Message(zh: "\(count) 份", en: "\(count)")
    }
    static let endedNote = Message(
        zh: "期满不等于可以销毁：未了结的债权债务、诉讼和长期保存的材料除外，由人鉴定。本系统不会自己删除。",
        en:
            "That a term has ended is no leave to destroy: open claims, lawsuits and what is kept for ever stay, and people judge. The program takes none away by itself."
    )
    static let paper = Message(zh: "材料", en: "Paper")
    static let paperClass = Message(zh: "类别", en: "Class")
    static let endedOn = Message(zh: "期满日期", en: "Ended on")
    static let source = Message(zh: "依据", en: "Source")
    static let findTitle = Message(zh: "按文字查找材料", en: "Papers by their words")
    static let findWords = Message(zh: "材料上的文字", en: "Words on the paper")
    static let findNote = Message(
        zh: "文字由机器识别，可能有错漏，只用于查找；以原件为准。",
        en: "Read by a machine, with mistakes and gaps: for looking up only. What counts is the paper.")
    static let usedFor = Message(zh: "用在", en: "Used for")
    static let alikes = Message(zh: "看起来是同一张照片", en: "Looks like the same photo")
    static let alikesNote = Message(
        zh: "左边是这份，右边是别处用过的。是不是同一张照片，由人判断。",
        en:
            "This one on the left, the one used elsewhere on the right. Whether it is the same photo is for a person to say."
    )
    static func alikeOf(_ name: String) -> Message { Message(zh: "用在：\(name)", en: "Used for: \(name)") }
    static let mark = Message(zh: "文件校验值（SHA-256）", en: "SHA-256 of the paper")
}

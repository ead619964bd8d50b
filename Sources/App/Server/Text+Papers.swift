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
    static let mark = Message(zh: "文件校验值（SHA-256）", en: "SHA-256 of the paper")
}

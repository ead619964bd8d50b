import Kernel

/// Why the house does not open.
enum InstallationText {
    static func badOrigin(_ origin: String) -> Message {
        Message(zh: "“\(origin)”不能作日志名称。", en: "“\(origin)” cannot name a log.")
    }
    static func keysIncomplete(_ path: String) -> Message {
        Message(
            zh: "密钥目录不完整或无法读取：\(path)。请从备份恢复密钥。",
            en: "The keys in \(path) are incomplete or unreadable. Restore them from your backup.")
    }
    static func halfWrong(_ path: String) -> Message {
        Message(
            zh: "\(path) 与 log.key 不是一对。请从备份恢复密钥目录；确认 log.key 无误的，删去 \(path) 再启动，系统会重新生成。",
            en:
                "\(path) is not the public half of log.key. Restore the keys directory from your backup; where log.key is right, delete \(path) and start again: it is made anew."
        )
    }
    static func keyOfAnother(_ file: String) -> Message {
        Message(
            zh: """
                日志头不是用 keys/\(file) 签封的：要么密钥是另一套数据的，要么日志头被改动过。请从备份恢复密钥目录；密钥无误的，请运行 qianmo verify。
                """,
            en: """
                The head of the log was not made with keys/\(file): either it is the key of another installation, or the head was \
                changed. Restore the keys directory from your backup; where the key is right, run qianmo verify.
                """)
    }
    static let noKeyOpens = Message(
        zh: "installation.key 里没有一把密钥能打开这份数据库。请从备份恢复密钥目录。",
        en: "No key in installation.key opens this store. Restore the keys directory from your backup.")
    static let keysMissing = Message(
        zh: "数据库里已有日志，但没有密钥。请从备份恢复密钥目录。",
        en: "The store holds a log but there are no keys. Restore the keys directory from your backup.")
    static func openFolder(_ path: String) -> Message {
        Message(
            zh: "别人也能进入目录 \(path)；请运行 chmod 700。", en: "Others can enter the folder \(path); run chmod 700.")
    }
    static let asRoot = Message(
        zh: "程序以 root 身份运行；请为它另设一个用户。", en: "This runs as root; give it a user of its own.")
    static let otherSchema = Message(
        zh: "另一进程正在写入，而数据库结构与本程序不一致。请先停止那个进程，再启动本程序。",
        en: "Another program is writing, and the store's schema is not this program's. Stop that one, then start this."
    )
    static func cannotWrite(_ path: String) -> Message {
        Message(zh: "无法写入 \(path)。", en: "Cannot write \(path).")
    }
    static func signerUnreadable(_ path: String) -> Message {
        Message(zh: "签名记录无法读取：\(path)。", en: "The record of what was signed is unreadable: \(path).")
    }
    static let headUnreadable = Message(zh: "日志头无法读取。", en: "The head of the log is unreadable.")
    static let signerMissing = Message(
        zh: "没有签名记录，不能确认这份日志是否完整。请从备份恢复 keys/signed。",
        en: "There is no record of what was signed, so this log cannot be trusted. Restore keys/signed.")
    static func tailFails(_ entry: Int64, _ fault: String) -> Message {
        Message(
            zh: "日志末尾核验不通过（第 \(entry) 条：\(fault)）。请运行 qianmo verify。",
            en: "The tail of the log does not verify (entry \(entry): \(fault)). Run qianmo verify.")
    }
    static func copyDiffers(_ table: String) -> Message {
        Message(zh: "复制后的数据表 \(table) 与原来不同。", en: "The copy of the table \(table) is not what was copied.")
    }
}

import Kernel
import Platform

extension CLIText {
    static let keys = Message(zh: "管理站点的密钥。", en: "Care for the keys of the installation.")
    static let keysRotate = Message(
        zh: "换一把新的 installation.key，并用它重新加密和封签；先停服务。",
        en: "Put a fresh installation.key in force and wrap and seal anew under it; stop the server first.")
    static func keysRotated(_ outcome: KeyRotation.Outcome, _ subjects: Int, _ papers: Int, _ keys: Int) -> Message {
        let file = Message(
            zh: "installation.key 现有 \(keys) 行，新的在最前；请重新备份密钥目录。",
            en: "installation.key has \(keys) lines now, the newest first: copy the folder of keys again.")
        return switch outcome {
        case .rotated:
            Message(
                zh: "新密钥已启用，\(subjects) 把个人和项目密钥、\(papers) 份单据已重新加密。\(file.zh)",
                en: """
                    The new key is in force; \(subjects) keys of people and things were wrapped anew, \(papers) papers \
                    sealed anew. \(file.en)
                    """)
        case .finished:
            Message(zh: "上次没有换完的，现已换完。\(file.zh)", en: "The rotation that broke off is finished. \(file.en)")
        case .broughtForward:
            Message(
                zh: "数据库是换密钥以前的，已改用新密钥（\(subjects) 把）。",
                en: "The store was of before a rotation; it is under the newest key again (\(subjects) keys).")
        }
    }
}

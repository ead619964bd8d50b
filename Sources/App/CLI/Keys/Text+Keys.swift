import Kernel
import Platform

extension CLIText {
    static let keys = Message(zh: "管理站点的密钥。", en: "Care for the keys of the installation.")
    static let keysRotate = Message(
        zh: "换一把新密钥（installation、log 或 sign-in），该重新加密、封签的随即办好；先停服务。",
        en:
            "Put a fresh key in force (installation, log or sign-in) and seal anew what hangs on it; stop the server first."
    )
    static let keyToRotate = Message(
        zh: "换哪一把：installation（缺省）、log、sign-in。", en: "Which one: installation, log or sign-in.")
    static func signerChanged(_ entry: Int64, _ key: String) -> Message {
        Message(
            zh: "日志改用新的签名密钥，第 \(entry) 条已写明。新公钥：\(key)。以前的公钥留在 log.pub 里，老凭证照样能验；请马上重新备份密钥目录和数据。",
            en: """
                A new key signs the log; entry \(entry) says so. Its public half: \(key). Those of before stay in log.pub, so that \
                older receipts verify. Copy the folder of keys and make a backup now.
                """)
    }
    static func signInRotated(_ accounts: Int, _ codes: Int) -> Message {
        Message(
            zh: "新的 sign-in.key 已启用，\(accounts) 个账户的手机号和动态口令已重新加密；\(codes) 个备用码作废，请各人重新生成。请重新备份密钥目录。",
            en: """
                The new sign-in.key is in force; phones and second factors of \(accounts) accounts are sealed anew. \(codes) recovery \
                codes are void: everybody makes new ones. Copy the folder of keys again.
                """)
    }
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

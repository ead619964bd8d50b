import Kernel
import Web

/// What the keys of the issuer are spoken of with.
enum IssuerText {
    static let propose = Message(zh: "提议更换签名密钥", en: "Propose a new signing key")
    static let rotate = Message(zh: "更换签名密钥", en: "Change to a new signing key")

    static let keys = Message(zh: "证书签名密钥", en: "Signing keys of certificates")
    static let whichKey = Message(zh: "现在用哪一把密钥签发证书？", en: "Which key are certificates signed with?")
    static let note = Message(
        zh: "换下的密钥继续公布，它签过的证书照样有效；泄露的密钥签名不再算数，证书重新下载即可。",
        en: """
            A key that was changed stays published, and what it signed stays valid. A signature of one that was laid open proves \
            nothing; certificates are fetched anew.
            """)
    static let proposeNote = Message(zh: "提议以后，由另一个人更换。", en: "Somebody else carries it out.")
    static let rotateNote = Message(
        zh: "新密钥从现在起用，旧密钥保留公布。", en: "The new key is in force at once; the old one stays published.")
    static let number = Message(zh: "第几把", en: "Key")
    static let from = Message(zh: "启用", en: "From")
    static let until = Message(zh: "停用", en: "Until")
    static let state = Message(zh: "状态", en: "State")
    static let ending = Message(zh: "为什么更换", en: "Why it is changed")
    static let beginning = Message(zh: "开办时", en: "the beginning")
    static let inForce = Tag(Message(zh: "在用", en: "in force"), .good)
    static let proposed = Message(zh: "已提议更换", en: "A change is proposed")

    static func answer(_ number: String) -> Message { Message(zh: "第 \(number) 把", en: "Key \(number)") }
}

extension KeyEnding {
    var label: Message {
        switch self {
        case .scheduled: Message(zh: "到期换新", en: "its time is over")
        case .compromised: Message(zh: "密钥泄露", en: "it was laid open")
        }
    }

    var tag: Tag {
        switch self {
        case .scheduled: Tag(Message(zh: "已换下，签过的有效", en: "retired, what it signed is valid"), .neutral)
        case .compromised: Tag(Message(zh: "已泄露，签名不算数", en: "laid open, proves nothing"), .bad)
        }
    }
}

import Kernel

/// What certificates on paper say.
enum CardText {
    static let photo = Message(zh: "照片", en: "Photo")
    static let issuer = Message(zh: "发证单位（盖章）", en: "Issued by (stamp)")
    static let stamp = Message(zh: "经办人：", en: "Signature:")
    static let notTheStates = Message(
        zh: "本证由县里发放，不是国家职业资格证书；有国家证书的，正面写明其编号。",
        en:
            "Issued by the county; it is no certificate of the state; where there is one, its number stands on the front."
    )
    static let pdf = Message(zh: "证书（PDF）", en: "Certificate (PDF)")
    static let original = Message(zh: "打印正本（含姓名）", en: "Print the original (with the name)")
    static let ofCourse = Message(zh: "打印全班证书", en: "Print all certificates of the course")
}

extension CertificateKind {
    /// What stands above the paper.
    var paperTitle: Message {
        switch self {
        case .skillLevel: Message(zh: "职业技能等级证书", en: "Certificate of Skill Level")
        case .singleSkill: Message(zh: "专项职业能力证书", en: "Certificate of a Single Skill")
        case .training: Message(zh: "培训合格证书", en: "Certificate of Training")
        }
    }
}

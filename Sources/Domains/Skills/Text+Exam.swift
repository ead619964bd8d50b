import Kernel

/// What examiners and their signatures are spoken of with.
enum ExamText {
    static let nameAccount = Message(zh: "登记考评员账户", en: "Name an examiner’s account")
    static let signMarks = Message(zh: "考评员签字", en: "Sign the marks")

    static let account = Message(zh: "账户", en: "Account")
    static let accountHint = Message(
        zh: "考评员本人登录用的账户；签字要用它", en: "The one the examiner signs in with, and signs marks with")
    static let noAccount = Message(zh: "未登记", en: "none named")
    static let marks = Message(zh: "要签字的成绩", en: "The marks to sign")
    static let signNote = Message(
        zh: "签字表示成绩与考评结果一致。签字后再改成绩，两人的签字都作废。",
        en: "You sign that these are the marks you gave. If one is changed afterwards, both signatures are void.")
    static let signatures = Message(zh: "考评员签字", en: "Signatures")
    static let unsigned = Message(zh: "未签字", en: "not signed")
    static let digest = Message(zh: "成绩表校验值", en: "Digest of the marks")
    static let voided = Message(zh: "签字后改过成绩", en: "Marks were changed after a signature")

    static func voidedTimes(_ count: String, _ last: String) -> Message {
        Message(
            zh: "签字后改过 \(count) 次，最近一次 \(last)，原签字作废。",
            en: "Changed \(count.of("time")), last \(last); the signatures of before are void.")
    }
}

import Kernel
import Registry
import Web

/// Words of what a payment rests on.
enum SpendingText {
    static let resolution = Message(zh: "依据的决议", en: "Resolution it rests on")
    static func resolutionHint(_ from: Money) -> Message {
        from == .zero
            ? Message(zh: "有决议的选上", en: "Where there is one")
            : Message(
                zh: "付款 \(Format(.chinese).money(from)) 起须由成员（代表）大会决定；先登记决议",
                en: "From \(Format(.english).money(from)) on the members decide; record the resolution first")
    }
    static let contract = Message(zh: "合同编号", en: "Number of the contract")
    static let contractHint = Message(zh: "工程付款要填", en: "For works there is one")
    static let filing = Message(zh: "乡镇备案号", en: "The township's filing")
    static func filingHint(_ from: Money) -> Message {
        from == .zero
            ? Message(zh: "有备案的填上", en: "Where there is one")
            : Message(
                zh: "付款 \(Format(.chinese).money(from)) 起须报乡镇审核备案",
                en: "From \(Format(.english).money(from)) on the township has it on file")
    }
}

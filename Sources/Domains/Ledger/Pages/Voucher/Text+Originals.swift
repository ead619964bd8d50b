import Kernel
import Web

/// Words of the originals behind vouchers.
extension LedgerText {
    static let indexOriginal = Message(zh: "登记原始凭证", en: "Enter an original")
    static let archives11 = LegalBasis(
        Message(
            zh: "《会计信息化工作规范》（财会〔2024〕11号）第二十七、二十八条（电子原件、纸质原件与检索关系）",
            en: "Caikuai 2024 no. 11, arts. 27, 28 (electronic and paper originals, and the index between both)"),
        source: "domain notes books 3.1, S-11")
}

extension OriginalKind {
    var label: Message {
        switch self {
        case .printed: Message(zh: "电子凭证的打印件", en: "Print of an electronic original")
        case .scanned: Message(zh: "纸质凭证的照片或扫描件", en: "Photo or scan of a paper")
        case .paper: Message(zh: "只有纸质原件", en: "Paper alone")
        }
    }
}

enum OriginalText {
    static let originals = Message(zh: "原始凭证", en: "Originals")
    static let kind = Message(zh: "形式", en: "Form")
    static let shelf = Message(zh: "纸质存放处", en: "Where the paper lies")
    static let shelfHint = Message(zh: "柜、盒、号，例如“2026-03 盒 第 5 号”", en: "Cabinet, box, number")
    static let file = Message(zh: "电子文件", en: "File")
    static let none = Message(zh: "还没有登记。", en: "None is entered yet.")
    static let whereIsIt = Message(zh: "原件在哪里？", en: "Where is the original?")
    static let note = Message(
        zh: "用打印件作凭证的，要留电子原件；用照片或扫描件的，要留纸质原件。两者互相找得到。",
        en:
            "Whoever files a print keeps the electronic original; whoever files a photo or scan keeps the paper. Each leads to the other."
    )
    static let columns = [
        Message(zh: "凭证", en: "Voucher"), Message(zh: "形式", en: "Form"),
        Message(zh: "纸质存放处", en: "Where the paper lies"), Message(zh: "文件 SHA-256", en: "SHA-256 of the file"),
    ]
}

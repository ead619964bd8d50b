import Kernel

extension CleanupText {
    static let importTitle = Message(zh: "导入清理台账", en: "Import the list of contracts")
    static let importQuestion = Message(zh: "哪个文件是合同清理台账？", en: "Which file is the list of contracts?")
    static let importHint = Message(
        zh: "XLSX 或 CSV，原样交来即可：标题、两行表头、合并的单元格和单位都认得。有问题的合同也登记，问题逐条列出。",
        en:
            "XLSX or CSV as it comes: titles, two rows of headings, merged cells and units are read. Contracts with problems are taken too, each problem named."
    )
    static let seeBoard = Message(zh: "看清理进度", en: "See the clean-up")
    static let noContract = Message(zh: "合计或备注，不是合同", en: "a sum or a remark, no contract")

    static func found(_ code: ProblemCode) -> Message {
        Message(zh: "\(code.rawValue) \(code.label.zh)", en: "\(code.rawValue) \(code.label.en)")
    }

    static func unread(_ cell: ContractSheet.UnreadCell) -> Message {
        Message(zh: "“\(cell.text)”：\(cell.why.zh)", en: "“\(cell.text)”: \(cell.why.en)")
    }
}

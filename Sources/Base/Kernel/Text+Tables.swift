extension KernelRejection {
    /// What is wrong with a file of rows.
    var tableText: Message {
        switch self {
        case .tableEncoding(let line):
            Message(
                zh: "第 \(line) 行的文字无法识别：请另存为 UTF-8、UTF-16 或 GB18030 编码。",
                en: "The letters of line \(line) cannot be read: save the file as UTF-8, UTF-16 or GB18030.")
        case .tableHeading(let missing):
            Message(
                zh: "表头里没有这些栏：\(missing.joined(separator: "、"))。",
                en: "No row of headings names these columns: \(missing.joined(separator: ", ")).")
        case .tableRows(let limit):
            Message(zh: "文件超过 \(limit) 行，请分成几个文件。", en: "The file has more than \(limit) rows; cut it into several.")
        case .tableCells(let expected, let found):
            Message(
                zh: "本行有 \(found) 格，表头只有 \(expected) 栏：格内的分隔符要放在引号里。",
                en:
                    "This row has \(found) cells below \(expected) headings: a separator inside a cell must stand in quotes."
            )
        case .tableBothSides:
            Message(zh: "本行收入和支出都有金额。", en: "This row has an amount on both sides, in and out.")
        default: Message(zh: "文件里没有内容。", en: "The file is empty.")
        }
    }
}

extension SetAsideReason {
    /// Why the row was left alone, for the person who brought the file.
    package var text: Message {
        switch self {
        case .preamble: Message(zh: "表头之前的说明", en: "Stands before the headings")
        case .blank: Message(zh: "空行", en: "Empty row")
        case .totals: Message(zh: "合计行", en: "Totals")
        case .heading: Message(zh: "重复的表头", en: "The headings again")
        case .remark: Message(zh: "说明文字，不是记录", en: "A remark, not a record")
        case .outgoing: Message(zh: "支出，不是收款", en: "Money that went out")
        case .foreign: Message(zh: "与本项业务无关", en: "Concerns something else")
        }
    }
}

package import Kernel

extension WorkbookRejection {
    package var text: Message {
        switch self {
        case .notAWorkbook: Message(zh: "这个文件不是 Excel 工作簿（.xlsx）。", en: "This is no Excel workbook (.xlsx).")
        case .damaged: Message(zh: "工作簿文件不完整或已损坏。", en: "The file is incomplete or damaged.")
        case .password: Message(zh: "文件设有打开密码，无法读取。", en: "The file is protected by a password.")
        case .swollen:
            Message(zh: "文件解压后过大，不像正常的表格。", en: "The file would unpack to far too much for a table.")
        case .tooManyParts(let limit): Message(zh: "文件内部超过 \(limit) 个部分。", en: "The file has more than \(limit) parts.")
        case .missingPart(let name): Message(zh: "文件里缺少“\(name)”。", en: "The file lacks its part “\(name)”.")
        case .documentType:
            Message(
                zh: "文件里有文档类型或外部实体声明，不予读取。", en: "The file declares a document type or entities, which are not read.")
        case .badMarkup(let line):
            Message(zh: "文件内部第 \(line) 行的格式有误。", en: "The file's markup is broken in its line \(line).")
        case .oldWorkbook:
            Message(zh: "这是旧格式的 Excel 文件（.xls），不能直接读取。", en: "This is a workbook of the old kind (.xls).")
        case .markupFile:
            Message(
                zh: "这个文件名为表格，内容是网页或 XML。", en: "This file calls itself a table, but holds a web page or XML.")
        case .noSheet(let name, let known):
            Message(
                zh: "没有名为“\(name)”的工作表；文件里有：\(known.joined(separator: "、"))。",
                en: "There is no sheet “\(name)”; the file has: \(known.joined(separator: ", ")).")
        case .severalSheets(let names):
            Message(
                zh: "有几张工作表都像要导入的表：\(names.joined(separator: "、"))。",
                en: "Several sheets look like the table: \(names.joined(separator: ", ")).")
        case .tooManyCells(let limit): Message(zh: "工作表超过 \(limit) 格。", en: "The sheet has more than \(limit) cells.")
        default: cellText
        }
    }

    private var cellText: Message {
        switch self {
        case .longNumber(let cell):
            Message(
                zh: "\(cell) 格的长号码按数字保存，后几位已经丢失。",
                en: "Cell \(cell) holds a long number as a number: its last digits are lost already.")
        case .cellError(let cell, let code):
            Message(zh: "\(cell) 格是错误值 \(code)。", en: "Cell \(cell) is the error \(code).")
        case .uncalculated(let cell):
            Message(zh: "\(cell) 格的公式没有算出的值。", en: "The formula in cell \(cell) was never calculated.")
        case .merged(let cell, let first):
            Message(
                zh: "\(cell) 格被合并到 \(first)，看不出是不是同一内容。",
                en: "Cell \(cell) is merged into \(first); whether it says the same cannot be told.")
        case .badDate(let cell):
            Message(zh: "\(cell) 格的日期不存在。", en: "The date in cell \(cell) does not exist.")
        case .boolean(let cell):
            Message(zh: "\(cell) 格是 TRUE 或 FALSE，这里要文字或数字。", en: "Cell \(cell) is TRUE or FALSE.")
        case .cellTooLong(let cell, let limit):
            Message(zh: "\(cell) 格超过 \(limit) 个字节。", en: "Cell \(cell) is longer than \(limit) bytes.")
        case .badCell(let cell): Message(zh: "\(cell) 格的内容无法读取。", en: "Cell \(cell) cannot be read.")
        default: text
        }
    }

    package var next: Message {
        switch self {
        case .password:
            Message(zh: "请在 Excel 中取消密码后另存，再导入。", en: "Remove the password in Excel, save, and import again.")
        case .oldWorkbook, .markupFile, .notAWorkbook:
            Message(
                zh: "请在 Excel 或 WPS 中打开，另存为 .xlsx 或 CSV 再导入。",
                en: "Open it in Excel or WPS, save it as .xlsx or CSV, and import that.")
        case .noSheet, .severalSheets:
            Message(zh: "请指明工作表名称，或删去多余的工作表。", en: "Name the sheet, or remove the others.")
        case .swollen, .tooManyParts, .tooManyCells:
            Message(zh: "请只保留需要的数据，分成几个文件。", en: "Keep only what is needed, in several files.")
        case .longNumber:
            Message(
                zh: "请把该列设为文本格式，重新输入或重新从银行导出。",
                en: "Make the column text, and type the numbers or export them again.")
        case .uncalculated:
            Message(zh: "请在 Excel 中打开并保存一次，或粘贴为数值。", en: "Open and save it in Excel once, or paste values.")
        case .merged: Message(zh: "请取消合并，逐行填写。", en: "Unmerge the cells and fill each.")
        case .cellError, .badDate, .boolean, .cellTooLong, .badCell:
            Message(zh: "请改正该格后再导入。", en: "Mend the cell and import again.")
        default: Message(zh: "请重新导出该文件再导入。", en: "Export the file anew and import that.")
        }
    }
}

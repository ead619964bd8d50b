import Kernel

extension CLIText {
    static let importContracts = Message(zh: "导入合同清理台账。", en: "Import a list of contracts to be cleaned up.")
    static let contractsParameters = Message(
        zh: "判定问题用的参数表（key,value）。", en: "The parameters problems are judged by (key,value).")
    static let contractsOrganisation = Message(
        zh: "集体经济组织的编号；不写就只读不登记。", en: "The collective; without it the list is read and nothing entered.")
    static let contractsAsOf = Message(zh: "按这一天判定；不写用台账的填报时间。", en: "Judge on this day; else the day of the list.")
    static let contractsOffice = Message(
        zh: "录入的办公席位；登记时必填。", en: "The desk that enters the rows; needed with a collective.")
    static let sheet = Message(zh: "工作簿里的表名。", en: "Which sheet of a workbook.")

    static func contractsRead(_ counts: ContractReport.Counts) -> Message {
        Message(
            zh: """
                读出 \(counts.rows) 行，\(counts.withProblem) 行有问题，\(counts.unread) 格读不出；\
                录入 \(counts.entered) 行，没有变化 \(counts.known) 行，被拒 \(counts.refused) 行。
                """,
            en: """
                \(counts.rows) rows read, \(counts.withProblem) with problems, \(counts.unread) cells without one \
                reading; \(counts.entered) entered, \(counts.known) unchanged, \(counts.refused) refused.
                """)
    }
}

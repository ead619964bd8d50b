import Foundation
import Kernel
import TestSupport
import Testing
import Workbook

/// Files of strangers at the terminal: vouchers, a bank's statement, balances, an invoice, and what goes out again.
@Suite("Files in and out of the books", .enabled(if: Program.isBuilt, "the program is not built"))
struct ImportFileTests {
    /// Monday, 2 March 2026, 09:30: the demo county begins some months before.
    private static let beginning = "1772415000000\n"
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "import-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Self.beginning.write(to: folder.appending(path: "demo"), atomically: true, encoding: .utf8)
        let seeded = try Program.run("seed", "demo", "--small", "--data", folder.path)
        #expect(seeded.code == 0, "\(seeded.error)")
    }

    private func file(_ name: String, _ text: String) throws -> String {
        let url = folder.appending(path: name)
        try text.write(to: url, atomically: true, encoding: .utf8)
        return url.path
    }

    /// The outcome of every row, and the program's code.
    private func rows(_ arguments: String...) throws -> (outcomes: [String], code: Int32) {
        let ended = try Program.run(arguments + ["--org", "dongpo-collective", "--json", "--data", folder.path])
        let lines = try ended.output.split(separator: "\n").map { try JSON(parsing: Array($0.utf8)) }
        return (lines.compactMap { $0["outcome"]?.string }, ended.code)
    }

    private func told(_ arguments: String...) throws -> String {
        let ended = try Program.run(arguments + ["--org", "dongpo-collective", "--data", folder.path])
        #expect(ended.code == 0, "\(arguments) \(ended.error)")
        return ended.output
    }

    @Test("Vouchers, statement, balances and invoice are answered row by row, taken once, and go out again")
    func inAndOut() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let vouchers = try file(
            "v.csv",
            """
            日期,凭证号,摘要,科目编码,科目名称,借方,贷方
            2026-02-20,1,买纸,513,管理费用,10,
            2026-02-20,1,买纸,102,银行存款,,10
            2026-02-21,2,不平,513,管理费用,30,
            2026-02-21,2,不平,102,银行存款,,20
            """)
        var answer = try rows("import", "vouchers", vouchers)
        #expect(answer.outcomes == ["accepted", "accepted", "refused", "refused"] && answer.code == 1)
        answer = try rows("import", "vouchers", vouchers)
        #expect(answer.outcomes == ["unchanged", "unchanged", "refused", "refused"])
        let statement = try file(
            "s.csv",
            "交易日期,流水号,收入,支出,余额\n2026-02-02,A1,500.00,,1500.00\n2026-02-03,A2,,120.00,1380.00\n")
        answer = try rows("import", "statement", statement)
        #expect(answer.outcomes == ["accepted", "accepted"] && answer.code == 0)
        #expect(try rows("import", "statement", statement).outcomes == ["unchanged", "unchanged"])
        let balances = try file("b.csv", "科目编码,科目名称,借方,贷方\n102,银行存款,100,\n301,资本,,100\n")
        answer = try rows("import", "balances", balances)
        #expect(answer.outcomes == ["refused", "refused"] && answer.code == 1)
        let invoice = try file(
            "i.xml",
            """
            <?xml version="1.0"?><EInvoice><Header><EIid>24412000000012345678</EIid></Header><EInvoiceData>\
            <BasicInformation><TotalAmWithoutTax>1000.00</TotalAmWithoutTax><TotalTaxAm>30.00</TotalTaxAm>\
            <TotalTax-includedAmount>1030.00</TotalTax-includedAmount></BasicInformation></EInvoiceData>\
            <TaxSupervisionInfo><InvoiceNumber>24412000000012345678</InvoiceNumber>\
            <IssueTime>2026-02-02</IssueTime></TaxSupervisionInfo></EInvoice>
            """)
        #expect(try rows("import", "invoice", invoice, "--amount", "30%").outcomes == ["accepted"])
        #expect(try rows("import", "invoice", invoice).outcomes == ["unchanged"])
        let sheet = try JSON(parsing: Array(try told("statements", "--at", "2026-02-28", "--json").utf8))
        #expect(sheet["balanced"] == .bool(true))
        for (kind, words) in [
            ("hledger", "买纸"), ("ledger", "买纸"), ("beancount", "买纸"), ("gbt24589", "会计核算数据"),
        ] {
            #expect(try told("export", kind).contains(words), "\(kind)")
        }
    }

    @Test("Of a folder of papers everything is answered, what cannot be read too")
    func papers() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let papers = folder.appending(path: "scans")
        try FileManager.default.createDirectory(at: papers.appending(path: "more"), withIntermediateDirectories: true)
        try Data("hello".utf8).write(to: papers.appending(path: "a.txt"))
        let ended = try Program.run("import", "papers", papers.path, "--json", "--data", folder.path)
        let rows = try JSON(parsing: Array(ended.output.utf8.dropLast()))["rows"]?.array ?? []
        #expect(rows.compactMap { $0["file"]?.string } == ["a.txt", "more"] && ended.code == 0)
        #expect(rows.allSatisfy { $0["verdict"]?.string == "refuse" && $0["text"]?.string?.isEmpty == false })
    }

    @Test("A calendar without a day is refused, and a day's fault is told by its field")
    func calendars() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        for empty in [try file("c.csv", "date,name,kind\n"), try file("c.json", "[]")] {
            let ended = try Program.run("import", "calendar", empty, "--data", folder.path)
            #expect(ended.code == 1 && ended.error.hasPrefix("1028"), "\(ended.error)")
        }
        let odd = try file("odd.json", "[{\"date\":\"2024-01-01\",\"name\":\"元旦\",\"isOffDay\":\"yes\"}]")
        let ended = try Program.run("import", "calendar", odd, "--data", folder.path)
        #expect(ended.code == 1 && ended.output.contains("1006 kind: "), "\(ended.output)")
    }

    @Test("A bank's workbook of deposits is read as its text is, not taken for letters nobody knows")
    func depositWorkbook() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let columns = ["流水号", "交易日期", "贷方发生额", "对方户名", "对方账号", "附言"]
        let row = ["N1", "2026-02-02", "100.00", "村民甲", "6217000000000000001", "no-such-registration"]
        let cells = row.map { WorkbookOut.Cell.text($0) }
        let book = WorkbookOut(
            [.init("明细", heading: ["账户明细"], columns: columns, rows: [cells])],
            at: Instant(milliseconds: 1_772_415_000_000))
        let workbook = folder.appending(path: "d.xlsx")
        try Data(book.bytes()).write(to: workbook)
        let text = try file("d.csv", "账户明细\n\(columns.joined(separator: ","))\n\(row.joined(separator: ","))\n")
        let answers = try [workbook.path, text].map { path in
            try Program.run("import", "deposits", path, "--as", "nobody", "--data", folder.path)
        }
        // Both come as far as the desk, which nobody holds.
        #expect(answers[0].error == answers[1].error && answers[0].code == answers[1].code && answers[0].code == 2)
        let remarks = WorkbookOut([.init("说明", columns: ["说明"], rows: [])], at: Instant(milliseconds: 0))
        try Data(remarks.bytes()).write(to: workbook)
        let ended = try Program.run("import", "deposits", workbook.path, "--as", "nobody", "--data", folder.path)
        #expect(ended.error.contains("reference") || ended.error.contains("流水号"), "\(ended.error)")
    }

    @Test("A workbook with a sheet for each month is answered by the names of its sheets, and read where one is named")
    func sheets() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let columns = ["交易日期", "流水号", "收入", "支出"]
        let sheets = ["1月", "2月"].enumerated().map { place, name in
            WorkbookOut.Sheet(
                name, columns: columns,
                rows: [["2026-02-0\(place + 1)", "S\(place)", "1\(place).00", ""].map { WorkbookOut.Cell.text($0) }])
        }
        let workbook = folder.appending(path: "months.xlsx")
        try Data(WorkbookOut(sheets, at: Instant(milliseconds: 0)).bytes()).write(to: workbook)
        let refused = try Program.run(
            "import", "statement", workbook.path, "--org", "dongpo-collective", "--data", folder.path)
        #expect(refused.code == 1 && refused.error.contains("1月") && refused.error.contains("2月"))
        for name in ["1月", "2月"] {
            let answer = try rows("import", "statement", workbook.path, "--sheet", name)
            #expect(answer.outcomes == ["accepted"] && answer.code == 0)
        }
    }
}

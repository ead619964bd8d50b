import Kernel
@testable import Ledger
import Registry
import Storage
import TestSupport
import Testing
import Web

@Suite("Files by a page: looked at, then taken") struct UploadTests {
    fileprivate func upload(_ village: Village, _ path: String) throws -> Upload {
        let route = try #require(
            Ledger.routes(database: village.database).first { $0.path == "/books/{organisation}/import\(path)" })
        guard case .upload(let upload) = route.handler else { throw Missing() }
        return upload
    }

    fileprivate struct Missing: Error {}

    fileprivate func request(_ village: Village, _ content: String, _ more: [String: String] = [:]) -> PageRequest {
        PageRequest(
            path: "/books/tanba-collective/import", parameters: ["organisation": "tanba-collective"],
            now: village.runner.now,
            principal: Principal(
                person: id("accountant", PersonName.self), role: .villageAccountant,
                office: id("accountant", OfficeName.self), division: id("p14", DivisionName.self)),
            form: FormState(values: [CarriedFile.field: CarriedFile.text(Array(content.utf8))].merging(more) { $1 }))
    }

    fileprivate func text(_ result: PageResult) throws -> String {
        guard case .page(let page) = result else { throw Missing() }
        return page.body.markup
    }

    /// Gives every step as the server does.
    fileprivate func give(_ village: Village, _ upload: Upload, _ request: PageRequest) throws -> [UploadAnswer] {
        try upload.steps(request).map { step in
            guard case .give(let command, let arguments, _) = try step() else { return .unchanged }
            do {
                guard let verb = Ledger.commands.first(where: { $0.fullName == command }) else { throw Missing() }
                try read(verb, arguments, village)
                return .given
            } catch let rejection as Rejection {
                return .refused(rejection)
            }
        }
    }

    fileprivate func read<Verb: Command>(_ verb: Verb.Type, _ arguments: JSON, _ village: Village) throws {
        guard let command = try verb.read(arguments) as? any LedgerCommand else { throw Missing() }
        try village.give(command)
    }

    private static let statement = """
        交易日期,流水号,收入,支出,余额
        2026-01-02,A1,500.00,,1500.00
        2026-01-03,A2,,120.00,1380.00
        2026-01-04,A3,,坏,1380.00
        """

    @Test("A statement is shown row by row with nothing written, taken, and the second time it is all there")
    func statement() throws {
        let village = try Village(openings: [debit("102", 1_000), credit("301", 1_000)])
        let upload = try upload(village, "/statement")
        let request = request(village, Self.statement, ["account": "102"])
        let shown = try text(upload.page(request))
        #expect(shown.contains("可导入 2 行，退回 1 行") && shown.contains("name=\"content\""))
        #expect(shown.contains("?give=1"))
        #expect(village.runner.all(StatementLineRecorded.self).isEmpty)
        let answers = try give(village, upload, request)
        #expect(answers == [.given, .given])
        #expect(try text(upload.done(request, answers)).contains("已导入 2 行，退回 1 行"))
        #expect(village.runner.all(StatementLineRecorded.self).map(\.amount) == [yuan(500), yuan(-120)])
        #expect(try give(village, upload, request) == [.unchanged, .unchanged])
        #expect(try text(upload.page(request)).contains("可导入 0 行，退回 1 行"))
    }

    @Test("Before anything is written the rules have been asked: a closed month, an unknown account, sums that differ")
    func vouchers() throws {
        let village = try Village(at: "2026-03-05")
        try village.confirmAndClose("2026-01")
        let file = """
            日期,凭证号,摘要,科目编码,科目名称,借方,贷方
            2026-01-20,1,迟到的,513,管理费用,10,
            2026-01-20,1,迟到的,102,银行存款,,10
            2026-02-20,1,买纸,51301,办公费,30,
            2026-02-20,1,买纸,102,银行存款,,30
            2026-02-21,2,不平,513,管理费用,30,
            2026-02-21,2,不平,102,银行存款,,20
            """
        let upload = try upload(village, "/vouchers")
        let request = request(village, file)
        let shown = try text(upload.page(request))
        #expect(shown.contains("可导入 2 行，退回 4 行"))
        #expect(village.runner.all(VoucherPosted.self).isEmpty)
        _ = try give(village, upload, request)
        #expect(village.runner.all(VoucherPosted.self).map(\.summary) == ["买纸"])
        #expect(try text(upload.page(request)).contains("可导入 0 行"))
    }

    @Test("Openings come whole or not at all")
    func balances() throws {
        let village = try Village(isOpen: false)
        let upload = try upload(village, "/balances")
        let bad = request(village, "科目编码,科目名称,借方,贷方\n102,银行存款,100,\n301,资本,,坏\n")
        #expect(try text(upload.page(bad)).contains("可导入 0 行，退回 2 行"))
        let file = "科目编码,科目名称,借方,贷方\n102,银行存款,100,\n301,资本,,100\n"
        let good = request(village, file, ["startDate": "2026-01-01"])
        #expect(try text(upload.page(good)).contains("可导入 2 行，退回 0 行"))
        #expect(try give(village, upload, good) == [.given])
        #expect(try give(village, upload, good) == [.unchanged])
    }

    @Test("An invoice is shown with its number and gross, and taken once; what is none is said on the form")
    func invoice() throws {
        let village = try Village()
        let upload = try upload(village, "/invoice")
        #expect(try text(upload.page(request(village, "<?xml version=\"1.0\"?><a/>"))).contains("不是数电发票"))
        let xml = """
            <?xml version="1.0"?><EInvoice><Header><EIid>24412000000012345678</EIid></Header>
            <EInvoiceData><BasicInformation><TotalAmWithoutTax>1000.00</TotalAmWithoutTax>
            <TotalTaxAm>30.00</TotalTaxAm><TotalTax-includedAmount>1030.00</TotalTax-includedAmount>
            </BasicInformation></EInvoiceData>
            <TaxSupervisionInfo><InvoiceNumber>24412000000012345678</InvoiceNumber>
            <IssueTime>2026-01-02</IssueTime></TaxSupervisionInfo></EInvoice>
            """
        let good = request(village, xml)
        #expect(try text(upload.page(good)).contains("24412000000012345678 · 2026-01-02 · 价税合计"))
        #expect(try give(village, upload, good) == [.given])
        #expect(try give(village, upload, good) == [.unchanged])
    }

    @Test("A file carried through a form is the same bytes", arguments: [0, 1, 2, 3, 256, 1_000])
    func carried(_ count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        let form = FormState(values: [CarriedFile.field: CarriedFile.text(bytes)])
        #expect(CarriedFile.bytes(in: form) == (count == 0 ? nil : bytes))
    }
}

extension UploadTests {
    @Test("The working paper opens the new books out of the old by a file, and is there to be read")
    func transition() throws {
        let village = try Village(at: "2024-01-05", isOpen: false)
        let upload = try upload(village, "/transition")
        let paper = """
            旧科目,明细,新科目,借方,贷方,依据
            101 现金,,,3200,,
            113,户甲,,8600,,
            202,,,,1800,
            301,,,,10000,
            113,户甲,11301,8600,,清查表
            202,,211,,1500,欠工程款
            202,,214,,300,欠税
            """
        let request = request(village, paper, ["startDate": "2024-01-01"])
        #expect(try text(upload.page(request)).contains("可导入 7 行，退回 0 行"))
        #expect(try give(village, upload, request) == [.given])
        #expect(try give(village, upload, request) == [.unchanged])
        let parts = try village.database.read { try TransitionQueries.list(village.organisation, in: $0) }
        #expect(parts.contains { $0.old?.text == "202" && $0.new.text == "214" && $0.basis == "欠税" })
        let page = try village.database.read { tx in
            try WorkingPaperPage(
                try #require(try OrganisationQueries.find(village.organisation, in: tx)), in: tx
            ).page(request)
        }
        #expect(page.body.markup.contains("欠税") && page.body.markup.contains("11301"))
    }

    @Test("A part without its basis, and a row without any account, are refused by their rows")
    func noBasis() throws {
        let village = try Village(at: "2024-01-05", isOpen: false)
        let upload = try upload(village, "/transition")
        let paper = "旧科目,明细,新科目,借方,贷方,依据\n101,,,10,,\n301,,,,10,\n202,,211,,5,\n,,,5,,无科目\n"
        #expect(try text(upload.page(request(village, paper))).contains("可导入 0 行，退回 4 行"))
    }
}

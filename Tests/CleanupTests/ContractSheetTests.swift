import Foundation
import Kernel
import TestSupport
import Testing
import Workbook

@testable import Cleanup

@Suite(
    "The list of contracts", .enabled(if: sharedData("register/contract_list_dev.csv") != nil, "needs the shared data"))
struct ContractSheetTests {
    private static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: try #require(sharedData("register/" + name))))
    }

    private static func cells(_ name: String) throws -> [[String]] {
        try Grid(bytes(name)).rows.map { row in row.cells.map(\.text) }
    }

    private static func judged(_ name: String) throws -> (ContractSheet, [[FoundProblem]]) {
        let sheet = try ContractSheet(bytes(name))
        let (parameters, answers) = try CleanupParameters.read(bytes("contract_list_parameters_dev.csv"))
        for case .refused(let rejection) in answers.map(\.outcome) { Issue.record("\(rejection.text.en)") }
        let day = try #require(sheet.filled)
        return (sheet, ContractJudge(parameters, asOf: day).judge(sheet.rows.map(\.contract)))
    }

    @Test("The workbook and the GBK text hold the same thirty rows, with the same cells left unread")
    func alike() throws {
        let (text, textProblems) = try Self.judged("contract_list_dev.csv")
        let (book, bookProblems) = try Self.judged("contract_list_dev.xlsx")
        #expect(text.encoding == .gb18030 && book.encoding == .workbook)
        #expect(text.rows.count == 30)
        #expect(text.rows.map(\.contract) == book.rows.map(\.contract))
        #expect(textProblems == bookProblems)
        #expect(text.rows.flatMap(\.unread).count == 5 && book.rows.flatMap(\.unread).count == 5)
    }

    @Test("Every row has the terms and the problem codes the fixture names", arguments: ["csv", "xlsx"])
    func rows(_ ending: String) throws {
        let (sheet, problems) = try Self.judged("contract_list_dev." + ending)
        let expected = try Self.cells("contract_list_expected_dev.csv").dropFirst()
        #expect(expected.count == sheet.rows.count)
        for (row, (found, line)) in zip(sheet.rows, zip(problems, expected)) {
            let contract = row.contract
            let cells: [String] = [
                String(row.row), contract.group, contract.number, contract.object, contract.lessee, contract.category,
                contract.area.map { String($0.units) } ?? "", contract.measured.map { String($0.units) } ?? "",
                contract.start?.description ?? "", contract.end?.description ?? "",
            ]
            #expect(cells == Array(line.prefix(10)), "row \(row.row)")
            // The fixture knows a rent of row 8 that neither file holds; nothing is guessed.
            let annual = contract.annual.map { String($0.fen) } ?? ""
            #expect(row.row == 8 ? annual.isEmpty : annual == line[10], "row \(row.row)")
            #expect((contract.oneOff.map { String($0.fen) } ?? "") == line[11], "row \(row.row)")
            #expect((contract.inKind?.words.en ?? "") == line[12], "row \(row.row)")
            #expect((contract.paidUntil?.description ?? "") == line[13], "row \(row.row)")
            #expect((contract.signed?.description ?? "") == line[14], "row \(row.row)")
            #expect(found.map(\.code.rawValue).joined(separator: ";") == line[15], "row \(row.row)")
            #expect(row.unread.isEmpty == line[16].isEmpty, "row \(row.row)")
        }
        #expect(problems.count { !$0.isEmpty } == 18)
        #expect(sheet.rows.reduce(0) { $0 + ($1.contract.area?.units ?? 0) } == 3_653_290)
    }

    @Test("A cell with the year 0205 is named and leaves its row and all others standing (VR-18)")
    func wrongYear() throws {
        let good = try TableText(Self.bytes("contract_list_dev.csv")).text
        let bad = good.replacing("20050320", with: "0205-03-20")
        #expect(bad != good)
        let sheet = try ContractSheet(Array(bad.utf8))
        #expect(sheet.rows.count == 30)
        let named = sheet.rows.filter { row in row.unread.contains { $0.column == .signed } }
        #expect(named.map(\.row) == [23])
        #expect(named.first?.contract.object == "东沟荒坡")
    }

    @Test("Merged cells give every row its group, and one contract both its fields (VR-16, VR-17)")
    func merged() throws {
        for name in ["contract_list_dev.csv", "contract_list_dev.xlsx"] {
            let sheet = try ContractSheet(Self.bytes(name))
            #expect(sheet.rows.allSatisfy { !$0.contract.group.isEmpty })
            #expect(sheet.rows.filter { $0.contract.number == "2022-09" }.map(\.contract.lessee) == ["褚测六", "褚测六"])
        }
    }
}

@Suite("Cells as offices write them") struct SheetCellTests {
    @Test("Areas in mu, tenths, square metres are read; rough figures and counts are not")
    func areas() throws {
        let read = [
            ("1亩8分", 18_000), ("5亩6分3厘", 56_300), ("12000㎡", 180_000), ("86㎡", 1_290), ("３．５亩", 35_000),
            ("八分", 8_000), ("十二亩", 120_000),
        ]
        for (text, units) in read {
            #expect(try SheetAmounts.area(text).units == Int64(units), "\(text)")
        }
        for text in ["约二十来亩", "1处", "3间", "0", "-3", "五六亩", "3亩5亩"] {
            #expect(throws: Unread.self, "\(text)") { try SheetAmounts.area(text) }
        }
    }

    @Test("Sums in figures, ten thousands and capital numerals are read; ways of paying are no sums")
    func sums() throws {
        for (text, yuan) in [("８０００", 8_000), ("1.2万", 12_000), ("2万元", 20_000), ("贰万元整", 20_000), ("500元", 500)] {
            #expect(try SheetAmounts.money(text).fen == Int64(yuan) * 100, "\(text)")
        }
        for text in ["一次性", "已付清", "以工抵费", "每亩500元", "若干"] {
            #expect(throws: Unread.self, "\(text)") { try SheetAmounts.money(text) }
        }
        #expect(SheetAmounts.inKind("每亩小麦80斤")?.gramsPerMu == 40_000)
    }

    @Test("Days in any spelling are one day; a term keeps its first and last, and what it lacks is said")
    func terms() {
        for text in ["2024.3.15", "2024年3月15日", "20240315", "45366", "2024/3/15", "2024-03-15"] {
            #expect(SheetDates.day(text)?.description == "2024-03-15", "\(text)")
        }
        #expect(SheetDates.day("0205-03-20") == nil && SheetDates.day("2024.2.30") == nil)
        let signed = CivilDate("2005-03-20")
        let terms = [
            ("2003年3月起60年", "2003-03-01", "2063-02-28"), ("15年(2017.1.1起)", "2017-01-01", "2031-12-31"),
            ("2016.10.1—2026.9.30", "2016-10-01", "2026-09-30"), ("2010年至2029年", "2010-01-01", "2029-12-31"),
            ("40年", "2005-04-01", "2045-03-31"), ("2022-2026", "2022-01-01", "2026-12-31"),
        ]
        for (text, start, end) in terms {
            let term = SheetDates.term(text, signed: signed)
            #expect(term.start?.description == start && term.end?.description == end && term.unread == nil, "\(text)")
        }
        for text in ["长期", "永久", "", "2017.1.1起", "2030至2020", "10年(2012至2031)"] {
            #expect(SheetDates.term(text, signed: signed).unread != nil, "\(text)")
        }
        #expect(SheetDates.term("40年", signed: nil).unread != nil)
    }
}

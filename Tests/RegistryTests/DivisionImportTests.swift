import Foundation
import Kernel
@testable import Registry
import Storage
import TestSupport
import Testing

private let list2020 = sharedData("divisions/changzhi_2020.csv")
private let townships = sharedData("divisions/changzhi_townships_2017_2023.csv")
private let changes2018 = sharedData("divisions/changzhi_changes_2018.csv")
private let list2026 = sharedData("divisions/changzhi_2026_township.csv")

private func bytes(_ url: URL?) throws -> [UInt8] { [UInt8](try Data(contentsOf: try #require(url))) }

private func imported(
    _ rows: [DivisionRow], asOf: String, system: CodeSystem = .statistical, scope: String? = nil,
    level: DivisionLevel? = nil
) -> ImportDivisions {
    ImportDivisions(
        codeSystem: system, asOf: day(asOf), scope: scope.map(code), level: level, rows: rows)
}

private func rows2020() throws -> [DivisionRow] { try DivisionFile.rows(bytes(list2020)) }

@Suite("Importing places", .enabled(if: list2020 != nil, "needs ../shared/data/divisions"))
struct DivisionImportTests {
    @Test("Changzhi of 2020 has 3,278 villages and communities in 168 townships")
    func changzhi() throws {
        let register = try TestRegister()
        let events = try register.give(imported(try rows2020(), asOf: "2020-06-30"))
        #expect(events.count == 3_462)
        try register.read { (tx) throws in
            let prefecture = DivisionID("p1404")!
            #expect(try DivisionQueries.count(.village, within: prefecture, in: tx) == 3_278)
            #expect(try DivisionQueries.count(.township, within: prefecture, in: tx) == 168)
            #expect(try DivisionQueries.count(.county, within: prefecture, in: tx) == 14)
            let orphans: Int = try tx.get(
                "SELECT count(*) FROM division WHERE parent IS NOT NULL AND parent NOT IN (SELECT id FROM division)")
            #expect(orphans == 0)
        }
    }

    @Test("A second import of the same list causes no event")
    func again() throws {
        let register = try TestRegister()
        let rows = try rows2020()
        try register.give(imported(rows, asOf: "2020-06-30", scope: nil))
        #expect(try register.give(imported(rows, asOf: "2021-06-30", scope: "1404")).isEmpty)
    }

    @Test("The townships of 2023 over those of 2020: 41 closed, 22 opened, 127 kept")
    func townshipsOf2023() throws {
        let register = try TestRegister()
        try register.give(imported(try rows2020(), asOf: "2020-06-30"))
        let rows = try DivisionFile.rows(bytes(townships), year: 2023)
        #expect(rows.count == 149)
        let events = try register.give(imported(rows, asOf: "2023-12-31", scope: "1404", level: .township))
        let summary = DivisionImportSummary(rows: rows.count, events: events)
        #expect(summary.closed == 41)
        #expect(summary.opened == 22)
        #expect(summary.kept == 127)
        // Of the 127 six carry a new name: five zones, and one town called after its new seat.
        #expect(summary.renamed == 6)
        #expect(events.count == 41 + 22 + 6)
        try register.read { (tx) throws in
            #expect(try DivisionQueries.count(.township, within: DivisionID("p1404")!, in: tx) == 149)
            #expect(try DivisionQueries.count(.village, within: DivisionID("p1404")!, in: tx) == 3_278)
        }
    }

    @Test("An older list cannot rewrite what a newer one says")
    func older() throws {
        let register = try TestRegister()
        try register.give(imported(try DivisionFile.rows(bytes(list2020)), asOf: "2020-06-30"))
        let row = TestRegister.row("140404", "长治县", "1404")
        register.refuses(.rowOlder, imported([row], asOf: "2017-12-31"))
    }

    @Test("The ministry's list finds the places the statistics opened, by parent and name, and adds its own code")
    func twoSystems() throws {
        let register = try TestRegister()
        try register.give(imported(try rows2020(), asOf: "2020-06-30"))
        let province = TestRegister.row("14", "山西省")
        let rows = [province] + (try DivisionFile.rows(bytes(list2026)))
        let events = try register.give(imported(rows, asOf: "2026-04-27", system: .civilAffairs))
        let summary = DivisionImportSummary(rows: rows.count, events: events)
        #expect(summary.recoded > 100)
        try register.read { (tx) throws in
            let place = try #require(
                try DivisionQueries.find(code: code("140404"), system: .civilAffairs, in: tx))
            #expect(place.id.text == "p140404")
            #expect(try DivisionQueries.listCodes(of: place.id, in: tx).count == 2)
        }
        let second = try register.give(imported(rows, asOf: "2026-04-28", system: .civilAffairs, scope: "1404"))
        #expect(second.isEmpty)
    }

    @Test("Names repeat: a search answers a list with the way to each place")
    func search() throws {
        let register = try TestRegister()
        try register.give(imported(try rows2020(), asOf: "2020-06-30"))
        try register.read { (tx) throws in
            let found = try DivisionQueries.search("东庄", in: tx)
            #expect(found.count > 3)
            #expect(found.allSatisfy { $0.division.name.contains("东庄") })
            #expect(found.allSatisfy { $0.ancestors.first?.level == .province })
            #expect(try DivisionQueries.search("屯", in: tx).contains { $0.division.name == "屯留区" })
            #expect(try DivisionQueries.search("没有这个", in: tx).isEmpty)
        }
    }

    @Test("Of the merger of 2018 the real new codes of all twenty townships follow from the rule")
    func merger() throws {
        let register = try TestRegister()
        let rows = try DivisionFile.rows(bytes(townships), year: 2017)
        let above = [
            TestRegister.row("14", "山西省"), TestRegister.row("1404", "长治市", "14"),
        ]
        let counties = Set(rows.map { String($0.code.prefix(6)) }).sorted().map {
            TestRegister.row($0, "县\($0)", "1404")
        }
        try register.give(imported(above + counties + rows, asOf: "2017-12-31"))
        let changes = try DivisionFile.changes(
            bytes(changes2018), codeSystem: .statistical, asOf: day("2018-12-31"))
        #expect(changes.count == 5)
        for change in changes { try register.give(change) }
        try register.read { (tx) throws in
            let merged = try #require(try DivisionQueries.find(code: code("140403"), in: tx))
            #expect(merged.name == "潞州区")
            let now = try DivisionQueries.listChildren(of: merged.id, in: tx)
            let real = try DivisionFile.rows(bytes(townships), year: 2018).filter { $0.code.hasPrefix("140403") }
            #expect(now.map { "\($0.code.padded) \($0.name)" } == real.map { "\($0.code) \($0.name)" })
            #expect(now.first { $0.name.hasPrefix("长北") }?.id.text == "p140411001")
            // The suburb of old is found under the district it became part of.
            #expect(try DivisionQueries.find(code: code("140411"), in: tx)?.id == merged.id)
        }
    }
}

@Suite("Lists of places that are refused")
struct DivisionRefusalTests {
    @Test("Every bad row is named at once, and nothing is written")
    func badRows() throws {
        let register = try TestRegister()
        let text = """
            code,name,level,parent,kind
            140000000000,山西省,province,,province
            140400000000,长治市,prefecture,140000000000,prefecture
            140404101201,无家村,village,140404101000,village
            14040x000000,坏代码,county,140400000000,county
            140404000000,,county,140400000000,county
            140405000000,屯留区,county,140400000000,county
            140405000000,又一个,county,140400000000,county
            140406100000,店上镇,township,140405000000,town
            140427000000,壶关县,township,140400000000,county
            140428000000,长子县,county,140400000000,planet
            """
        let rows = try DivisionFile.rows([UInt8](text.utf8))
        let refused = register.refuses(.rowParentMissing, imported(rows, asOf: "2020-06-30"))
        let expected: [RegistryRefusal] = [
            .rowParentMissing, .rowCode, .rowName, .rowDuplicate, .rowOutsideParent, .rowLevel, .rowKind,
        ]
        #expect(refused?.flattened.map(\.number) == expected.map(\.number))
        let words = refused?.flattened.map(\.text.en).joined(separator: " ") ?? ""
        for row in [4, 5, 6, 8, 9, 10, 11] { #expect(words.contains("Row \(row)")) }
        #expect(register.runner.events.isEmpty)
        #expect(try register.read { try $0.get("SELECT count(*) FROM division", as: Int.self) } == 0)
    }

    @Test("A code without a name is a bad row: passed over, the place would be closed")
    func forgottenName() {
        let text = "code,name,level,parent,kind\n140403,潞州区,,,\n140404000000,,,,\n12,,,,\n"
        refusesFile(.fileColumns, [UInt8](text.utf8))
    }

    @Test("A whole list of a day before its places were opened closes none of them")
    func olderScope() throws {
        let register = try TestRegister()
        let above = [TestRegister.row("14", "山西省"), TestRegister.row("1404", "长治市", "14")]
        let rows = above + [TestRegister.row("140404", "上党区", "1404"), TestRegister.row("140405", "屯留区", "1404")]
        try register.give(imported(rows, asOf: "2020-06-30"))
        register.refuses(.rowOlder, imported([rows[2]], asOf: "2017-12-31", scope: "1404"))
        #expect(try register.give(imported([rows[2]], asOf: "2021-12-31", scope: "1404")).count == 1)
    }

    @Test("A file in GBK is read; one that is UTF-8 with a wound is refused with its line")
    func gbk() throws {
        // “code,name” and then 长治 as GBK bytes.
        let file = [UInt8]("code,name\n140400,ok\n140404,".utf8) + [0xB3, 0xA4, 0xD6, 0xCE, 0x0A]
        #expect(try DivisionFile.rows(file).map(\.name) == ["ok", "长治"])
        let wounded = [UInt8]("code,name\n140400,长治\n140404,长治".utf8).dropLast() + [0x0A]
        let refused = #expect(throws: Rejection.self) { try DivisionFile.rows(Array(wounded)) }
        #expect(refused?.number == KernelRejection.tableEncoding(line: 3).number)
        #expect(refused?.text.en.contains("line 3") == true)
    }

    @Test("RFC 4180: quoted commas, quotes and line breaks are part of a name; a quote left open eats no other row")
    func quoting() throws {
        let rows = try DivisionFile.rows([UInt8]("code,name\r\n140404,\"a,\"\"b\"\"\nc\"\r\n".utf8))
        #expect(rows.map(\.name) == ["a,\"b\"\nc"])
        let open = try DivisionFile.rows([UInt8]("code,name\n140404,\"a\n140405,b\n".utf8))
        #expect(open.map(\.name) == ["\"a", "b"])
        refusesFile(.fileColumns, [UInt8]("code,name\n140404,a,b\n".utf8))
        refusesFile(.fileHeader, [UInt8]("code,title\n140404,a\n".utf8))
        refusesFile(.fileEmpty, [])
    }

    @Test(
        "A list of changed codes has its columns, rows of as many cells, and codes that are codes; dress does not matter"
    )
    func changedCodes() throws {
        func refuses(_ refusal: RegistryRefusal, _ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
            let rejection = #expect(throws: Rejection.self, sourceLocation: sourceLocation) {
                try DivisionFile.changes(bytes, codeSystem: .statistical, asOf: day("2018-12-31"))
            }
            #expect(rejection?.number == refusal.number, sourceLocation: sourceLocation)
        }
        let head = [UInt8]("old_code,new_code,new_name,kind\n".utf8)
        // As a spreadsheet in a Chinese office saves it: GB18030, and a quote that nobody closed is a sign.
        let old = head + [UInt8]("140421,140404,".utf8) + [0xB3, 0xA4, 0xD6, 0xCE] + [UInt8](",rename\n".utf8)
        let read = try DivisionFile.changes(old, codeSystem: .statistical, asOf: day("2018-12-31"))
        #expect(read.map(\.name) == ["长治"])
        let open = head + [UInt8]("140421,140404,\"a,rename\n".utf8)
        #expect(
            try DivisionFile.changes(open, codeSystem: .statistical, asOf: day("2018-12-31")).map(\.name) == ["\"a"])
        refuses(.fileColumns, head + [UInt8]("140421,140404\n".utf8))
        refuses(.fileHeader, [UInt8]("old_code,kind\n140421,rename\n".utf8))
        refuses(.rowCode, head + [UInt8]("14042x,140404,a,rename\n".utf8))
    }

    @Test(
        "The same list reads the same from 12 dresses: tail of commas, CR, UTF-16, BOM, tab, no column of parents")
    func dresses() throws {
        let rows = [
            "140000000000,山西省,,province", "140499000000,示范县,140400000000,county",
            "140499101201,东一村,140499101000,village",
        ]
        let plain = (["code,name,parent,kind"] + rows + [",,,", " ,,,"]).joined(separator: "\n")
        let expected = try DivisionFile.rows(Array(plain.utf8))
        #expect(expected.map(\.parent) == ["", "140400000000", "140499101000"])
        var dresses = 0
        for end in ["\n", "\r", "\r\n"] {
            for separator in [",", "\t"] {
                let text = plain.replacing("\n", with: end).replacing(",", with: separator)
                for bytes in [
                    Array("\u{FEFF}\(text)".utf8),
                    "\u{FEFF}\(text)".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
                ] {
                    dresses += 1
                    #expect(try DivisionFile.rows(bytes) == expected)
                }
            }
        }
        #expect(dresses == 12)
        let bare = "code,name,cityCode,provinceCode\n14,\"山西省\",,\n1404,\"长治市\",,14\n140499101201,\"东一村\",1404,14\n"
        #expect(try DivisionFile.rows(Array(bare.utf8)).map(\.parent) == ["", "14", "140499101"])
    }

    @Test("What lies in the scope and is missing from the list is closed; what lies outside is left alone")
    func scope() throws {
        let register = try TestRegister.small()
        let more = [
            TestRegister.row("140421100202", "乙村", "140421100"), TestRegister.row("140423", "襄垣县", "1404"),
        ]
        try register.give(imported(more, asOf: "2018-01-01"))
        let events = try register.give(
            imported(
                [TestRegister.row("140421100202", "乙村", "140421100")], asOf: "2019-01-01", scope: "140421100",
                level: .village))
        #expect(events.count == 1)
        let closed = try #require(events.first as? DivisionClosed)
        #expect(closed.place == TestRegister.village)
        register.refuses(
            .rowOutsideScope,
            imported([TestRegister.row("140423", "襄垣县", "1404")], asOf: "2019-01-02", scope: "140421100"))
    }
}

import Kernel
@testable import Registry
import Storage
import TestSupport
import Testing

@Suite("Codes change, places stay")
struct CodeChangeTests {
    private func renamed() throws -> TestRegister {
        let register = try TestRegister.small()
        try register.give(
            RegisterContract(contract: ContractID("c1")!, terms: TestRegister.terms()))
        let events = try register.give(
            ChangeDivisionCode(
                codeSystem: .statistical, oldCode: code("140421"), newCode: code("140404"), name: "上党区",
                divisionKind: .district, asOf: day("2018-11-01"), kind: .rename))
        // The county, its township, village and group get new codes; the county a new name.
        #expect(events.count == 5)
        return register
    }

    @Test("A contract registered under 140421 is found under 140404 after the change, and still under 140421")
    func contractFound() throws {
        let register = try renamed()
        try register.read { (tx) throws in
            for digits in ["140404", "140404100", "140404100201", "140421", "140421100201"] {
                let found = try ContractQueries.list(code: code(digits), in: tx)
                #expect(found.map(\.contract.id.text) == ["c1"], "under \(digits)")
            }
            #expect(try ContractQueries.list(code: code("140423"), in: tx).isEmpty)
        }
    }

    @Test("A code means its place on its day: 140421 in 2017, 140404 in 2019")
    func dated() throws {
        let register = try renamed()
        try register.read { (tx) throws in
            let county = DivisionID("p140421")!
            #expect(try DivisionQueries.find(code: code("140421"), on: day("2017-06-01"), in: tx)?.id == county)
            #expect(try DivisionQueries.find(code: code("140421"), on: day("2019-06-01"), in: tx) == nil)
            #expect(try DivisionQueries.find(code: code("140404"), on: day("2019-06-01"), in: tx)?.id == county)
            #expect(try DivisionQueries.find(code: code("140404"), on: day("2017-06-01"), in: tx) == nil)
            #expect(try DivisionQueries.find(county, in: tx)?.name == "上党区")
        }
    }

    @Test("Where two villages have one name each is called with its township, until one is closed or renamed")
    func called() throws {
        let register = try TestRegister.small()
        func names() throws -> [String?] {
            try register.read { tx in
                try ["p140421100201", "p140421101201", "p140421101202", "p140421100"].map {
                    try DivisionQueries.findCalled(DivisionID($0)!, in: tx)
                }
            }
        }
        #expect(try names() == ["潭坝村", nil, nil, "韩店镇"])
        try register.give(
            ImportDivisions(
                codeSystem: .statistical, asOf: day("2017-01-01"),
                rows: [
                    TestRegister.row("140421101", "苏店镇", "140421"),
                    TestRegister.row("140421101201", "潭坝村", "140421101"),
                    TestRegister.row("140421101202", "南庄村", "140421101"),
                ]))
        #expect(try names() == ["韩店镇潭坝村", "苏店镇潭坝村", "南庄村", "韩店镇"])
        #expect(try register.read { try AssetQueries.findLine(TestRegister.field, in: $0) }?.divisionName == "韩店镇潭坝村")
        try register.give(
            ChangeDivisionCode(
                codeSystem: .statistical, oldCode: code("140421101201"), newCode: code("140421101211"), name: "东潭坝村",
                asOf: day("2018-11-01"), kind: .rename))
        #expect(try names() == ["潭坝村", "东潭坝村", "南庄村", "韩店镇"])
    }

    @Test("A certificate carries the county code of the day it is issued")
    func certificate() throws {
        let register = try renamed()
        try register.give(
            AuthenticateContract(contract: ContractID("c1")!, level: .township))
        try register.read { (tx) throws in
            let number = try #require(try ContractQueries.find(ContractID("c1")!, in: tx)?.certificate)
            #expect(number.text == "140404-2026-T-A2-00001")
        }
    }

    @Test("A village that moves takes everything below it along")
    func moved() throws {
        let register = try TestRegister.small()
        try register.give(
            ImportDivisions(
                codeSystem: .statistical, asOf: day("2018-01-01"),
                rows: [TestRegister.row("140421101", "东和乡", "140421")]))
        try register.give(
            ChangeDivisionCode(
                codeSystem: .statistical, oldCode: code("140421100"), newCode: code("140421101"),
                asOf: day("2019-01-01"), kind: .merge))
        try register.read { (tx) throws in
            let group = DivisionID("p140421100201001")!
            let township = DivisionID("p140421101")!
            #expect(try DivisionQueries.isWithin(group, of: township, in: tx))
            #expect(try !DivisionQueries.isWithin(group, of: DivisionID("p140421100")!, in: tx))
            #expect(try DivisionQueries.isWithin(group, of: DivisionID("p14")!, in: tx))
            #expect(try DivisionQueries.isWithin(group, of: .root, in: tx))
            #expect(try DivisionQueries.find(code: code("140421101201001"), in: tx)?.id == group)
            #expect(try DivisionQueries.find(code: code("140421100"), in: tx)?.id == township)
        }
        register.refuses(
            .divisionClosed,
            RegisterOrganisation(division: DivisionID("p140421100")!, kind: .company, name: "韩店镇公司"))
    }

    @Test("A code that is taken, unknown or of another level is refused")
    func refused() throws {
        let register = try renamed()
        func change(_ old: String, _ new: String, _ kind: CodeChange = .rename, asOf: String = "2020-01-01")
            -> ChangeDivisionCode
        {
            ChangeDivisionCode(
                codeSystem: .statistical, oldCode: code(old), newCode: code(new), asOf: day(asOf), kind: kind)
        }
        register.refuses(.codeUnknown, change("140499", "140498"))
        try register.give(
            ImportDivisions(
                codeSystem: .statistical, asOf: day("2019-06-30"),
                rows: [TestRegister.row("140404101", "东和乡", "140404")]))
        register.refuses(.codeTaken, change("140404100", "140404101"))
        register.refuses(.codeLevels, change("140404100", "140404"))
        register.refuses(.mergeNeedsName, change("140404100", "140405100", .merge))
        register.refuses(.changeOlder, change("140404", "140421", asOf: "2016-01-01"))
    }
}

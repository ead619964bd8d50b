import Kernel
@testable import Registry
import Storage
import StorageSQLite
import TestSupport
import Testing

/// A register for tests, given commands as the county's officer unless said otherwise.
final class TestRegister {
    let runner: ModuleRunner<Registry>
    var database: any Database { runner.database }

    var now: Instant {
        get { runner.now }
        set { runner.now = newValue }
    }

    init() throws {
        runner = ModuleRunner(
            try temporaryDatabase(Registry.migrations), now: Instant("2026-03-02T09:00:00+08:00")!)
    }

    static func principal(_ role: Role) -> Principal {
        Principal(person: PersonID("tester")!, role: role, office: OfficeID("county")!, division: .root)
    }

    @discardableResult
    func give<Verb: RegistryCommand>(_ command: Verb, by role: Role = .countyOfficer) throws -> [any Event<Registry>] {
        try runner.give(command, by: Self.principal(role))
    }

    /// Expects the command to be refused with `refusal` and nothing else; answers what it says.
    @discardableResult
    func refuses<Verb: RegistryCommand>(
        _ refusal: RegistryRefusal, _ command: Verb, by role: Role = .countyOfficer,
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> Rejection? {
        let rejection = #expect(throws: Rejection.self, sourceLocation: sourceLocation) {
            try give(command, by: role)
        }
        #expect(rejection?.number == refusal.number, sourceLocation: sourceLocation)
        return rejection
    }

    func read<Result>(_ body: (any ReadTransaction) throws -> Result) throws -> Result { try database.read(body) }
}

/// Expects the list of places to be refused with `refusal`; answers what it says.
@discardableResult
func refusesFile(_ refusal: RegistryRefusal, _ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation)
    -> Rejection?
{
    let rejection = #expect(throws: Rejection.self, sourceLocation: sourceLocation) { try DivisionFile.rows(bytes) }
    #expect(rejection?.number == refusal.number, sourceLocation: sourceLocation)
    return rejection
}

func day(_ text: String) -> CivilDate { CivilDate(text)! }
func code(_ digits: String) -> DivisionCode { try! DivisionCode(field: .string(digits), notation: .logged) }

extension TestRegister {
    static let village = DivisionID("p140421100201")!
    static let collective = OrganisationID("tanba")!
    static let committee = OrganisationID("tanba-committee")!
    static let field = AssetID("field")!
    static let company = PartyID("company")!
    static let farmer = PartyID("farmer")!

    static func row(_ code: String, _ name: String, _ parent: String = "") -> DivisionRow {
        DivisionRow(code: code, name: name, level: "", parent: parent)
    }

    /// A province down to one village, its two bodies, a field of 20 mu and two parties.
    static func small() throws -> TestRegister {
        let register = try TestRegister()
        try register.give(
            ImportDivisions(
                codeSystem: .statistical, asOf: day("2017-01-01"),
                rows: [
                    row("14", "山西省"), row("1404", "长治市", "14"), row("140421", "长治县", "1404"),
                    row("140421100", "韩店镇", "140421"), row("140421100201", "潭坝村", "140421100"),
                    row("140421100201001", "第一村民小组", "140421100201"),
                ]))
        try register.give(
            RegisterOrganisation(
                organisation: collective, division: village, kind: .collective, name: "潭坝村集体经济组织"))
        try register.give(
            RegisterOrganisation(
                organisation: committee, division: village, kind: .committee, name: "潭坝村村民委员会"))
        try register.give(RegisterAsset(asset: field, card: card()))
        try register.give(
            RegisterParty(
                party: company, kind: .company, publicName: "长治谷丰农业有限公司", creditCode: .example,
                division: village))
        try register.give(
            RegisterParty(
                party: farmer, kind: .person, name: Personal("王小明", of: DataSubject("x")!), division: village))
        return register
    }

    static func card(
        _ assetClass: AssetClass = .dry, right: AssetRight = .ownership, until: String? = nil, name: String = "河东二十亩"
    ) -> AssetCard {
        // Every class lies somewhere else: no two cards are one field.
        let west = Int64(AssetClass.allCases.firstIndex(of: assetClass) ?? 0) * 1_000
        return AssetCard(
            owner: collective, division: village, assetClass: assetClass, kind: .resource, name: name,
            area: Area(mu: 20), right: right, rightUntil: until.map(day), use: "grain",
            boundaries: Boundaries(east: "路", south: "渠", west: "河", north: "林"),
            parcel: [
                ParcelPoint(x: west, y: 0), ParcelPoint(x: west + 100, y: 0), ParcelPoint(x: west + 100, y: 80),
            ])
    }

    static func terms(
        _ asset: AssetID = field, lot: LotID? = nil, way: TransferWay? = nil, start: String = "2026-04-01",
        end: String = "2031-03-31", total: Int64 = 8_000_000, parts: [Int64] = [4_000_000, 4_000_000],
        lessor: OrganisationID = collective, lessee: PartyID = company
    ) -> ContractTerms {
        let instalments = parts.enumerated().map { position, amount in
            Instalment(
                number: Int64(position + 1), due: day(start).adding(years: position), amount: Money(fen: amount))
        }
        return ContractTerms(
            lot: lot, asset: asset, lessor: lessor, lessee: lessee, category: .a2, way: way, start: day(start),
            end: day(end), unitPrice: Money(fen: 80_000), total: Money(fen: total), instalments: instalments,
            use: "grain")
    }
}

@testable import Disclosure
import Kernel
import Registry
import Storage
import TestSupport
import Testing

/// A village with its register on a store of its own, for tests: invented people, the real deal's figures.
struct Board {
    let runner: ModuleRunner<Disclosure>
    let village = id("p140", DivisionName.self)

    init(at now: String = "2024-04-30T09:00") throws {
        let database = try temporaryDatabase(Registry.migrations + Disclosure.migrations)
        try database.write { tx in try Board.register(in: tx) }
        runner = ModuleRunner(database, now: Instant(now)!)
    }

    private static func register(in tx: any WriteTransaction) throws {
        let statements: [SQL] = [
            """
            INSERT INTO division (id, parent, path, level, kind, name, code, opened)
            VALUES ('p14', NULL, '/p14/', 'province', 'province', '山西省', '140000', '2000-01-01'),
                ('p140', 'p14', '/p14/p140/', 'village', 'village', '坦坝村', '140404101201', '2000-01-01'),
                ('p141', 'p14', '/p14/p141/', 'village', 'village', '石匣村', '140404101202', '2000-01-01')
            """,
            """
            INSERT INTO organisation (id, division, kind, name)
            VALUES ('tanba', 'p140', 'collective', '坦坝村集体经济组织')
            """,
            """
            INSERT INTO party (id, kind, display_name, division)
            VALUES ('green', 'company', '绿谷农业有限公司', 'p140'), ('li', 'person', '李**', 'p140')
            """,
            """
            INSERT INTO asset (id, owner, division, asset_class, kind, name, area, asset_right, asset_use, parcel,
                contract, leased_until)
            VALUES ('A1', 'tanba', 'p140', 'dry', 'resource', '坦坝南坡地', 200000, 'ownership', 'grain', '',
                    'C1', '2049-05-19'),
                ('A2', 'tanba', 'p140', 'building', 'operating', '旧"学校"<b>', NULL, 'ownership', 'shop', '', NULL, NULL)
            """,
            """
            INSERT INTO contract (id, asset, division, lessor, lessee, category, way, starts, ends, unit_price_fen,
                total_fen, contract_use)
            VALUES ('C1', 'A1', 'p140', 'tanba', 'green', 'A2', 'lease', '2019-05-20', '2049-05-19', 120000, 72000000,
                'grain')
            """,
        ]
        for statement in statements { try tx.run(statement) }
    }

    @discardableResult
    func give<Verb: DisclosureCommand>(_ command: Verb, by role: Role = .villageClerk) throws
        -> [any Event<Disclosure>]
    {
        // Notices of lots are the house's.
        let isOfLot = (command as? OpenNotice)?.subject?.hasPrefix("lot/") ?? false
        return try runner.give(command, by: principal(isOfLot ? .system : role))
    }

    func refuses<Verb: DisclosureCommand>(
        _ refusal: DisclosureRefusal, _ command: Verb, by role: Role = .villageClerk,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let isOfLot = (command as? OpenNotice)?.subject?.hasPrefix("lot/") ?? false
        runner.expectRefusal(
            refusal, command, by: principal(isOfLot ? .system : role), sourceLocation: sourceLocation)
    }

    func opening(
        _ notice: String? = "N1", days: Int64? = 5, until: String? = nil, from: String? = nil, place: String = "p140",
        title: String = "成交公示", digest: String? = nil
    ) -> OpenNotice {
        OpenNotice(
            notice: notice.map { id($0, NoticeName.self) }, division: id(place, DivisionName.self), kind: .lotNotice,
            subject: "lot/L1", title: Message(zh: title, en: "The result"),
            body: Message(zh: "绿谷公司以每亩 1200 元成交。\n公示五个工作日。", en: "Sold at 1,200 yuan.\nFive working days."),
            from: from.map { CivilDate($0)! }, workingDays: days, until: until.map { CivilDate($0)! }, digest: digest)
    }

    func closing(_ notice: String = "N1") -> CloseNotice { CloseNotice(notice: id(notice, NoticeName.self)) }

    func objecting(
        _ objection: String = "O1", _ text: String = "面积不对，我是李大山", notice: String = "N1", paper: String? = nil
    ) -> RaiseObjection {
        RaiseObjection(
            notice: id(notice, NoticeName.self), objection: id(objection, ObjectionName.self), text: text, paper: paper)
    }

    func answering(_ objection: String = "O1", _ text: String = "已复测，面积无误。", notice: String = "N1")
        -> AnswerObjection
    {
        AnswerObjection(
            notice: id(notice, NoticeName.self), objection: id(objection, ObjectionName.self), answerZh: text)
    }

    func escalating(_ objection: String = "O1", notice: String = "N1") -> EscalateObjection {
        EscalateObjection(notice: id(notice, NoticeName.self), objection: id(objection, ObjectionName.self))
    }

    func advance(to instant: String) throws {
        try runner.advance(to: Instant(instant)!, system: principal(.system))
    }

    func notice(_ name: String = "N1") throws -> Notice? {
        try runner.database.read { try NoticeQueries.find(id(name, NoticeName.self), in: $0) }
    }
}

func principal(_ role: Role, division: String = "p14") -> Principal {
    Principal(
        person: id("somebody", PersonName.self), role: role, office: id("desk", OfficeName.self),
        division: id(division, DivisionName.self))
}

func id<Named>(_ text: String, _ type: Named.Type) -> Identifier<Named> { Identifier(text)! }
func yuan(_ amount: Int64) -> Money { Money(fen: amount * 100) }

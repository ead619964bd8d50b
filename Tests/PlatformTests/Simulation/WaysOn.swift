import Exchange
import Kernel
@testable import Platform
import Storage

/// What has not come to its end has a way on: an act of the clock that is due, or a command for which somebody's desk is
/// open. Stopping a sale (suspension, termination, withdrawal) is no way on. Asked after every event of the simulation.
struct WaysOn {
    /// By command, what the waiting acts name: `lot/L1`, `receivable/R1#3`.
    private var due: [String: Set<String>] = [:]
    private let open: Set<Role>
    /// Everybody who sits somewhere: as what, over which places, and who.
    private let desks: [(role: Role, path: String, person: String)]

    private static let access = Dictionary(
        uniqueKeysWithValues: InstallationPlan.qianmo.commands.map { ($0.name, $0.access.reach) })

    private init(_ tx: any ReadTransaction) throws {
        desks = try tx.rows(
            """
            SELECT o.role, coalesce(d.path, '/'), o.person FROM office o LEFT JOIN division d ON d.id = o.division
            WHERE o.is_open = 1
            """
        ).compactMap { row in
            try Role(rawValue: row.get(0)).map { ($0, try row.get(1), try row.get(2)) }
        }
        open = Set(desks.map(\.role))
        for row in try tx.rows("SELECT command, arguments FROM due_command") {
            let arguments = try JSON(parsing: Array(try row.get(1, as: String.self).utf8))
            let number = arguments["number"]?.integer.map { "#\($0)" } ?? ""
            for (name, value) in arguments.object ?? [:] {
                guard let id = value.string else { continue }
                let objection = arguments["objection"]?.string.map { "#\($0)" } ?? ""
                due[try row.get(0), default: []].insert("\(name)/\(id)\(number)\(objection)")
            }
        }
    }

    /// What stands in a dead end; empty when nothing does.
    static func missing(in tx: any ReadTransaction, everything: Bool = true) throws -> [String] {
        let ways = try WaysOn(tx)
        return try ways.lots(tx) + ways.claims(tx) + ways.contracts(tx) + ways.notices(tx)
            + (everything ? ways.others(tx) : [])
    }

    /// Of everything that people carry on: an act of the clock that names it, or a verb of its state that somebody may give
    /// who sits over its place and had no hand in it before.
    private func others(_ tx: any ReadTransaction) throws -> [String] {
        let last: Int64 = try tx.find("SELECT last_at FROM log_head") ?? 0
        return try Self.roads(at: Instant(milliseconds: last)).flatMap { road in
            let rows = try tx.rows(road.open)
            guard !rows.isEmpty else { return [String]() }
            var hands: [String: Set<String>] = [:]
            for row in try road.hands.map({ try tx.rows($0) }) ?? [] {
                hands[try row.get(0), default: []].insert(try row.get(1))
            }
            return try rows.compactMap { row in
                let (id, state, path): (String, String, String) = (try row.get(0), try row.get(1), try row.get(2))
                if let name = road.due, due.values.contains(where: { $0.contains("\(name)/\(id)") }) { return nil }
                let holder: String? = try row.find(3)
                let isOpen = (road.verbs[state] ?? []).contains {
                    somebody(gives: $0, at: path, only: holder, but: hands[id] ?? [])
                }
                return isOpen ? nil : "\(road.kind) \(id) is \(state) and nobody can move it"
            }
        }
    }

    private func somebody(gives verb: String, at path: String, only holder: String?, but hands: Set<String>) -> Bool {
        guard let reach = Self.access[verb] else { return false }
        return desks.contains { desk in
            guard let reach = reach[desk.role], !hands.contains(desk.person) else { return false }
            switch reach {
            case .own: return holder == nil && path.hasPrefix(desk.path)
            case .mine: return holder == desk.person
            case .anywhere: return holder == nil || holder == desk.person
            }
        }
    }

    private static let stops: Set<LotState> = [.suspended, .terminated, .withdrawn]
    /// Halls that people end, not the clock.
    private static let manned: Set<String> = ["agreement", "liveAuction", "tender", "draw", "sealed", "twoShot"]
    /// Where the clock has to bring the end, whatever people may do before.
    private static let timed: Set<LotState> = [.suspended, .filed, .performing, .expiring]

    private func lots(_ tx: any ReadTransaction) throws -> [String] {
        try tx.rows("SELECT id, state, mode FROM lot").compactMap { row in
            let (id, mode): (String, String) = (try row.get(0), try row.get(2))
            guard let state = LotState(rawValue: try row.get(1)) else { return "lot \(id) is in no state" }
            guard !state.isTerminal else { return nil }
            let rows = Transitions.table.filter { row in
                row.from == state && row.to != state && !Self.stops.contains(row.to) && row.mover != .standing
            }
            let isDue = due.values.contains { $0.contains("lot/\(id)") }
            let byPeople = rows.filter { $0.mover != .clock }
            let isTimed =
                Self.timed.contains(state)
                || (byPeople.isEmpty && !(state == .auctionRunning && Self.manned.contains(mode)))
            if isTimed { return isDue ? nil : "lot \(id) is \(state) and no act of the clock is due" }
            let somebody = byPeople.contains { !$0.mover.roles.isDisjoint(with: open) } || state == .auctionRunning
            return isDue || somebody ? nil : "lot \(id) is \(state) and nobody can move it"
        }
    }

    /// Each instalment still to be booked falls due, or the contract has ended; what is open can be booked by somebody.
    private func claims(_ tx: any ReadTransaction) throws -> [String] {
        let accruals = due["ledger.accrueInstalment"] ?? []
        let books = open.isDisjoint(with: [.villageAccountant, .stationAgent])
        return try tx.rows(
            """
            SELECT i.receivable, i.number, i.accrued_on FROM instalment i JOIN receivable r ON r.receivable = i.receivable
            WHERE i.paid_fen + i.closed_fen < i.amount_fen AND r.ended_on IS NULL
            """
        ).compactMap { row in
            let name = "receivable/\(try row.get(0, as: String.self))#\(try row.get(1, as: Int64.self))"
            if try row.find(2, as: String.self) == nil, !accruals.contains(name) { return "\(name) never falls due" }
            return books ? "\(name) can be settled by nobody" : nil
        }
    }

    private func contracts(_ tx: any ReadTransaction) throws -> [String] {
        try tx.rows(
            """
            SELECT a.id, l.state FROM asset a JOIN lot l ON l.contract = a.contract
            WHERE l.state IN ('finished', 'earlyTerminated', 'terminated', 'withdrawn')
            """
        ).map {
            "asset \(try $0.get(0, as: String.self)) is let under a contract that is \(try $0.get(1, as: String.self))"
        }
    }

    private func notices(_ tx: any ReadTransaction) throws -> [String] {
        let closing = due["disclosure.closeNotice"] ?? []
        let passing = due["disclosure.escalateObjection"] ?? []
        let open = try tx.rows("SELECT notice FROM notice WHERE closed_at IS NULL").compactMap { row -> String? in
            let name = "notice/\(try row.get(0, as: String.self))"
            return closing.contains(name) ? nil : "\(name) never closes"
        }
        return try open
            + tx.rows(
                "SELECT notice, objection FROM objection WHERE answered_at IS NULL AND escalated_at IS NULL"
            ).compactMap { row in
                let name = "notice/\(try row.get(0, as: String.self))#\(try row.get(1, as: String.self))"
                return passing.contains(name) ? nil : "the objection \(name) is passed up by nobody"
            }
    }
}

import EventLog
import Kernel

/// Finds a round in the log's public bytes and holds it against its own proof: what nobody but the village's readers needs.
/// Entries are given one after another, from the first.
package struct RoundAudit: Sendable {
    /// What is known once the whole log was read.
    package struct Result: Sendable {
        package let finding: RoundBook.Finding
        /// What the check of the prices said; `ok` where they prove the seats.
        package let certificate: String
        package let entry: Int64
        package let orders: Int
        package let seekers: Int
        package let seats: Int64
        package let offered: Int
        /// Of how many pairs the log says which rule excluded them.
        package let excluded: Int
        /// Groups that go together or not at all, and how many of them are offered seats.
        package let groups: Int
        package let groupsOffered: Int
        /// Whether it filled what came free between two rounds.
        package let isRefill: Bool
    }

    private let id: String
    private var parts: [Leaf] = []
    /// Of each hall, the digest published last.
    private var committed: [DivisionID: String] = [:]
    /// Of each order, what the log said of its seats so far.
    private var orders: [StreamID: Labour.State] = [:]
    package private(set) var result: Result?

    package init(of round: String) { id = round }

    /// The next entry of the log; throws `LogFault` where it is none.
    package mutating func take(_ bytes: [UInt8], at index: Int64) throws {
        let leaf = try Leaf(decoding: bytes)
        guard !leaf.isPart else { return parts.append(leaf) }
        let before = parts
        parts = []
        switch leaf.kind {
        case "labour.\(HallOpened.name)":
            let opened = try HallOpened.read(.object(leaf.fields), notation: .logged)
            committed[opened.place] = opened.commitment
        case "labour.\(RoundRun.name)":
            guard let fields = LongEntry.whole(leaf, after: before) else { throw LogFault.badLeaf(index: index) }
            let round = try RoundRun.read(.object(fields), notation: .logged)
            defer { committed[round.place] = round.commitment }
            guard "\(round.place)-\(round.number)" == id, RoundBook.rules.contains(round.rule) else { return }
            let groups = Dictionary(grouping: round.seekers.filter { $0.group != nil }, by: \.group)
            let judged = round.book.judge(committed: committed[round.place] ?? "")
            result = Result(
                finding: judged.finding == .ok && !wereFree(round.orders) ? .seats : judged.finding,
                certificate: judged.verdict, entry: index, orders: round.orders.count,
                seekers: round.seekers.count, seats: round.orders.reduce(0) { $0 + $1.seats },
                offered: round.seekers.count { $0.seat != nil },
                excluded: round.seekers.reduce(0) { $0 + $1.verdicts.count { $0 < 0 } }, groups: groups.count,
                groupsOffered: groups.values.count { $0.allSatisfy { $0.seat != nil } }, isRefill: round.isRefill)
        default:
            guard leaf.stream.kind == "labourOrder", let fields = LongEntry.whole(leaf, after: before) else { return }
            try Labour.evolve(&orders[leaf.stream, default: Labour.State()], leaf.kind, fields, at: leaf.at)
        }
    }

    /// Whether the seats of a round are those that were free: it gives out none that somebody has, or is being asked for.
    private func wereFree(_ seats: [RoundOrder]) -> Bool {
        seats.allSatisfy { orders[StreamID("labourOrder", $0.order.text)]?.order?.book.free == $0.seats }
    }
}

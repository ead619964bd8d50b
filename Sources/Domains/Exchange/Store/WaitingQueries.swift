package import Kernel
import Registry
package import Storage

extension Exchange {
    /// A desk's lots to act on; a bidder's auctions under way.
    package static func listWaiting(for principal: Principal, at now: Instant, in tx: any ReadTransaction) throws
        -> [Waiting]
    {
        let waiting: Waiting
        if principal.role == .bidder {
            return try ofBidder(principal, at: now, in: tx).filter { $0.count > 0 }
        } else if principal.role == .supervisor {
            waiting = try overdue(for: principal, at: now, in: tx)
        } else {
            let items = try items(for: principal, at: now, in: tx)
            waiting = Waiting(
                ExchangeText.Waiting.lots, try lots(for: principal, in: tx), path: "/exchange/desk",
                isLate: items.contains { $0.isLate }, items: items)
        }
        return [waiting, try elsewhere(for: principal, at: now, in: tx)].filter { $0.count > 0 }
    }

    /// What a village has handed in and other desks have: who, to do what, and by when.
    private static func elsewhere(for clerk: Principal, at now: Instant, in tx: any ReadTransaction) throws -> Waiting {
        var items: [Waiting.Item] = []
        if clerk.role == .villageClerk {
            let lines = try LotQueries.listElsewhere(from: clerk, in: tx)
            let entered = try LotQueries.listEntered(lines.map(\.id), in: tx)
            let calendar = try CalendarQueries.calendar(in: tx)
            var days = DeskDays()
            items = try lines.compactMap { line in
                guard let (who, act) = next(line) else { return nil }
                let since = entered[line.id]
                return Waiting.Item(
                    subject(line), ExchangeText.Waiting.of(who, act), path: "/lots/\(line.id)", since: since,
                    by: try since.flatMap { try days.end(line, since: $0, in: tx) }, now: now, in: calendar)
            }
        }
        return Waiting(
            ExchangeText.Waiting.lots, items.count, path: "/lots", items: items, isElsewhere: true)
    }

    private static func subject(_ line: LotLine) -> Message {
        let name = "\(line.assetName) · \(line.villageName)"
        return Message(zh: name, en: name)
    }

    /// Who has to do what with a lot in its state; nil where no desk has.
    private static func next(_ line: LotLine) -> (who: Message, act: Message)? {
        let act = LotAct.all.first { !$0.waitsFor.isEmpty && $0.states.contains(line.state) && $0.fits(line.mode) }
        guard let act else { return nil }
        return (MarketText.either(Role.allCases.filter { act.waitsFor.contains($0) }.map(\.label)), act.title)
    }

    /// Whose desk a lot stands on now, or what the clock will do to it.
    package static func findNextStep(on stream: StreamID, in tx: any ReadTransaction) throws -> NextStep? {
        guard stream.kind == "lot", let lot = LotID(stream.id), let view = try LotQueries.findView(lot, in: tx) else {
            return nil
        }
        var days = DeskDays()
        let since = try LotQueries.listEntered([lot], in: tx)[lot]
        let by = try view.clockEnd ?? since.flatMap { try days.end(view.line, since: $0, in: tx) }
        guard let (who, act) = next(view.line) else {
            let who = view.clockEnd == nil ? MarketText.nobody : MarketText.clock
            return NextStep(subject: view.line.assetName, who: who, what: ExchangeText.state(view.line.state), by: by)
        }
        return NextStep(subject: view.line.assetName, who: who, what: act, by: by)
    }

    /// What others should have paid, converted or decided and did not: the supervisor's to look into.
    private static func overdue(for supervisor: Principal, at now: Instant, in tx: any ReadTransaction) throws
        -> Waiting
    {
        let calendar = try CalendarQueries.calendar(in: tx)
        let items = try OpenMoneyQueries.list(within: supervisor.division, at: now, in: tx)
            .filter { $0.isOverdue(at: now) }.map { money in
                return Waiting.Item(
                    ExchangeText.Waiting.late(money), ExchangeText.Waiting.lookInto, path: "/lots/\(money.lot)",
                    since: money.since, by: money.due, now: now, in: calendar)
            }
        return Waiting(
            ExchangeText.Waiting.overdue, items.count, path: "/exchange/money", isLate: true, items: items)
    }

    /// Deposits to be paid before the registrations close, and auctions in which somebody else leads.
    private static func ofBidder(_ bidder: Principal, at now: Instant, in tx: any ReadTransaction) throws -> [Waiting] {
        guard let party = PartyID(bidder.person.text) else { return [] }
        let mine = try BidderQueries.listMine(of: party, in: tx)
        let calendar = try CalendarQueries.calendar(in: tx)
        func item(_ line: BidderLine, _ act: Message, path: String, by: Instant?) -> Waiting.Item {
            let name = "\(line.lotName) · \(line.villageName)"
            return Waiting.Item(
                Message(zh: name, en: name), act, path: path, since: nil, by: by, now: now, in: calendar)
        }
        let deposits = try mine.filter { $0.lotState == .listed && $0.deposit == .required && $0.state != .refused }.map
        {
            item(
                $0, ExchangeText.Waiting.payDeposit($0.depositDue), path: "/exchange/mine",
                by: try LotQueries.findLine($0.lot, in: tx)?.closesAt)
        }
        let auctions = try mine.filter { $0.lotState == .auctionRunning && $0.state == .qualified }.filter {
            try LotQueries.findLeader(of: $0.lot, in: tx) != $0.paddle
        }.map {
            item($0, PlaceBid.title, path: "/lots/\($0.lot)", by: try LotQueries.findLine($0.lot, in: tx)?.endsAt)
        }
        return [
            Waiting(ExchangeText.Waiting.deposits, deposits.count, path: "/exchange/mine", items: deposits),
            Waiting(ExchangeText.Waiting.auctions, auctions.count, path: "/exchange/mine", items: auctions),
        ]
    }

    /// The lots on a desk, each with the act that moves it on, since when it waits and until when it may.
    private static func items(for desk: Principal, at now: Instant, in tx: any ReadTransaction) throws -> [Waiting.Item]
    {
        guard ExchangeDesk.roles.contains(desk.role) else { return [] }
        let lines = try LotQueries.listWaiting(for: desk, in: tx)
        let entered = try LotQueries.listEntered(lines.map(\.id), in: tx)
        let calendar = try CalendarQueries.calendar(in: tx)
        var days = DeskDays()
        let refunds = Dictionary(
            try OpenMoneyQueries.listRefunds(within: desk.division, at: now, in: tx).map { ($0.lot, $0) },
            uniquingKeysWith: { first, _ in first })
        return try lines.map { line in
            let act = LotAct.all.first {
                $0.waitsFor.contains(desk.role) && $0.states.contains(line.state) && $0.fits(line.mode)
            }
            // Without an act of its own the lot stands here for its bidders: money to give back, or papers to look at.
            let refund = act == nil ? refunds[line.id] : nil
            let since = refund?.since ?? entered[line.id]
            var by = refund?.due ?? (line.state == .listed ? line.closesAt : nil)
            if let since, let end = try days.end(line, since: since, in: tx) { by = end }
            return Waiting.Item(
                subject(line),
                act?.title ?? (refund == nil ? ExchangeText.Page.bidders : RefundDeposit.title),
                path: act.map { "/lots/\(line.id)/\($0.command)" } ?? "/lots/\(line.id)/bidders", since: since, by: by,
                now: now, in: calendar)
        }
    }

    private static func lots(for desk: Principal, in tx: any ReadTransaction) throws -> Int {
        guard ExchangeDesk.roles.contains(desk.role) else { return 0 }
        return try LotQueries.countWaiting(for: desk, in: tx)
    }
}

/// Until when a desk has time for a lot: so many working days from its coming there, as its county has them that day.
private struct DeskDays {
    private static let keys: [LotState: ParameterKey] = [
        .submitted: .acceptDays, .accepted: .reviewDays, .objection: .objectionReplyDays,
        .contractPending: .contractSignDays, .settling: .certificateDays, .certified: .fileDays,
    ]

    private struct Cell: Hashable {
        let key: ParameterKey
        let village: DivisionID
        let day: CivilDate
    }

    private var calendar: WorkingCalendar?
    private var known: [Cell: Int] = [:]

    /// Nil where no desk has a term, or the holidays of that time are not known.
    mutating func end(_ line: LotLine, since: Instant, in tx: any ReadTransaction) throws -> Instant? {
        guard let key = Self.keys[line.state] else { return nil }
        let cell = Cell(key: key, village: line.village, day: since.date)
        let days =
            try known[cell] ?? Int(ParameterQueries.value(key, at: line.village, on: cell.day, in: tx).value)
        known[cell] = days
        let calendar = try calendar ?? CalendarQueries.calendar(in: tx)
        self.calendar = calendar
        return try? calendar.end(ofWorkingDays: days, from: since)
    }
}

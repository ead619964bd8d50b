package import Kernel
package import Storage

/// A supplementary agreement (补充协议): from a day to come on, the contract ends on another day, costs another rent, or both.
/// Years that have begun and what was paid for them stay as they were agreed.
package struct AmendContract: RegistryCommand {
    package static let name = "amendContract"
    package static var title: Message { RegistryText.amendContract }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [RegistryRefusal] = [
        .contractUnknown, .contractOver, .amendmentInPast, .amendmentMidYear, .termBackwards, .noChange,
        .scheduleUnclear, .rentMissing, .assetDisputed, .assetReserved, .twinHolds, .leaseTooLong, .beyondRight,
        .wasteTooLong, .termOverlaps, .subletOutlives, .resolutionNeeded, .resolutionUnknown, .resolutionUnfit,
        .amountNotPositive,
    ]

    package let contract: ContractID
    /// The first day of what is agreed now.
    package let from: CivilDate
    /// The last day of the term from now on; absent: it stays.
    package let end: CivilDate?
    /// The rule of the rent from that day on; absent: the one that runs goes on.
    package let schedule: RentSchedule?
    package let paper: String
    package let resolution: ResolutionID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            contract: pass.value("contract", \.contract), from: pass.value("from", \.from),
            end: pass.optional("end", \.end), schedule: pass.record("schedule", \.schedule),
            paper: pass.paper("paper", \.paper), resolution: pass.optional("resolution", \.resolution))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("contract", contract.text) }

    package struct Facts: Sendable {
        package let contract: Contract?
        package let endedOn: CivilDate?
        package let schedule: RentSchedule?
        package let amendments: [Amendment]
        package let instalments: [Instalment]
        /// The highest number an instalment of it ever had.
        package let lastNumber: Int64
        package let asset: Asset?
        package let isOutsider: Bool
        package let termCap: TermCap?
        package let twins: [Asset]
        /// Other contracts on the same card, with their last days.
        package let others: [ContractSpan]
        package let subleases: [Sublease]
        package let resolution: Resolution?
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? { facts.contract?.division }
}

/// The days for which a contract holds a card.
package struct ContractSpan: Sendable, Hashable {
    package let contract: ContractID
    package let start: CivilDate
    package let end: CivilDate
}

extension AmendContract {
    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        guard let known = facts.contract else { throw RegistryRefusal.contractUnknown(contract.text) }
        let last = end ?? known.end
        let today = context.now.date
        try checkDays(known, last, facts, today)
        if last > known.end { try checkLonger(known, last, facts, today) }
        if let sublease = facts.subleases.first(where: { $0.end > last }) {
            throw RegistryRefusal.subletOutlives(sublease.end)
        }
        let instalments = try instalments(known, last, facts)
        try checkResolution(known, last, facts)
        let total = try facts.instalments.filter { $0.due < from }.map(\.amount)
            .reduce(Money.zero) { $0 + $1 }.adding(instalments.reduce(Money.zero) { $0 + $1.amount })
        guard total > .zero else { throw RegistryRefusal.amountNotPositive() }
        return [
            ContractAmended(
                contract: contract, number: Int64(facts.amendments.count + 1), place: known.division,
                asset: known.asset, lessor: known.lessor, from: from, end: last, endBefore: known.end,
                unitPrice: try unitPrice(known, facts.asset), total: total, totalBefore: known.total,
                instalments: instalments, schedule: schedule, paper: paper, resolution: resolution)
        ]
    }

    private func checkDays(_ known: Contract, _ last: CivilDate, _ facts: Facts, _ today: CivilDate) throws(Rejection) {
        let over = facts.endedOn ?? known.end
        guard facts.endedOn == nil, today <= known.end else { throw RegistryRefusal.contractOver(over) }
        guard from > today, from > known.start else {
            throw RegistryRefusal.amendmentInPast(max(today, known.start).adding(days: 1))
        }
        guard last >= from.adding(days: -1) else { throw RegistryRefusal.termBackwards() }
        guard last != known.end || schedule != nil else { throw RegistryRefusal.noChange() }
        let history = RentHistory(facts)
        let next = history.yearStart(notBefore: from, end: known.end)
        guard from == next else { throw RegistryRefusal.amendmentMidYear(next) }
    }

    /// What binds a longer term binds this one: the card is free for it, and the law allows its length from the first day of
    /// the contract on.
    private func checkLonger(_ known: Contract, _ last: CivilDate, _ facts: Facts, _ today: CivilDate)
        throws(Rejection)
    {
        let card = try facts.asset.known(known.asset)
        if card.dispute != nil { throw RegistryRefusal.assetDisputed(card.id.text) }
        if let lot = card.reservedBy { throw RegistryRefusal.assetReserved(card.id.text, lot.text) }
        let other = facts.others.first { $0.start <= last && $0.end > known.end }
        if let other { throw RegistryRefusal.termOverlaps(other.contract.text, other.start, other.end) }
        try card.checkTwins(facts.twins, from: known.end.adding(days: 1))
        guard let cap = facts.termCap else { preconditionFailure("the caps at \(card.division) were not read") }
        let violation = cap.violation(
            way: known.way, rightUntil: card.rightUntil, assetClass: card.assetClass, start: known.start, end: last)
        if let violation { throw violation }
    }

    private func instalments(_ known: Contract, _ last: CivilDate, _ facts: Facts) throws(Rejection) -> [Instalment] {
        if let schedule, !schedule.isClear { throw RegistryRefusal.scheduleUnclear() }
        guard let lines = RentHistory(facts).newLines(schedule, from: from, to: last) else {
            throw RegistryRefusal.rentMissing()
        }
        if from <= last, lines.first?.from != from { throw RegistryRefusal.rentMissing() }
        return zip(1..., lines).map {
            Instalment(number: facts.lastNumber + $0, due: $1.from, amount: $1.amount)
        }
    }

    /// A longer term, and whatever is agreed with an outsider about land, is the members' to resolve (Contracting Law,
    /// art. 52; Collective Law, art. 26).
    private func checkResolution(_ known: Contract, _ last: CivilDate, _ facts: Facts) throws(Rejection) {
        let isOutsidersLand = facts.isOutsider && facts.asset?.assetClass.isLand ?? false
        guard let resolution else {
            guard last <= known.end, !facts.isOutsider else { throw RegistryRefusal.resolutionNeeded() }
            return
        }
        try facts.resolution.opens(resolution, of: known.lessor, isOutsidersLand: isOutsidersLand)
    }

    private func unitPrice(_ known: Contract, _ asset: Asset?) throws(Rejection) -> Money {
        guard let annual = schedule?.annual else { return known.unitPrice }
        guard let area = asset?.area, area.units > 0 else { return annual }
        let price = try annual.scaled(by: Area.unitsPerMu, over: area.units)
        guard price > .zero else { throw RegistryRefusal.amountNotPositive() }
        return price
    }
}

extension RentHistory {
    init(_ facts: AmendContract.Facts) {
        guard let contract = facts.contract else { preconditionFailure("asked of a contract only") }
        self.init(start: contract.start, end: contract.end, rule: facts.schedule, amendments: facts.amendments)
    }
}

/// A contract runs on other terms from a day on; agreements are numbered from 1.
package struct ContractAmended: RegistryEvent {
    package static let name = "contractAmended"

    package let contract: ContractID
    package let number: Int64
    package let place: DivisionID
    package let asset: AssetID
    package let lessor: OrganisationID
    package let from: CivilDate
    package let end: CivilDate
    package let endBefore: CivilDate
    package let unitPrice: Money
    package let total: Money
    package let totalBefore: Money
    /// In place of all that would have fallen due on or after `from`; numbered on from the highest there ever was.
    package let instalments: [Instalment]
    package let schedule: RentSchedule?
    package let paper: String
    package let resolution: ResolutionID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            contract: pass.value("contract", \.contract), number: pass.whole("number", \.number, in: CountDomain.self),
            place: pass.value("division", \.place), asset: pass.value("asset", \.asset),
            lessor: pass.value("lessor", \.lessor), from: pass.value("from", \.from), end: pass.value("end", \.end),
            endBefore: pass.value("endBefore", \.endBefore), unitPrice: pass.value("unitPriceFen", \.unitPrice),
            total: pass.value("totalFen", \.total), totalBefore: pass.value("totalBeforeFen", \.totalBefore),
            instalments: pass.list("instalments", \.instalments), schedule: pass.record("schedule", \.schedule),
            paper: pass.paper("paper", \.paper), resolution: pass.optional("resolution", \.resolution))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) {
        state.changeContract { contract in
            contract.end = end
            contract.total = total
            contract.instalments.removeAll { $0.due >= from }
            contract.instalments += instalments
        }
    }
}

package import Kernel
package import Storage

/// Enters a contract with its instalments; the asset is let from then on.
package struct RegisterContract: RegistryCommand {
    package static let name = "registerContract"
    package static var title: Message { RegistryText.registerContract }
    package static let access: Access = [.own(.stationAgent, .countyOfficer), .installation]
    package static let refusals: [RegistryRefusal] = [
        .organisationUnknown, .partyUnknown, .assetUnknown, .alreadyRegistered, .assetDisputed, .assetLeased,
        .assetReserved, .lessorNotOwner, .termBackwards, .leaseTooLong, .beyondRight, .wasteTooLong, .amountNotPositive,
        .instalmentOrder, .instalmentSum, .notHeldByLot, .twinHolds, .scheduleUnclear, .scheduleTotal,
        .outsiderResolution, .resolutionUnknown, .resolutionUnfit, .cardRetired, .paperUnreadable,
    ]

    package let contract: ContractID?
    package let terms: ContractTerms
    /// Of the lessor, on this very contract; a lot has its own.
    package let resolution: ResolutionID?
    /// The contract as it was signed.
    package let paper: String?

    package init(
        contract: ContractID? = nil, terms: ContractTerms, resolution: ResolutionID? = nil, paper: String? = nil
    ) {
        self.contract = contract
        self.terms = terms
        self.resolution = resolution
        self.paper = paper
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            contract: pass.newName("contract", \.contract), terms: pass.inlined(\.terms),
            resolution: pass.optional("resolution", \.resolution), paper: pass.optionalPaper("paper", \.paper))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("contract", identifier(context).text) }

    package struct Facts: Sendable {
        package let lessor: Organisation?
        package let lessee: Party?
        package let asset: Asset?
        /// The longest terms at the asset's place; nil where the asset is not known.
        package let termCap: TermCap?
        /// Other cards over the outline of the asset.
        package let twins: [Asset]
        /// Whether the place asks a resolution of the members for a contract with an outsider, on this day.
        package let asksResolution: Bool
        package let resolution: Resolution?
    }

    package func place(_ state: RegistryState, _ facts: Facts) -> DivisionID? {
        facts.asset?.division
    }
}

extension RegisterContract {
    func identifier(_ context: Context) -> ContractID { contract ?? context.derivedIdentifier(.contract) }

    package func decide(_ state: RegistryState, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Registry>]
    {
        let id = identifier(context)
        guard facts.lessor != nil else {
            throw RegistryRefusal.organisationUnknown(terms.lessor.text).at("lessor")
        }
        guard facts.lessee != nil else {
            throw RegistryRefusal.partyUnknown(terms.lessee.text).at("lessee")
        }
        let card = try facts.asset.known(terms.asset)
        guard !state.exists else { throw RegistryRefusal.alreadyRegistered(id.text) }
        try card.checkFree(for: terms.lot, from: terms.start)
        try card.checkTwins(facts.twins, from: terms.start)
        // A desk names a lot only where the lot holds the very card; the house names the lot of its own award.
        if let lot = terms.lot, card.reservedBy != lot, context.principal.role != .system {
            throw RegistryRefusal.notHeldByLot(card.id.text, lot.text)
        }
        guard card.owner == terms.lessor else { throw RegistryRefusal.lessorNotOwner() }
        guard terms.end > terms.start else { throw RegistryRefusal.termBackwards() }
        guard let cap = facts.termCap else { preconditionFailure("the caps at \(card.division) were not read") }
        if let violation = cap.violation(of: terms, card) { throw violation }
        let reckoned = try terms.reckoned()
        try Self.checkMoney(reckoned)
        try checkResolution(card, facts)
        guard paper?.isSHA256Hex ?? true else { throw RegistryRefusal.paperUnreadable() }
        return [
            ContractRegistered(
                contract: id, place: card.division, terms: reckoned, resolution: resolution, paper: paper)
        ]
    }

    /// What is let to an outsider without the exchange is the members' to resolve; a lot was resolved before it was listed.
    private func checkResolution(_ card: Asset, _ facts: Facts) throws(Rejection) {
        let isOutsider = facts.lessee?.memberOf != terms.lessor
        guard let resolution else {
            guard terms.lot != nil || !isOutsider || !facts.asksResolution else {
                throw RegistryRefusal.outsiderResolution()
            }
            return
        }
        try facts.resolution.opens(
            resolution, of: terms.lessor, isOutsidersLand: isOutsider && card.assetClass.isLand)
    }

    private static func checkMoney(_ terms: ContractTerms) throws(Rejection) {
        guard terms.total > .zero, terms.unitPrice > .zero else {
            throw RegistryRefusal.amountNotPositive()
        }
        var sum = Money.zero
        var last: CivilDate?
        for (position, part) in terms.instalments.enumerated() {
            guard part.number == Int64(position + 1), part.amount > .zero, last.map({ part.due >= $0 }) ?? true else {
                throw RegistryRefusal.instalmentOrder(Int64(position + 1))
            }
            last = part.due
            sum = try sum.adding(part.amount)
        }
        guard sum == terms.total else {
            throw RegistryRefusal.instalmentSum(RegistryText.yuan(terms.total.fen), RegistryText.yuan(sum.fen))
        }
    }
}

/// A contract enters the register; the asset is let from its first day to its last.
package struct ContractRegistered: RegistryEvent {
    package static let name = "contractRegistered"

    package let contract: ContractID
    package let place: DivisionID
    package let terms: ContractTerms
    /// Absent in entries of before 30 November 2026, and where none was asked for.
    package let resolution: ResolutionID?
    /// Absent in entries of before 1 December 2026, and where none was given.
    package let paper: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            contract: pass.value("contract", \.contract), place: pass.value("division", \.place),
            terms: pass.inlined(\.terms), resolution: pass.optional("resolution", \.resolution),
            paper: pass.optionalPaper("paper", \.paper))
    }

    package func change(_ state: inout RegistryState, at instant: Instant) {
        state = .contract(RegisteredContract(terms))
    }
}

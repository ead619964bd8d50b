package import Kernel
package import Registry
package import Storage

/// Signs the contract that the award and the notice fix; nothing in it is chosen anew (section 1.11).
package struct SignContract: LotVerb {
    package let lot: LotID
    package var contract: ContractID?
    /// Only where the notice left the first day open; otherwise today.
    package var startsOn: CivilDate?
    /// The office or person that witnessed the signatures.
    package var witness: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), contract: pass.newName("contract", \.contract),
            startsOn: pass.optional("startsOn", \.startsOn), witness: pass.optional("witness", \.witness))
    }

    package static let name = "signContract"
    package static var title: Message { ExchangeText.Command.signContract }
    package static let access: Access = .own(.stationAgent, .stationReviewer, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .termMissing, .leaseTooLong, .beyondRight, .wasteTooLong, .winnerUnknown,
    ]

    package struct Facts: Sendable {
        /// Whose paddle has the award; nil where nobody holds it.
        package let winner: PartyID?
        package let cap: TermCap
        /// Somebody has given the lot's own name to another contract.
        package var isNameTaken = false
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.check(.contractSigned, by: context.principal.role)
        guard let award = lot.award, let winner = facts.winner else { throw ExchangeRefusal.winnerUnknown() }
        let day = lot.terms.startsOn ?? startsOn ?? context.now.date
        guard let term = lot.terms.term(from: day) else { throw ExchangeRefusal.termMissing() }
        try lot.terms.checkTerm(term, rightUntil: lot.rightUntil, facts.cap)
        return [
            ContractSigned(
                lot: self.lot, village: lot.village,
                contract: contract
                    ?? (facts.isNameTaken ? context.derivedIdentifier(.contract) : lot.contractIdentifier),
                asset: lot.asset, lessor: lot.owner, lessee: winner, paddle: award.paddle,
                category: lot.terms.category, transferWay: lot.terms.transferWay, mode: lot.terms.mode,
                startsOn: term.startsOn, endsOn: term.endsOn, price: award.price, priceUnit: lot.terms.priceUnit,
                area: lot.terms.area, yearly: try lot.terms.yearlyAmount(at: award.price),
                total: try lot.terms.total(at: award.price, over: term),
                instalments: try lot.terms.instalments(at: award.price, over: term), use: lot.terms.use,
                witness: witness)
        ]
    }
}

/// Everything the register and the books need (policies): from now on the paddle has a name.
package struct ContractSigned: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let contract: ContractID
    package let asset: AssetID
    package let lessor: OrganisationID
    package let lessee: PartyID
    package let paddle: Int64
    package let category: TradeCategory
    package let transferWay: TransferWay
    package let mode: TradingMode
    package let startsOn: CivilDate
    package let endsOn: CivilDate
    package let price: Money
    package let priceUnit: PriceUnit
    package let area: Area
    /// The first year's rent; the total when the price is a total.
    package let yearly: Money
    package let total: Money
    package var instalments: [Instalment] = []
    package let use: String
    package var witness: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            contract: pass.value("contract", \.contract), asset: pass.value("asset", \.asset),
            lessor: pass.value("lessor", \.lessor), lessee: pass.value("lessee", \.lessee),
            paddle: pass.whole("paddle", \.paddle, in: CountDomain.self), category: pass.value("category", \.category),
            transferWay: pass.value("transferWay", \.transferWay), mode: pass.value("mode", \.mode),
            startsOn: pass.value("startsOn", \.startsOn), endsOn: pass.value("endsOn", \.endsOn),
            price: pass.value("priceFen", \.price), priceUnit: pass.value("priceUnit", \.priceUnit),
            area: pass.value("areaUnits", \.area), yearly: pass.value("yearlyFen", \.yearly),
            total: pass.value("totalFen", \.total), instalments: pass.list("instalments", \.instalments),
            use: pass.value("use", \.use), witness: pass.optional("witness", \.witness))
    }

    package static let name = "contractSigned"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.contractSigned)
        state.lot?.contract = Lot.Signed(
            contract: contract, total: total, first: instalments.first?.amount ?? total, endsOn: endsOn,
            instalments: instalments)
        state.lot?.contract?.signedOn = instant.date
        state.lot?.award?.total = total
    }
}

package import Kernel

/// Enters a contract with its instalments; the asset is let from then on.
package struct RegisterContract: CommandPayload {
    package static let name = "registerContract"
    package static var title: Message { RegistryText.registerContract }
    package static let refusals: [RegistryRefusal] = [
        .organisationUnknown, .partyUnknown, .assetUnknown, .alreadyRegistered, .assetDisputed, .assetLeased,
        .assetReserved, .lessorNotOwner, .termBackwards, .leaseTooLong, .beyondRight, .wasteTooLong, .amountNotPositive,
        .instalmentOrder, .instalmentSum,
    ]

    package let contract: ContractID?
    package let terms: ContractTerms

    package init(
        contract: ContractID? = nil, terms: ContractTerms
    ) {
        self.contract = contract
        self.terms = terms
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(contract: pass.optional("contract", \.contract), terms: pass.inlined(\.terms))
    }

    package func stream(_ context: Context) -> StreamID { StreamID("contract", identifier(context).text) }
}

extension RegisterContract {
    func identifier(_ context: Context) -> ContractID { contract ?? context.derivedIdentifier("contract") }

    func decide(_ exists: Bool, _ facts: RegistryFacts, _ context: Context) throws(Rejection) -> [RegistryEvent] {
        let id = identifier(context)
        guard facts.organisation != nil else {
            throw RegistryRefusal.organisationUnknown(terms.lessor.text).at("lessor")
        }
        guard facts.party != nil else {
            throw RegistryRefusal.partyUnknown(terms.lessee.text).at("lessee")
        }
        let card = try facts.knownAsset(terms.asset)
        guard !exists else { throw RegistryRefusal.alreadyRegistered(id.text) }
        try card.checkFree(for: terms.lot, from: terms.start)
        guard card.owner == terms.lessor else { throw RegistryRefusal.lessorNotOwner() }
        guard terms.end > terms.start else { throw RegistryRefusal.termBackwards() }
        if let violation = facts.termCap.violation(of: terms, card) { throw violation.rejection }
        try checkMoney()
        return [
            .contractRegistered(ContractRegistered(contract: id, division: card.division, terms: terms))
        ]
    }

    private func checkMoney() throws(Rejection) {
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

package import Kernel

/// What a resolution is used for. Each is one act that the law lets nobody take without the members.
package enum ResolutionPurpose: String, FieldChoice {
    /// A lot of the exchange, or its new terms.
    case lot, renewal
    /// A contract registered without a lot, or changed by a supplementary agreement.
    case contract, amendment
    case distribution
    /// The budget of a year, and the changes of that year's budget.
    case budget, budgetChange
    /// The clean-up of a village's contracts, the bills for land it found, its census, a claim given up.
    case cleanup, landCharge, census, waiver
}

/// What used a resolution, or asks for it: the purpose and the thing.
package struct ResolutionUse: Sendable, Hashable {
    package let purpose: ResolutionPurpose
    package let thing: String

    package init(_ purpose: ResolutionPurpose, _ thing: String) {
        self.purpose = purpose
        self.thing = thing
    }

    /// As commands and entries have it: a lot needs no purpose.
    init(_ lot: LotID?, _ purpose: ResolutionPurpose?, _ thing: String?) {
        self.init(purpose ?? .lot, lot?.text ?? thing ?? "")
    }
}

/// A use that stands, and its day.
package struct StandingUse: Sendable, Hashable {
    package let use: ResolutionUse
    /// Unknown of uses noted by older programs.
    package let day: CivilDate?
}

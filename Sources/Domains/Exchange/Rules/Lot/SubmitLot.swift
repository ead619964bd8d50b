package import Kernel
package import Registry
package import Storage

/// Hands the lot in, with the resolution that allows it (sections 1.3 and 1.6).
package struct SubmitLot: LotVerb {
    package let lot: LotID
    package var resolution: ResolutionID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(lot: pass.value("lot", \.lot), resolution: pass.optional("resolution", \.resolution))
    }

    package static let name = "submitLot"
    package static var title: Message { ExchangeText.Command.submitLot }
    package static let access: Access = .own(.villageClerk, .stationAgent, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .resolutionMissing, .resolutionOfAnother, .majorityMissed, .redLineBuilding,
    ]

    package struct Facts: Sendable {
        /// The resolution given now or before; nil where there is none in the register.
        package let resolution: ResolutionFacts?
        /// What of the card's parcels lies inside the lines of the spatial plan.
        package var lined: [LinedGround] = []
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        let needed = !lot.terms.category.mayBeListedByHousehold
        let given = resolution ?? lot.resolution
        switch lot.state {
        case .draft where needed || given != nil: try lot.check(.resolving, .submitted, by: context.principal.role)
        default: try lot.check(.submitted, by: context.principal.role)
        }
        if needed || given != nil {
            guard given != nil, let record = facts.resolution else {
                throw ExchangeRefusal.resolutionMissing()
            }
            guard record.organisation == lot.owner else { throw ExchangeRefusal.resolutionOfAnother() }
            guard record.passed else { throw ExchangeRefusal.majorityMissed() }
        }
        if lot.terms.isForBuilding, let line = facts.lined.first(where: \.kind.forbidsBuilding) {
            throw ExchangeRefusal.redLineBuilding(line.kind.label, RedLineWords.area(line.area))
        }
        return [LotSubmitted(lot: self.lot, village: lot.village, resolution: given)]
    }
}

extension LotTerms {
    /// Whether something is built there: by the category, or by the words of the use (village-register 6.5).
    var isForBuilding: Bool { category == .c3 || category == .c4 || RedLineWords.isBuilding(use) }
}

/// The lot waits at the station.
package struct LotSubmitted: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package var resolution: ResolutionID?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            resolution: pass.optional("resolution", \.resolution))
    }

    package static let name = "lotSubmitted"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        if resolution != nil, state.lot?.state == .draft { state.lot?.move(.resolving) }
        state.lot?.move(.submitted)
        if let resolution { state.lot?.resolution = resolution }
    }
}

package import Kernel
package import Storage

/// Where weight went that no scale saw leaving.
package enum LossCause: String, FieldChoice { case drained, dried, burnt, spilled, stolen, other }

/// Declares what a site lost on a day without a ticket: its cause, its weight, who says so, with a paper where there is one. It is the
/// last part of in = out + stock + declared loss. A later declaration of the same day takes the place of the earlier one, and none
/// of a day takes it back; the log keeps both.
package struct DeclareLoss: WasteCommand {
    package typealias Subject = Site

    package let site: SiteID
    package let day: CivilDate
    package let kilograms: Int64
    package let cause: LossCause
    package let reason: String
    package var paper: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            site: pass.value("site", \.site), day: pass.value("day", \.day),
            kilograms: pass.whole("kilograms", \.kilograms, in: LoadDomain.self), cause: pass.value("cause", \.cause),
            reason: pass.value("reason", \.reason), paper: pass.optionalPaper("paper", \.paper))
    }

    package static let name = "declareLoss"
    package static var title: Message { LossText.declare }
    package static let access: Access = [.own(.stationAgent, .countyOfficer)]
    package static let refusals: [WasteRefusal] = [
        .siteUnknown, .noStockHere, .dayToCome, .nothingLost, .lossWithoutReason,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("site", site.text) }

    package func subject(of state: Waste.State) throws(Rejection) -> Site {
        guard let found = state.site else { throw WasteRefusal.siteUnknown(site) }
        return found
    }

    package struct Facts: Sendable {
        /// Whether a loss of the day is declared already.
        package let isKnown: Bool
    }

    package func place(_ site: Site, _ facts: Facts) -> DivisionID? { site.place }

    package func decide(_ subject: Site, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Waste>] {
        guard subject.kind.hasStock else { throw WasteRefusal.noStockHere() }
        guard day <= context.now.date else { throw WasteRefusal.dayToCome() }
        guard kilograms > 0 || facts.isKnown else { throw WasteRefusal.nothingLost() }
        guard !reason.isBlank else { throw WasteRefusal.lossWithoutReason() }
        return [
            LossDeclared(
                site: site, place: subject.place, day: day, kilograms: kilograms, cause: cause, reason: reason,
                paper: paper, office: context.principal.office)
        ]
    }
}

/// A site lost weight on a day.
package struct LossDeclared: WasteEvent {
    package let site: SiteID
    package let place: DivisionID
    package let day: CivilDate
    package let kilograms: Int64
    package let cause: LossCause
    package let reason: String
    package var paper: String?
    /// The desk that says so.
    package let office: OfficeID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            site: pass.value("site", \.site), place: pass.value("place", \.place), day: pass.value("day", \.day),
            kilograms: pass.whole("kilograms", \.kilograms, in: LoadDomain.self), cause: pass.value("cause", \.cause),
            reason: pass.value("reason", \.reason), paper: pass.optionalPaper("paper", \.paper),
            office: pass.value("office", \.office))
    }

    package static let name = "lossDeclared"
    package func change(_ state: inout Waste.State, at instant: Instant) {}
}

package import Kernel
package import Registry
package import Storage

/// Holds a resolution against the roll of the body that passed it: who is entitled comes of the roll, not of the typist
/// (record 0256). What disagrees is refused, and the record with it; nothing is written.
package struct HoldAgainstRoll: AssemblyCommand {
    package let resolution: ResolutionID
    package let organisation: OrganisationID
    package let matter: ResolutionMatter
    package let body: ResolutionBody
    package let entitled: Int64
    package let present: Int64
    package let inFavour: Int64
    package let date: CivilDate

    package init(_ recorded: ResolutionRecorded) {
        self.init(
            resolution: recorded.resolution, organisation: recorded.organisation, matter: recorded.matter,
            body: recorded.body, entitled: recorded.entitled, present: recorded.present, inFavour: recorded.inFavour,
            date: recorded.date)
    }

    private init(
        resolution: ResolutionID, organisation: OrganisationID, matter: ResolutionMatter, body: ResolutionBody,
        entitled: Int64, present: Int64, inFavour: Int64, date: CivilDate
    ) {
        self.resolution = resolution
        self.organisation = organisation
        self.matter = matter
        self.body = body
        self.entitled = entitled
        self.present = present
        self.inFavour = inFavour
        self.date = date
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            resolution: pass.value("resolution", \.resolution),
            organisation: pass.value("organisation", \.organisation), matter: pass.value("matter", \.matter),
            body: pass.value("body", \.body), entitled: pass.whole("entitled", \.entitled, in: CountDomain.self),
            present: pass.whole("present", \.present, in: CountDomain.self),
            inFavour: pass.whole("inFavour", \.inFavour, in: CountDomain.self), date: pass.value("date", \.date))
    }

    package static let name = "holdAgainstRoll"
    package static var title: Message { AssemblyText.holdAgainstRoll }
    package static let access: Access = .installation
    package static let refusals: [AssemblyRefusal] = [.rollDisagrees, .countedByTheHouse]

    package func stream(_ context: Context) -> StreamID { StreamID("roll", resolution.text) }

    package struct Facts: Sendable {
        package let place: DivisionID?
        /// Whether the row `resolution.countedFromRoll` holds on the day of the vote.
        package let isAsked: Bool
        /// Whether a meeting of this house counted these very numbers.
        package let isCounted: Bool
        /// How many the body had on the day; 0 where the house has no roll of it.
        package let roll: Int64
    }

    package func place(_ state: Assembly.State, _ facts: Facts) -> DivisionID? { facts.place }

    package func decide(_ state: Assembly.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard facts.isAsked, !facts.isCounted, facts.roll > 0 else { return [] }
        if body == .assembly, matter.isCountedByTheHouse { throw AssemblyRefusal.countedByTheHouse(matter.label) }
        guard entitled == facts.roll else { throw AssemblyRefusal.rollDisagrees(entitled, facts.roll, date) }
        return []
    }
}

extension ResolutionMatter {
    /// Whether it disposes of what all own: there the house counts. Of the others the paper's counts are held against the
    /// roll, since they may have been voted on in secret.
    var isCountedByTheHouse: Bool {
        switch self {
        case .charter, .membership, .merger, .committeeMatter, .groupMatter, .councilRoutine: false
        default: true
        }
    }
}

import Geometry
package import Kernel
package import Registry
package import Storage

/// Enters that land was seen in use: where, for what, on which day. What of its ground lies under no contract of that day is a
/// finding (village-register 5.2). The ground is an outline, a parcel, or the parcel around a point.
package struct RecordUse: CleanupCommand {
    package let observation: ObservationID?
    package let organisation: OrganisationID
    package let use: SeenUse
    /// What else there was to see; names nobody.
    package let note: String
    package let seenOn: CivilDate
    package let seenBy: Observer
    package var outline: LandOutline?
    package var parcel: ParcelID?
    package var point: SeenPoint?
    /// The point was read off a phone's map, which is shifted.
    package let isPhoneMap: Bool
    package var picture: String?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            observation: pass.newName("observation", \.observation),
            organisation: pass.value("organisation", \.organisation), use: pass.value("use", \.use),
            note: pass.value("note", \.note, standard: ""), seenOn: pass.value("seenOn", \.seenOn),
            seenBy: pass.value("seenBy", \.seenBy), outline: pass.optional("outline", \.outline),
            parcel: pass.optional("parcel", \.parcel), point: pass.optional("point", \.point),
            isPhoneMap: pass.value("isPhoneMap", \.isPhoneMap, standard: false),
            picture: pass.optionalPaper("picture", \.picture))
    }

    package static let name = "recordUse"
    package static var title: Message { SeenText.recordUse }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let reaches: [String: DateReach] = ["seenOn": .years(back: 5, ahead: 0)]
    package static let refusals: [CleanupRefusal] = [
        .noSuchOrganisation, .seenKnown, .seenAlready, .seenLater, .seenNowhere, .noSuchParcel, .otherBodysParcel,
        .nothingAtPoint, .groundFaulty, .groundTooLarge, .groundTooFine,
    ]

    package func stream(_ context: Context) -> StreamID { StreamID("observation", identifier(context).text) }

    func identifier(_ context: Context) -> ObservationID { observation ?? context.derivedIdentifier(.observation) }

    /// Where the point lies on the ground.
    var placeOfPoint: Place? {
        point.map { isPhoneMap ? PhoneMap.real($0.place) : $0.place }
    }

    package struct Facts: Sendable {
        package let organisation: Organisation?
        /// The parcel that was chosen, or the one around the point.
        package let parcel: LandParcel?
        /// Outlines under contract on the day, beside or over the ground.
        package let contracted: [LandOutline]
        /// How long a finding may stay open.
        package let days: Int64
    }

    package func place(_ state: Cleanup.State, _ facts: Facts) -> DivisionID? { facts.organisation?.division }
}

extension RecordUse {
    /// 5 km: a walk that goes further is several.
    package static let furthest: Int64 = 500_000

    package func decide(_ state: Cleanup.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Cleanup>]
    {
        guard let body = facts.organisation else { throw CleanupRefusal.noSuchOrganisation(organisation) }
        guard seenOn <= context.now.date else { throw CleanupRefusal.seenLater(seenOn) }
        let ground = try ground(facts)
        let id = identifier(context)
        if let known = state.observation {
            guard known.organisation == organisation, known.ground == ground else {
                throw CleanupRefusal.seenKnown(id)
            }
            throw CleanupRefusal.seenAlready(id)
        }
        let judge = OutlineJudge()
        if let faults = ground.faults(judge) { throw CleanupRefusal.groundFaulty(faults) }
        guard let box = ground.outline.box, max(box.width, box.height) <= Self.furthest else {
            throw CleanupRefusal.groundTooLarge()
        }
        guard let rest = judge.uncovered(ground.outline, by: facts.contracted.map(\.outline)) else {
            throw CleanupRefusal.groundTooFine()
        }
        let hidden = LandOutline(rest)
        guard hidden.text.utf8.count <= LandOutline.longest else { throw CleanupRefusal.groundTooFine() }
        let isHidden = !rest.pieces.isEmpty
        return [
            UseSeen(
                observation: id, organisation: organisation, place: body.division, use: use, note: note, seenOn: seenOn,
                seenBy: seenBy, picture: picture, parcel: facts.parcel?.id, ground: ground,
                area: Area(units: ground.outline.areaUnits), hidden: isHidden ? hidden : nil,
                hiddenArea: Area(units: rest.areaUnits), pieces: Int64(rest.pieces.count),
                due: isHidden ? context.now.date.adding(days: Int(facts.days)) : nil)
        ]
    }

    private func ground(_ facts: Facts) throws(Rejection) -> LandOutline {
        switch (outline, parcel, point) {
        case (let outline?, nil, nil): return outline
        case (nil, let parcel?, nil):
            guard let known = facts.parcel else { throw CleanupRefusal.noSuchParcel(parcel) }
            guard known.owner == organisation else { throw CleanupRefusal.otherBodysParcel(known.number) }
            return known.outline
        case (nil, nil, .some):
            guard let known = facts.parcel else { throw CleanupRefusal.nothingAtPoint() }
            guard known.owner == organisation else { throw CleanupRefusal.otherBodysParcel(known.number) }
            return known.outline
        default: throw CleanupRefusal.seenNowhere()
        }
    }
}

/// Land was seen in use. What was found stands here in whole numbers; nothing reckons it again.
package struct UseSeen: CleanupEvent {
    package let observation: ObservationID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let use: SeenUse
    package let note: String
    package let seenOn: CivilDate
    package let seenBy: Observer
    package let picture: String?
    package let parcel: ParcelID?
    package let ground: LandOutline
    package let area: Area
    /// What nobody had by a contract; nil where all was covered.
    package let hidden: LandOutline?
    package let hiddenArea: Area
    package let pieces: Int64
    package let due: CivilDate?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            observation: pass.value("observation", \.observation),
            organisation: pass.value("organisation", \.organisation), place: pass.value("division", \.place),
            use: pass.value("use", \.use), note: pass.value("note", \.note, standard: ""),
            seenOn: pass.value("seenOn", \.seenOn), seenBy: pass.value("seenBy", \.seenBy),
            picture: pass.optionalPaper("picture", \.picture), parcel: pass.optional("parcel", \.parcel),
            ground: pass.value("ground", \.ground), area: pass.value("area", \.area),
            hidden: pass.optional("hidden", \.hidden), hiddenArea: pass.value("hiddenArea", \.hiddenArea),
            pieces: pass.whole("pieces", \.pieces, in: CountDomain.self), due: pass.optional("due", \.due))
    }

    package static let name = "useSeen"

    package func change(_ state: inout Cleanup.State, at instant: Instant) {
        state.observation = Observation(
            id: observation, organisation: organisation, place: place, ground: ground, hidden: hiddenArea,
            stage: hiddenArea == .zero ? .covered : .open, due: due)
    }
}

import EventLog
package import Kernel
package import Registry
package import Storage

/// Takes a scheduled lot out of the county's hall: from here on only the station with this key holds its auction. The
/// paddles are dealt now, because the station knows no register. Decision record 0130.
package struct TakeLotToStation: LotVerb {
    package let lot: LotID
    /// The public key of the station's own log.
    package let key: String
    /// Of what the station is given to begin with, base64.
    package let digest: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(lot: pass.value("lot", \.lot), key: pass.value("key", \.key), digest: pass.value("digest", \.digest))
    }

    package static let name = "takeLotToStation"
    package static var title: Message { StationText.take }
    package static let access: Access = .own(.stationAgent, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .keyWrong, .modeNotForStation,
        .objectionsOpen,
    ]

    package struct Facts: Sendable {
        package let roster: [BidderRow]
        package let prioritySeconds: Int64
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Exchange>]
    {
        try lot.check(.atStation, by: context.principal.role)
        try lot.require(.auctionScheduled)
        try lot.checkNotHeld()
        guard (try? VerifierKey(key)) != nil else { throw ExchangeRefusal.keyWrong() }
        guard [.ascending, .reverse].contains(lot.terms.mode), let notice = lot.notice else {
            throw ExchangeRefusal.modeNotForStation()
        }
        let paddles = Paddle.dealt(to: facts.roster)
        return [
            LotTakenToStation(
                lot: self.lot, village: lot.village, key: key, digest: digest, opensAt: notice.opensAt,
                endsAt: notice.endsAt, prioritySeconds: facts.prioritySeconds,
                paddles: PaddlesDealt.first(of: paddles))
        ] + PaddlesDealt.rest(of: paddles, on: self.lot, in: lot.village)
    }
}

/// The county's hall is closed for the lot until the station's log comes back.
package struct LotTakenToStation: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let key: String
    package let digest: String
    package let opensAt: Instant
    package let endsAt: Instant
    package let prioritySeconds: Int64
    package let paddles: [Paddle]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village), key: pass.value("key", \.key),
            digest: pass.value("digest", \.digest), opensAt: pass.value("opensAt", \.opensAt),
            endsAt: pass.value("endsAt", \.endsAt),
            prioritySeconds: pass.whole("prioritySeconds", \.prioritySeconds, in: SecondsDomain.self),
            paddles: pass.list("paddles", \.paddles))
    }

    package static let name = "lotTakenToStation"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.move(.atStation)
        state.lot?.station = Lot.Station(
            key: key, since: max(instant, opensAt), paddles: Set(paddles.map(\.number)),
            length: endsAt.milliseconds - opensAt.milliseconds)
        state.lot?.take(paddles)
        state.lot?.hall.prioritySeconds = prioritySeconds
    }
}

package import Kernel
package import Registry
package import Storage

/// Objects to a published result; the clock stops until the centre has answered.
package struct RaiseObjection: LotVerb {
    package let lot: LotID
    package let grounds: Personal<String>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(lot: pass.value("lot", \.lot), grounds: pass.personal("grounds", \.grounds, of: .unnamed))
    }

    package static let name = "raiseObjection"
    package static var title: Message { ExchangeText.Command.raiseObjection }
    package static let access: Access = [
        .own(.villageClerk, .stationAgent, .supervisor), .anywhere(.bidder, .villager),
    ]
    package static let refusals: [ExchangeRefusal] = [
        .lotUnknown, .wrongState, .objectionTooLate, .objectionsUsedUp,
    ]

    package struct Facts: Sendable {
        /// The entry of the log that published the result.
        package let result: Int64?
        /// How often one person may object to one result at the lot's place.
        package let most: Int64
    }

    package func decide(_ lot: Lot, _ facts: Facts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        let number = lot.objectionCount + 1
        let remaining = try lot.stopForObjection(context)
        // A desk objects for many: they are counted where they come in person.
        let isInPerson = context.principal.role.signsInByPhone
        if isInPerson, (lot.objectors[context.principal.person] ?? 0) >= facts.most {
            throw ExchangeRefusal.objectionsUsedUp(facts.most)
        }
        let subject = ObjectionRaised.subject(
            of: isInPerson ? context.principal.person : nil, lot: self.lot, number: number)
        let shown = facts.result.flatMap { BoardObjection(lot: self.lot, result: $0, number: number) }
        return [
            ObjectionRaised(
                lot: self.lot, village: lot.village, number: number, remaining: remaining, board: shown,
                isFromBoard: false, grounds: Personal(grounds.content, of: subject),
                raiser: isInPerson ? Personal(context.principal.person, of: subject) : nil)
        ]
    }
}

extension Lot {
    /// What an objection leaves of the publicity, in milliseconds; 0 when the clock already stands.
    func stopForObjection(_ context: Context) throws(Rejection) -> Int64 {
        if state != .objection { try check(.objection, by: context.principal.role) }
        guard let end = publicityEndsAt, state == .objection || context.now < end else {
            throw ExchangeRefusal.objectionTooLate()
        }
        return state == .objection ? 0 : end.milliseconds - context.now.milliseconds
    }
}

/// An objection is open. What somebody wrote stays out of the leaf: only its commitment is there.
package struct ObjectionRaised: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let number: Int64
    /// What was left of the publicity, in milliseconds; 0 when the clock already stood.
    package let remaining: Int64
    /// Under which names the notice board shows it; absent in entries of earlier programs.
    package var board: BoardObjection?
    /// Whether it was raised on the board, which then keeps its words.
    package let isFromBoard: Bool
    /// Absent where the board keeps them.
    package let grounds: Personal<String>?
    /// Who objected in person: nobody reads it in the leaf. Absent where a desk did, and before 28 November 2026.
    package var raiser: Personal<PersonID>?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let raiser = pass.optionalPersonal("raiser", \.raiser, of: .unnamed)
        let (lot, number) = (pass.value("lot", \.lot), pass.whole("number", \.number, in: CountDomain.self))
        let owner = subject(of: raiser?.content, lot: lot, number: number)
        return Self(
            lot: lot, village: pass.value("village", \.village), number: number,
            remaining: pass.value("remainingMs", \.remaining),
            board: pass.record("board", \.board), isFromBoard: pass.value("fromBoard", \.isFromBoard, absent: false),
            grounds: pass.optionalPersonal("grounds", \.grounds, of: owner),
            raiser: raiser.map { Personal($0.content, of: owner) })
    }

    /// Words of whoever came in person end with the person; those a desk wrote down are by themselves.
    static func subject(of person: PersonID?, lot: LotID, number: Int64) -> DataSubject {
        person.map { DataSubject(of: $0) } ?? DataSubject(ofThing: "\(number)-\(lot)", in: .words)
    }

    package static let name = "objectionRaised"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        if state.lot?.state != .objection {
            state.lot?.move(.objection)
            state.lot?.stop = Lot.Stop(from: .resultPublicity, since: instant, remainingMilliseconds: remaining)
        }
        if let person = raiser?.content { state.lot?.objectors[person, default: 0] += 1 }
        state.lot?.objectionCount = number
        state.lot?.openObjections.insert(number)
        state.lot?.boardObjections[number] = board
    }
}

package import Kernel
package import Registry

/// How an objection is decided: upheld takes the award back.
package enum ObjectionDecision: String, FieldChoice, Sendable { case dismissed, upheld }

/// Objects to a published result; the clock stops until the centre has answered.
package struct RaiseObjection: LotVerb {
    package let lot: LotID
    package let grounds: Personal<String>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(lot: pass.value("lot", \.lot), grounds: pass.personal("grounds", \.grounds, of: .objections))
    }

    package static let name = "raiseObjection"
    package static var title: Message { ExchangeText.Command.raiseObjection }
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .objectionTooLate]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        if lot.state != .objection { try lot.check(.objection, by: context.principal.role) }
        guard let end = lot.publicityEndsAt, lot.state == .objection || context.now < end else {
            throw ExchangeRefusal.objectionTooLate()
        }
        let left = lot.state == .objection ? 0 : end.milliseconds - context.now.milliseconds
        return [
            .objectionRaised(
                ObjectionRaised(
                    lot: self.lot, village: lot.village, number: lot.objectionCount + 1, remaining: left,
                    grounds: grounds))
        ]
    }
}

/// What somebody wrote stays out of the leaf: only its commitment is there.
package struct ObjectionRaised: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let number: Int64
    /// What was left of the publicity, in milliseconds; 0 when the clock already stood.
    package let remaining: Int64
    package let grounds: Personal<String>

    package init(lot: LotID, village: DivisionID, number: Int64, remaining: Int64, grounds: Personal<String>) {
        self.lot = lot
        self.village = village
        self.number = number
        self.remaining = remaining
        self.grounds = grounds
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            number: pass.value("number", \.number), remaining: pass.value("remainingMs", \.remaining),
            grounds: pass.personal("grounds", \.grounds, of: .objections))
    }

    package static let name = "objectionRaised"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        if state.lot?.state != .objection {
            state.lot?.move(.objection)
            state.lot?.stop = Lot.Stop(from: .resultPublicity, since: instant, remainingMilliseconds: remaining)
        }
        state.lot?.objectionCount = number
        state.lot?.openObjections.insert(number)
    }
}

/// Answers an objection publicly. An upheld one takes the award back; after the last dismissal the clock runs on.
package struct AnswerObjection: LotVerb {
    package let lot: LotID
    package let number: Int64
    package let decision: ObjectionDecision
    package let answer: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), number: pass.value("number", \.number),
            decision: pass.value("decision", \.decision), answer: pass.value("answer", \.answer))
    }

    package static let name = "answerObjection"
    package static var title: Message { ExchangeText.Command.answerObjection }
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .reasonsMissing, .objectionUnknown]

    package func decide(_ lot: Lot, _ facts: ExchangeFacts, _ context: Context) throws(Rejection) -> [Exchange.Event] {
        try lot.require(.objection)
        guard lot.openObjections.contains(number) else { throw ExchangeRefusal.objectionUnknown() }
        try ExchangeRefusal.requireReasons(answer)
        let isLast = lot.openObjections.count == 1
        let left = lot.stop?.remainingMilliseconds ?? 0
        let resumes = isLast && decision == .dismissed
        return [
            .objectionAnswered(
                ObjectionAnswered(
                    lot: self.lot, village: lot.village, number: number, decision: decision, answer: answer,
                    publicityEndsAt: resumes ? context.now.adding(milliseconds: left) : nil))
        ]
    }
}

/// The answer is public.
package struct ObjectionAnswered: ExchangeEvent {
    package let lot: LotID
    package let village: DivisionID
    package let number: Int64
    package let decision: ObjectionDecision
    package let answer: String
    /// Where the clock ends now that nothing is open; absent while it stands.
    package let publicityEndsAt: Instant?

    package init(
        lot: LotID, village: DivisionID, number: Int64, decision: ObjectionDecision, answer: String,
        publicityEndsAt: Instant? = nil
    ) {
        self.lot = lot
        self.village = village
        self.number = number
        self.decision = decision
        self.answer = answer
        self.publicityEndsAt = publicityEndsAt
    }

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            number: pass.value("number", \.number), decision: pass.value("decision", \.decision),
            answer: pass.value("answer", \.answer),
            publicityEndsAt: pass.optional("publicityEndsAt", \.publicityEndsAt))
    }

    package static let name = "objectionAnswered"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.openObjections.remove(number)
        if decision == .upheld {
            state.lot?.openObjections = []
            state.lot?.award = nil
            state.lot?.stop = nil
            state.lot?.move(.relistDecision)
        } else if let publicityEndsAt {
            state.lot?.publicityEndsAt = publicityEndsAt
            state.lot?.stop = nil
            state.lot?.move(.resultPublicity)
        }
    }
}

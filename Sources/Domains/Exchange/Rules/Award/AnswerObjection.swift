package import Kernel
package import Registry
package import Storage

/// How an objection is decided: upheld takes the award back.
package enum ObjectionDecision: String, FieldChoice, Sendable { case dismissed, upheld }

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
    package static let access: Access = .own(.stationReviewer, .countyOfficer)
    package static let refusals: [ExchangeRefusal] = [.lotUnknown, .wrongState, .reasonsMissing, .objectionUnknown]

    package func decide(_ lot: Lot, _ facts: NoFacts, _ context: Context) throws(Rejection) -> [any Event<Exchange>] {
        try lot.require(.objection)
        guard lot.openObjections.contains(number) else { throw ExchangeRefusal.objectionUnknown() }
        try ExchangeRefusal.requireReasons(answer)
        let isLast = lot.openObjections.count == 1
        let left = lot.stop?.remainingMilliseconds ?? 0
        let resumes = isLast && decision == .dismissed
        // Taking the award back answers every objection to it.
        let others = decision == .upheld ? lot.openObjections.subtracting([number]).sorted() : []
        return ([number] + others).map { number in
            ObjectionAnswered(
                lot: self.lot, village: lot.village, number: number, decision: decision, answer: answer,
                publicityEndsAt: resumes ? context.now.adding(milliseconds: left) : nil,
                board: lot.boardObjections[number])
        }
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
    /// Under which names the notice board shows it; absent in entries of earlier programs.
    package var board: BoardObjection?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            lot: pass.value("lot", \.lot), village: pass.value("village", \.village),
            number: pass.value("number", \.number), decision: pass.value("decision", \.decision),
            answer: pass.value("answer", \.answer),
            publicityEndsAt: pass.optional("publicityEndsAt", \.publicityEndsAt),
            board: pass.record("board", \.board))
    }

    package static let name = "objectionAnswered"
    package var division: DivisionID? { village }

    package func change(_ state: inout ExchangeState, at instant: Instant) {
        state.lot?.openObjections.remove(number)
        state.lot?.boardObjections[number] = nil
        if decision == .upheld {
            guard state.lot?.state == .objection else { return }
            state.lot?.award = nil
            state.lot?.stop = nil
            state.lot?.move(.relistDecision)
        } else if let publicityEndsAt {
            state.lot?.publicityEndsAt = publicityEndsAt
            state.lot?.stop = nil
            state.lot?.move(.resultPublicity)
        }
    }

    package func due(_ state: ExchangeState, at instant: Instant) -> [Due<Exchange>] {
        publicityEndsAt.map { [Due(at: $0, ConfirmAward(lot: lot))] } ?? []
    }
}

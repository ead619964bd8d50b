package import Kernel
package import Storage

/// A second person has looked at the answer to a red flag and agrees. Who does not agree answers anew.
package struct ConfirmAnswer: AnswerVerb {
    package let flag: FlagID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self { Self(flag: pass.value("flag", \.flag)) }

    package static let name = "confirmAnswer"
    package static var title: Message { FlagText.confirmAnswer }
    package static let access: Access = [.own(.supervisor, .countyOfficer)]
    package static let refusals: [SupervisionRefusal] = [
        .noAnswer, .noSuchFlag, .nothingToConfirm, .ownFlagAnswer, .answerStale,
    ]

    package struct Facts: Sendable {
        package let standing: StandingFlag?
    }

    package func decide(_ given: GivenAnswer, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Supervision>]
    {
        guard let standing = facts.standing else { throw SupervisionRefusal.noSuchFlag() }
        guard given.isWaiting else { throw SupervisionRefusal.nothingToConfirm() }
        guard given.by != context.principal.person else { throw SupervisionRefusal.ownFlagAnswer() }
        guard given.facts == standing.facts else { throw SupervisionRefusal.answerStale() }
        return [AnswerConfirmed(flag: Confidential(flag, of: .flags))]
    }
}

/// A second person agrees with an answer.
package struct AnswerConfirmed: SupervisionEvent {
    package let flag: Confidential<FlagID>

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(flag: pass.confidential("flag", \.flag, of: .flags))
    }

    package static let name = "answerConfirmed"

    package func change(_ state: inout Supervision.State, at instant: Instant) { state.answer?.isWaiting = false }
}

/// A verb on an answer that was given.
package protocol AnswerVerb: SupervisionCommand where Subject == GivenAnswer {
    var flag: FlagID { get }
}

extension AnswerVerb {
    package func stream(_ context: Context) -> StreamID { .flag(flag, context.marks) }

    package func subject(of state: Supervision.State) throws(Rejection) -> GivenAnswer {
        guard let answer = state.answer else { throw SupervisionRefusal.noAnswer() }
        return answer
    }

    package func place(_ answer: GivenAnswer, _ facts: Facts) -> DivisionID? { answer.place }
}

package import Kernel
package import Storage

/// Destroys the words of an answer. That the flag was answered, and how, stands.
package struct EraseAnswer: AnswerVerb {
    package let flag: FlagID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self { Self(flag: pass.value("flag", \.flag)) }

    package static let name = "eraseAnswer"
    package static var title: Message { FlagText.eraseAnswer }
    package static let access: Access = [.own(.countyOfficer)]
    package static let refusals: [SupervisionRefusal] = [.noAnswer, .answerErased]

    package func decide(_ given: GivenAnswer, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Supervision>]
    {
        guard !given.isErased else { throw SupervisionRefusal.answerErased() }
        return [AnswerErased(flag: Confidential(flag, of: .flags), wordsOf: given.wordsOf)]
    }
}

/// The words of an answer are nowhere.
package struct AnswerErased: SupervisionEvent {
    package let flag: Confidential<FlagID>
    package let wordsOf: FlagWordsID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(flag: pass.confidential("flag", \.flag, of: .flags), wordsOf: pass.value("wordsOf", \.wordsOf))
    }

    package static let name = "answerErased"

    package var erased: DataSubject? { .words(wordsOf) }

    package func change(_ state: inout Supervision.State, at instant: Instant) { state.answer?.isErased = true }
}

package import Kernel
package import Storage

/// Somebody sets a problem code that no rule can find, or lifts one, and says why.
package struct JudgeContract: CaseVerb {
    package let foundCase: CaseID
    package let code: ProblemCode
    package let isLifted: Bool
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            foundCase: pass.value("case", \.foundCase), code: pass.value("code", \.code),
            isLifted: pass.value("isLifted", \.isLifted, standard: false), reason: pass.value("reason", \.reason))
    }

    package static let name = "judgeContract"
    package static var title: Message { CleanupText.judgeContract }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [CleanupRefusal] = [
        .noSuchCase, .caseClosed, .codeSet, .codeNotSet, .reasonMissing,
    ]

    package func decide(_ found: FoundCase, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Cleanup>]
    {
        guard !found.isClosed else { throw CleanupRefusal.caseClosed(foundCase) }
        guard isLifted || !found.problems.contains(code) else { throw CleanupRefusal.codeSet(code.rawValue) }
        guard !isLifted || found.problems.contains(code) else { throw CleanupRefusal.codeNotSet(code.rawValue) }
        guard !reason.isBlank else { throw CleanupRefusal.reasonMissing() }
        return [
            ContractJudged(foundCase: foundCase, place: found.place, code: code, isLifted: isLifted, reason: reason)
        ]
    }
}

/// A problem code was set or lifted by a person.
package struct ContractJudged: CleanupEvent {
    package let foundCase: CaseID
    package let place: DivisionID
    package let code: ProblemCode
    package let isLifted: Bool
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            foundCase: pass.value("case", \.foundCase), place: pass.value("division", \.place),
            code: pass.value("code", \.code), isLifted: pass.value("isLifted", \.isLifted),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "contractJudged"

    package func change(_ state: inout Cleanup.State, at instant: Instant) {
        if isLifted { state.found?.problems.remove(code) } else { state.found?.problems.insert(code) }
    }
}

package import Kernel
package import Registry
package import Storage

/// Enters a contract as a list has it, with the problems that rules found. Nothing about it is refused for being bad; the
/// same again changes nothing.
package struct EnterFoundContract: CleanupCommand {
    package let foundCase: CaseID
    package let organisation: OrganisationID
    package let terms: FoundTerms
    package var lessee: Personal<String>?
    package let problems: [ProblemCode]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            foundCase: pass.value("case", \.foundCase), organisation: pass.value("organisation", \.organisation),
            terms: pass.inlined(\.terms), lessee: pass.optionalPersonal("lessee", \.lessee, of: .nobody),
            problems: pass.values("problems", \.problems))
    }

    package static let name = "enterFoundContract"
    package static var title: Message { CleanupText.enterFoundContract }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .countyOfficer)]
    package static let refusals: [CleanupRefusal] = [.noSuchOrganisation, .otherBody, .caseClosed, .nothingNew]

    package func stream(_ context: Context) -> StreamID { StreamID("case", foundCase.text) }

    package struct Facts: Sendable {
        package let organisation: Organisation?
    }

    package func place(_ state: Cleanup.State, _ facts: Facts) -> DivisionID? { facts.organisation?.division }

    package func decide(_ state: Cleanup.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Cleanup>]
    {
        guard let body = facts.organisation else { throw CleanupRefusal.noSuchOrganisation(organisation) }
        let codes = Set(problems).sorted()
        let name = lessee.map { Personal($0.content, of: DataSubject(ofCase: foundCase)) }
        guard let found = state.found else {
            return [
                FoundContractEntered(
                    foundCase: foundCase, organisation: organisation, place: body.division, terms: terms, lessee: name,
                    problems: codes)
            ]
        }
        guard found.organisation == organisation else { throw CleanupRefusal.otherBody(foundCase) }
        guard !found.isClosed else { throw CleanupRefusal.caseClosed(foundCase) }
        guard found.terms != terms || found.lessee != lessee?.content ?? "" else {
            throw CleanupRefusal.nothingNew(foundCase)
        }
        return [
            FoundContractCorrected(
                foundCase: foundCase, place: found.place, terms: terms, lessee: name, problems: codes)
        ]
    }
}

/// A contract was found on a list.
package struct FoundContractEntered: CleanupEvent {
    package let foundCase: CaseID
    package let organisation: OrganisationID
    package let place: DivisionID
    package let terms: FoundTerms
    package var lessee: Personal<String>?
    package let problems: [ProblemCode]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let foundCase = pass.value("case", \.foundCase)
        return Self(
            foundCase: foundCase, organisation: pass.value("organisation", \.organisation),
            place: pass.value("division", \.place), terms: pass.inlined(\.terms),
            lessee: pass.optionalPersonal("lessee", \.lessee, of: DataSubject(ofCase: foundCase)),
            problems: pass.values("problems", \.problems))
    }

    package static let name = "foundContractEntered"

    package func change(_ state: inout Cleanup.State, at instant: Instant) {
        state.found = FoundCase(
            id: foundCase, organisation: organisation, place: place, terms: terms, lessee: lessee?.content ?? "",
            problems: Set(problems))
    }
}

/// The list says something else of a contract than it did.
package struct FoundContractCorrected: CleanupEvent {
    package let foundCase: CaseID
    package let place: DivisionID
    package let terms: FoundTerms
    package var lessee: Personal<String>?
    package let problems: [ProblemCode]

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let foundCase = pass.value("case", \.foundCase)
        return Self(
            foundCase: foundCase, place: pass.value("division", \.place), terms: pass.inlined(\.terms),
            lessee: pass.optionalPersonal("lessee", \.lessee, of: DataSubject(ofCase: foundCase)),
            problems: pass.values("problems", \.problems))
    }

    package static let name = "foundContractCorrected"

    package func change(_ state: inout Cleanup.State, at instant: Instant) {
        state.found?.terms = terms
        state.found?.lessee = lessee?.content ?? ""
        state.found?.problems = Set(problems)
    }
}

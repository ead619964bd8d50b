package import Kernel
package import Storage

/// Does not accept an answer: the complaint waits for another, and its clock begins anew.
package struct ReopenComplaint: ComplaintVerb {
    package let complaint: ComplaintID
    package var words: Personal<String>?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            complaint: pass.value("complaint", \.complaint),
            words: pass.optionalPersonal("words", \.words, of: .unnamed))
    }

    package static let name = "reopenComplaint"
    package static var title: Message { ComplaintText.reopenComplaint }
    package static let access: Access = [
        .own(.villageClerk, .stationAgent, .countyOfficer), .mine(.villager, .bidder),
    ]
    package static let refusals: [WasteRefusal] = [
        .complaintUnknown, .complaintClosed, .complaintNotAnswered, .complaintOfPerson, .complaintForgotten,
        .wordsMissing,
    ]

    package struct Facts: Sendable {
        package let seconds: Int64
        package let isForgotten: Bool
    }

    package func holder(_ subject: Complaint, _ facts: Facts, _ context: Context) -> PersonID? { subject.person }

    package func decide(_ subject: Complaint, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        guard subject.phase != .closed else { throw WasteRefusal.complaintClosed(complaint) }
        guard subject.phase == .answered else { throw WasteRefusal.complaintNotAnswered(complaint) }
        guard context.principal.role.isPrivate || subject.person == nil else {
            throw WasteRefusal.complaintOfPerson()
        }
        guard !facts.isForgotten else { throw WasteRefusal.complaintForgotten() }
        guard let said = words?.content, !said.isBlank else { throw WasteRefusal.wordsMissing() }
        return [
            ComplaintReopened(
                complaint: complaint, place: subject.place, words: Personal(said, of: subject.subject),
                answerBy: context.now.adding(seconds: facts.seconds), complainant: subject.complainant)
        ]
    }
}

/// An answer was not accepted.
package struct ComplaintReopened: WasteEvent {
    package let complaint: ComplaintID
    package let place: DivisionID
    package let words: Personal<String>
    package let answerBy: Instant
    package var complainant: Personal<PersonID>?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let complaint = pass.value("complaint", \.complaint)
        let came = pass.optionalPersonal("complainant", \.complainant, of: Complaint.subject(complaint, of: nil))
        let owner = Complaint.subject(complaint, of: came?.content)
        return Self(
            complaint: complaint, place: pass.value("place", \.place),
            words: pass.personal("words", \.words, of: owner), answerBy: pass.value("answerBy", \.answerBy),
            complainant: came.map { Personal($0.content, of: owner) })
    }

    package static let name = "complaintReopened"

    package func change(_ state: inout Waste.State, at instant: Instant) {
        state.complaint?.phase = .filed
        state.complaint?.answerBy = answerBy
    }
}

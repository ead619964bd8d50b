package import Kernel
package import Storage

/// Answers a complaint, to the one who complained.
package struct AnswerComplaint: ComplaintVerb {
    package let complaint: ComplaintID
    package var words: Personal<String>?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            complaint: pass.value("complaint", \.complaint),
            words: pass.optionalPersonal("words", \.words, of: .unnamed))
    }

    package static let name = "answerComplaint"
    package static var title: Message { ComplaintText.answerComplaint }
    package static let access: Access = [.own(.villageClerk, .stationAgent, .stationReviewer, .countyOfficer)]
    package static let refusals: [WasteRefusal] = [
        .complaintUnknown, .complaintClosed, .complaintAnswered, .complaintForgotten, .wordsMissing,
    ]

    package struct Facts: Sendable {
        /// Whether what is personal of the one who complained was destroyed.
        package let isForgotten: Bool
    }

    package func decide(_ subject: Complaint, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        guard subject.phase != .closed else { throw WasteRefusal.complaintClosed(complaint) }
        guard subject.phase == .filed else { throw WasteRefusal.complaintAnswered(complaint) }
        guard !facts.isForgotten else { throw WasteRefusal.complaintForgotten() }
        guard let said = words?.content, !said.isBlank else { throw WasteRefusal.wordsMissing() }
        return [
            ComplaintAnswered(
                complaint: complaint, place: subject.place, words: Personal(said, of: subject.subject),
                answerer: context.principal.person, complainant: subject.complainant)
        ]
    }
}

/// A complaint was answered. What the answer says is for the one who complained, and ends with them.
package struct ComplaintAnswered: WasteEvent {
    package let complaint: ComplaintID
    package let place: DivisionID
    package let words: Personal<String>
    package let answerer: PersonID
    package var complainant: Personal<PersonID>?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        let complaint = pass.value("complaint", \.complaint)
        let came = pass.optionalPersonal("complainant", \.complainant, of: Complaint.subject(complaint, of: nil))
        let owner = Complaint.subject(complaint, of: came?.content)
        return Self(
            complaint: complaint, place: pass.value("place", \.place),
            words: pass.personal("words", \.words, of: owner), answerer: pass.value("answerer", \.answerer),
            complainant: came.map { Personal($0.content, of: owner) })
    }

    package static let name = "complaintAnswered"

    package func change(_ state: inout Waste.State, at instant: Instant) {
        state.complaint?.phase = .answered
        state.complaint?.answerer = answerer
    }
}

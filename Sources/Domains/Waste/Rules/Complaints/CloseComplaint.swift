package import Kernel
package import Storage

/// Ends a complaint: the one who complained is content or takes it back; a supervisor says why it goes no further. One that
/// was written down at a counter is closed by a desk, and not by whoever answered it.
package struct CloseComplaint: ComplaintVerb {
    package let complaint: ComplaintID
    /// A supervisor's.
    package var reason: ComplaintClosing?

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(complaint: pass.value("complaint", \.complaint), reason: pass.optional("reason", \.reason))
    }

    package static let name = "closeComplaint"
    package static var title: Message { ComplaintText.closeComplaint }
    package static let access: Access = [
        .own(.villageClerk, .stationAgent, .countyOfficer, .supervisor), .mine(.villager, .bidder),
    ]
    package static let refusals: [WasteRefusal] = [
        .complaintUnknown, .complaintClosed, .closingReasonMissing, .complaintOfPerson, .complaintNotAnswered,
        .ownAnswer,
    ]

    package func holder(_ subject: Complaint, _ facts: NoFacts, _ context: Context) -> PersonID? { subject.person }

    package func decide(_ subject: Complaint, _ facts: NoFacts, _ context: Context) throws(Rejection)
        -> [any Event<Waste>]
    {
        guard subject.phase != .closed else { throw WasteRefusal.complaintClosed(complaint) }
        let closing = try closing(subject, by: context.principal)
        return [ComplaintClosed(complaint: complaint, place: subject.place, closing: closing)]
    }

    private func closing(_ subject: Complaint, by principal: Principal) throws(Rejection) -> ComplaintClosing {
        if principal.role.isPrivate { return subject.phase == .answered ? .accepted : .withdrawn }
        if principal.role == .supervisor {
            guard let reason, reason.isReason else { throw WasteRefusal.closingReasonMissing() }
            return reason
        }
        guard subject.person == nil else { throw WasteRefusal.complaintOfPerson() }
        guard subject.phase == .answered else { throw WasteRefusal.complaintNotAnswered(complaint) }
        guard subject.answerer != principal.person else { throw WasteRefusal.ownAnswer() }
        return .accepted
    }
}

/// A complaint has ended.
package struct ComplaintClosed: WasteEvent {
    package let complaint: ComplaintID
    package let place: DivisionID
    package let closing: ComplaintClosing

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            complaint: pass.value("complaint", \.complaint), place: pass.value("place", \.place),
            closing: pass.value("closing", \.closing))
    }

    package static let name = "complaintClosed"

    package func change(_ state: inout Waste.State, at instant: Instant) { state.complaint?.phase = .closed }
}

package import Kernel
import Registry
package import Storage

/// Freezes the roll of a meeting at the first second of its day: nobody enters or leaves it later.
package struct FreezeRoll: MeetingVerb {
    package let meeting: MeetingID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(meeting: pass.value("meeting", \.meeting))
    }

    package static let name = "freezeRoll"
    package static var title: Message { AssemblyText.freezeRoll }
    package static let access: Access = .installation
    package static let refusals: [AssemblyRefusal] = [.noSuchMeeting, .rollFrozenBefore]

    package struct Facts: Sendable {
        /// Who is of full capacity on the day, by identifier.
        package let voters: [RollEntry]
        /// Of the sorted list, SHA-256 in hex.
        package let digest: String
    }

    package func decide(_ meeting: Meeting, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard meeting.rollDigest == nil else { throw AssemblyRefusal.rollFrozenBefore() }
        let parts = stride(from: 0, to: facts.voters.count, by: RollListed.most).map { start in
            RollListed(
                meeting: self.meeting, place: meeting.place,
                voters: Array(facts.voters[start..<min(start + RollListed.most, facts.voters.count)]))
        }
        return parts + [
            RollFrozen(
                meeting: self.meeting, place: meeting.place, entitled: Int64(facts.voters.count), digest: facts.digest)
        ]
    }
}

/// One name on a frozen roll, by identifier only.
package struct RollEntry: FieldRecord, Hashable {
    package let member: MemberID
    package let household: HouseholdID

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(member: pass.value("member", \.member), household: pass.value("household", \.household))
    }
}

/// A part of the roll, so that no leaf grows beyond what a leaf may hold.
package struct RollListed: AssemblyEvent {
    static let most = 60

    package let meeting: MeetingID
    package let place: DivisionID
    package var voters: [RollEntry] = []

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), place: pass.value("division", \.place),
            voters: pass.list("voters", \.voters))
    }

    package static let name = "rollListed"

    package func change(_ state: inout Assembly.State, at instant: Instant) {
        for entry in voters { state.meeting?.roll[entry.member] = entry.household }
    }
}

/// The roll stands: how many are entitled, and the digest of the sorted list.
package struct RollFrozen: AssemblyEvent {
    package let meeting: MeetingID
    package let place: DivisionID
    package let entitled: Int64
    package let digest: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            meeting: pass.value("meeting", \.meeting), place: pass.value("division", \.place),
            entitled: pass.value("entitled", \.entitled), digest: pass.value("digest", \.digest))
    }

    package static let name = "rollFrozen"

    package func change(_ state: inout Assembly.State, at instant: Instant) { state.meeting?.rollDigest = digest }
}

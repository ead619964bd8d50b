package import Kernel
import Registry
package import Storage

/// Destroys what is personal of somebody who is no member any more: name, sex, day of birth, votes by name.
package struct EraseMember: AssemblyCommand {
    package let member: MemberID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(member: pass.value("member", \.member), reason: pass.value("reason", \.reason))
    }

    package static let name = "eraseMember"
    package static var title: Message { AssemblyText.eraseMember }
    package static let access: Access = [.own(.administrator, .countyOfficer)]
    package static let refusals: [AssemblyRefusal] = [.noSuchMember, .stillMember, .paperMissing]

    package func stream(_ context: Context) -> StreamID { StreamID("member", member.text) }

    package struct Facts: Sendable {
        package let place: DivisionID?
    }

    package func place(_ state: Assembly.State, _ facts: Facts) -> DivisionID? { facts.place }

    package func decide(_ state: Assembly.State, _ facts: Facts, _ context: Context) throws(Rejection)
        -> [any Event<Assembly>]
    {
        guard let known = state.member, let place = facts.place else { throw AssemblyRefusal.noSuchMember(member) }
        guard known.until != nil else { throw AssemblyRefusal.stillMember(member) }
        guard !reason.isBlank else { throw AssemblyRefusal.paperMissing() }
        return [MemberErased(member: member, place: place, reason: reason)]
    }
}

/// What is personal of a former member is destroyed; the count of every meeting stands.
package struct MemberErased: AssemblyEvent {
    package let member: MemberID
    package let place: DivisionID
    package let reason: String

    package static func fields(_ pass: inout FieldPass<Self>) -> Self {
        Self(
            member: pass.value("member", \.member), place: pass.value("division", \.place),
            reason: pass.value("reason", \.reason))
    }

    package static let name = "memberErased"
    package var erased: DataSubject? { DataSubject(ofMember: member) }

    package func change(_ state: inout Assembly.State, at instant: Instant) {}
}

package import Kernel
import Storage

/// What happens at the door that somebody may have to account for later.
package enum SecurityEventKind: String, FieldChoice {
    case signedIn, failed, signedOut, sessionsEnded, officeChosen, accountOpened, officeAdded, passwordSet, factorSet
    case recoveryCodesSet, phoneSet, phoneChangeAsked, slipIssued, codeNotSent, sessionEnded
    /// Refused: for want of the right, for a form or site that is not ours, for asking too often.
    case denied, forged, slowed
}

extension SecurityEventKind: SQLValueConvertible {}

/// Where an act at the door comes from, and who does it where that is somebody else than whom it concerns.
package struct Whence: Sendable, Hashable {
    /// An IPv4 address or the first half of an IPv6 one; `machine` for what is done on the machine itself.
    package let address: String
    package let person: PersonID?
    package let office: OfficeID?

    package init(address: String, person: PersonID? = nil, office: OfficeID? = nil) {
        self.address = address
        self.person = person
        self.office = office
    }

    /// A command on the machine, a start of the demo.
    package static let machine = Whence(address: "machine")
}

/// One security event: who, when, where from, how. Kept beside the accounts and never in the log, for six months
/// (Cybersecurity Law, art. 21), and then gone.
package struct SecurityEvent: Sendable, Hashable {
    package let at: Instant
    package let kind: SecurityEventKind
    /// Whose account it concerns; nil for a name, phone or code that is nobody's.
    package let person: PersonID?
    package let way: SignInWay?
    package let whence: Whence
    /// What was refused: the pattern of the address and the refusal's number, nothing typed; nil of what was done.
    package var detail: String?
}

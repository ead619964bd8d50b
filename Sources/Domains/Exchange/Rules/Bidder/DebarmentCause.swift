package import Kernel
package import Registry
import Storage

/// Why a party may not bid for a while.
package enum DebarmentCause: String, FieldChoice, Sendable {
    case breach, collusion, falsePapers, otherLegal

    /// The county's term; nil where the decision itself names the last day.
    var months: ParameterKey? {
        switch self {
        case .breach: .blacklistBreachMonths
        case .collusion: .blacklistCollusionMonths
        case .falsePapers, .otherLegal: nil
        }
    }
}

/// A verb on a party's record of bars.
package protocol DebarmentVerb: ExchangeCommand {
    var party: PartyID { get }
}

extension DebarmentVerb {
    package func stream(_ context: Context) -> StreamID { StreamID("party-bars", party.text) }
}

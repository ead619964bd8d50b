import Kernel

/// Why a lot is stopped: only what section 1.6 lists.
package enum StopCause: String, FieldChoice, Sendable {
    case systemFailure, ownershipDispute, forceMajeure, noRightOfDisposal, objectDestroyed, sellerAtFault
    case sellerRequest, fraud, requisition, naturalDelisting, otherLegal

    /// Whether the notes list it for this way of stopping: a suspension ends, a termination does not, and only the seller
    /// takes a lot back.
    func isListed(for state: LotState) -> Bool {
        switch state {
        case .suspended: [.systemFailure, .ownershipDispute, .forceMajeure, .otherLegal].contains(self)
        case .withdrawn: [.sellerRequest, .naturalDelisting].contains(self)
        default: ![.systemFailure, .naturalDelisting].contains(self)
        }
    }

    func check(for state: LotState) throws(Rejection) {
        guard isListed(for: state) else { throw ExchangeRefusal.causeNotListed() }
    }
}

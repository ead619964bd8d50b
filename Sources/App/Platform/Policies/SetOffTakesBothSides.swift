import Cleanup
import Kernel

/// A set-off takes the same amount from the debt on the other side, in the same transaction.
enum SetOffTakesBothSides {
    static let policy = Policy("SetOffTakesBothSides", on: ClaimLowered.self, gives: [CompleteSetOff.self]) {
        lowered, _ in
        guard lowered.move == .setOff, !lowered.isCounterpart, let other = lowered.other else { return [] }
        return [CompleteSetOff(claim: other, other: lowered.claim, amount: lowered.amount)]
    }
}

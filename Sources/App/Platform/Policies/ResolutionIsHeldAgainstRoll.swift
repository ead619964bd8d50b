import Assembly
import Kernel
import Registry

/// What is recorded as resolved is held against the roll of the body, where the house keeps it.
enum ResolutionIsHeldAgainstRoll {
    static let policy = Policy(
        "ResolutionIsHeldAgainstRoll", on: ResolutionRecorded.self, gives: [HoldAgainstRoll.self]
    ) { recorded, _ in [HoldAgainstRoll(recorded)] }
}

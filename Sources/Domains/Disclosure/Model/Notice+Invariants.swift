package import Kernel

extension NoticeState {
    package func check(_ invariants: inout Invariants) {
        let inPerson = raised.values.reduce(0, +)
        invariants.hold(inPerson <= objections.count, "more objections were raised in person than there are")
        invariants.hold(
            holding.allSatisfy { objections[$0] == false }, "an answered objection still holds up the lot")
        invariants.hold(raised.values.allSatisfy { $0 > 0 }, "somebody objected less than once")
    }
}

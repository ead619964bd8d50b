package import Kernel

extension Books {
    package func check(_ invariants: inout Invariants) {
        invariants.hold((place == nil) == (startDate == nil), "books of no place, or of no day")
        if let closedThrough {
            invariants.hold(
                startDate.map { AccountingMonth($0).previous <= closedThrough } ?? false,
                "a month before the books is closed")
        }
        invariants.hold(parents.allSatisfy { exists($0) }, "an account that does not exist has accounts below it")
        invariants.hold(
            yearEnds.values.allSatisfy { $0.distribution.isEmpty || !$0.transfer.isEmpty },
            "a result is distributed that was never transferred")
    }
}

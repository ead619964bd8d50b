package import Kernel

extension Order {
    package func check(_ invariants: inout Invariants) {
        invariants.hold(Int64(book.taken.count) <= book.seats, "\(id) has more people than seats")
        invariants.hold(Set(book.taken).count == book.taken.count, "somebody has two seats of \(id)")
        invariants.hold(book.waiting.isEmpty || book.free <= 0, "somebody waits for \(id) beside a free seat")
        let seated = Set(engagements.filter(\.value.phase.hasSeat).keys)
        invariants.hold(isCancelled || seated == Set(book.taken), "the seats of \(id) are not those who have work")
        for (crew, together) in Dictionary(grouping: engagements.values.filter { $0.crew != nil }, by: \.crew) {
            invariants.hold(
                together.allSatisfy { $0.phase == .offered }, "not all of \(crew?.text ?? "") are asked on \(id)")
        }
        for engagement in engagements.values {
            invariants.hold(engagement.paid <= engagement.net, "more was paid on \(id) than is due")
            invariants.hold(engagement.paid >= .zero, "less than nothing was paid on \(id)")
        }
    }
}

extension Employer {
    package func check(_ invariants: inout Invariants) {
        invariants.hold(kind != .collective || organisation != nil, "collective \(id) is not of the register")
    }
}

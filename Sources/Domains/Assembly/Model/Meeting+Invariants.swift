package import Kernel

extension Meeting {
    package func check(_ invariants: inout Invariants) {
        invariants.hold(!isOpen || rollDigest != nil, "\(id) is open before its roll is frozen")
        invariants.hold(
            here.count <= roll.count && proxies.count <= roll.count, "more people take part in \(id) than its roll has")
        invariants.hold(motions.dropLast().allSatisfy { !$0.isOpen }, "two motions of \(id) are voted on at once")
        invariants.hold(!isClosed || motions.allSatisfy { !$0.isOpen }, "\(id) is closed over an open motion")
        guard let last = motions.last else { return }
        invariants.hold(last.number == motions.count, "the motions of \(id) have a gap")
        invariants.hold(
            last.votes.count + last.recused.count <= roll.count, "more votes on motion \(last.number) than the roll has"
        )
    }
}

extension Member {
    package func check(_ invariants: inout Invariants) {
        guard let since, let until else { return }
        invariants.hold(since <= until, "the membership of \(id) ends before it begins")
    }
}

package import Kernel

extension Note {
    package func check(_ invariants: inout Invariants) {
        invariants.hold(!text.isEmpty, "\(id) says nothing")
    }
}

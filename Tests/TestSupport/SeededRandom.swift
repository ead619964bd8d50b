/// SplitMix64: the same mutations on every machine.
package struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// `bytes` with a few bytes changed, removed, doubled or moved.
    package mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...Int.random(in: 0..<6, using: &self) where !bytes.isEmpty {
            let at = Int.random(in: 0..<bytes.count, using: &self)
            switch Int.random(in: 0..<6, using: &self) {
            case 0: bytes[at] = UInt8.random(in: 0...255, using: &self)
            case 1: bytes.remove(at: at)
            case 2: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 40)], at: at)
            case 3: bytes.removeSubrange(at..<min(bytes.count, at + 20))
            case 4:
                bytes.insert(
                    [0, 0x0D, 0x0A, 0x22, 0x25, 0x26, 0x2D, 0x3B, 0x5B, 0x5D].randomElement(using: &self) ?? 0, at: at)
            default: bytes.swapAt(at, Int.random(in: 0..<bytes.count, using: &self))
            }
        }
        return bytes
    }
}

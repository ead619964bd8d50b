import Kernel
import Web

/// The words of lots that lie inside the lines of the spatial plan.
enum RedLineWords {
    /// Uses that build; anything else is farmed, kept or let as it stands.
    static func isBuilding(_ use: String) -> Bool {
        ["建房", "建厂", "厂房", "住宅", "建设", "硬化", "盖房", "别墅"].contains { use.contains($0) }
    }

    static func area(_ area: Area) -> Message {
        Message(zh: Format(.chinese).area(area), en: Format(.english).area(area))
    }
}

package import Kernel

extension Money: RefusalDetail {
    package func words(_ language: Language) -> String { Format(language).money(self) }
}

extension Instant: RefusalDetail {
    package func words(_ language: Language) -> String { Format(language).instant(self) }
}

extension String {
    /// A written number of things in English: `"1".of("row")` is “1 row”, `"2,400".of("row")` “2,400 rows”.
    package func of(_ one: String, _ many: String? = nil) -> String {
        "\(self) \(self == "1" ? one : many ?? one + "s")"
    }
}

extension BinaryInteger {
    /// So many things in English: `1.of("entry", "entries")` is “1 entry”.
    package func of(_ one: String, _ many: String? = nil) -> String { String(self).of(one, many) }
}

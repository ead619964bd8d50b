extension StringProtocol {
    /// Nothing but white space, or nothing at all.
    package var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

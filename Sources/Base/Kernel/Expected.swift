extension KernelRejection {
    /// What a field takes, where something of another kind stands in it.
    package enum Expected: Sendable, Hashable {
        case text
        /// A division's code.
        case digits
        case integer
        /// Money in JSON.
        case fen
        /// An area in JSON, in 0.0001 mu.
        case areaUnits
        case decimal
        case percent
        case kilograms
        /// East and north in degrees.
        case coordinates
        case yesOrNo
        case list(most: Int?)
        case object
    }
}

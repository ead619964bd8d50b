import Kernel

/// What a voucher is to the year's result, by its lines alone, whoever made it. The income statement counts income and
/// expense without the vouchers that carry them to 321, else the transfer would empty it (domain notes 1.7).
enum VoucherNature: String, FieldChoice {
    case closing
    case distribution

    /// Nil for everyday vouchers.
    init?(_ lines: [VoucherLine]) {
        guard lines.contains(where: { $0.account.text.hasPrefix("32") }) else { return nil }
        let roots = Set(lines.map { $0.account.text.prefix(3) })
        if roots.contains("321") {
            guard roots.allSatisfy({ $0 == "321" || $0 == "322" || $0.hasPrefix("5") }) else { return nil }
            self = .closing
        } else if roots.contains("322"), !roots.contains(where: { $0.hasPrefix("5") }) {
            self = .distribution
        } else {
            return nil
        }
    }

    var origin: VoucherOrigin { self == .closing ? .closing : .distribution }
}

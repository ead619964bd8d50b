import Kernel

/// What a voucher is to the year's result, by its lines alone, whoever made it. The income statement counts income and
/// expense without the vouchers that carry them to 321, else the transfer would empty it (domain notes 1.7).
enum VoucherNature: String, FieldChoice {
    case closing
    case distribution

    /// Nil for everyday vouchers.
    init?(_ lines: [VoucherLine]) {
        guard lines.contains(where: { $0.account.text.hasPrefix("32") }) else { return nil }
        // What goes to 321 from income and expense alone is the transfer; everything else that touches 321 or 322 gives
        // part of the result to somebody, or takes it back.
        let isTransfer =
            lines.contains { $0.account.text.hasPrefix("321") }
            && lines.allSatisfy { $0.account.text.hasPrefix("32") || $0.account.text.hasPrefix("5") }
        self = isTransfer ? .closing : .distribution
    }

    /// As the year end itself made it, or by the lines.
    init?(origin: VoucherOrigin, _ lines: [VoucherLine]) {
        switch origin {
        case .closing: self = .closing
        case .distribution: self = .distribution
        default: self.init(lines)
        }
    }

    /// What brought a voucher of these lines about, as far as they say it.
    static func origin(_ lines: [VoucherLine]) -> VoucherOrigin {
        switch VoucherNature(lines) {
        case .closing: .closing
        case .distribution: lines.contains { $0.account.text.hasPrefix("5") } ? .manual : .distribution
        case nil: .manual
        }
    }
}

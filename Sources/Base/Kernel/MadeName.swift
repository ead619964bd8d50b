/// The names that the program makes itself: a space into which no caller can name anything (decision record 0231).
///
/// Whoever could take `party-000124` beforehand would keep everybody from registering the next party, for ever.
package enum MadeName {
    /// What `Context.derivedIdentifier` makes names of: one of these, a hyphen, six digits or more.
    package enum Prefix: String, CaseIterable, Sendable {
        case accrual, asset, bidder, closing, contract, depreciation, disposal, draft, lot, notice, objection, parcel
        case office, organisation, party, person, receivable, release, resolution, settlement, transfer, voucher
        case employer, worker, crew, facility, limit, site, scale, ticket, course, learner, trainer, payment
        case labourOrder = "labour-order"
        case skill, claim, member, household, meeting, complaint, vehicle, observation
        case redLine = "red-line"
        case wasteRound = "waste-round"
        case bankFile = "bank-file"
        /// Vouchers of the year end: one command posts several.
        case income, expense, result, divided, cover, fund, members, appropriated, undo
    }
    /// What is named after a lot: `L1-notice-2`, `L1-result-57`.
    package static let suffixes: Set<String> = ["notice", "result", "objection"]
    /// Under these the house keeps what is sealed for many people together; a party of that name would share their key.
    private static let kept: Set<String> = ["unnamed", "system", "root", "admin"]
    private static let keptPrefixes =
        SubjectSpace.allCases.map { $0.rawValue + "-" } + SubjectKind.allCases.map { $0.rawValue + "." }

    /// Whether the name lies in the space.
    package static func holds(_ text: String) -> Bool {
        if kept.contains(text) || keptPrefixes.contains(where: text.hasPrefix) { return true }
        guard let hyphen = text.utf8.lastIndex(of: UInt8(ascii: "-")) else { return false }
        let digits = text.utf8[text.utf8.index(after: hyphen)...]
        guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        var stem = text[..<hyphen]
        // One of several made by one command: `undo-2-000123`.
        if let inner = stem.lastIndex(of: "-"), stem[inner...].dropFirst().allSatisfy(\.isNumber) {
            stem = stem[..<inner]
        }
        if digits.count >= 6, Prefix(rawValue: String(stem)) != nil { return true }
        return suffixes.contains { stem.hasSuffix("-\($0)") }
    }
}

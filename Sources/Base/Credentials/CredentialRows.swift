package import Kernel

/// A file of several cases, each judged for itself: tokens with their moment and list, or bare encoded lists.
package struct CredentialRow: Sendable {
    package let name: String
    package let verdict: Verdict
    /// The bits of a bare list.
    package var bits: StatusBits?
    /// What the file expects, where it does; then whether the judge agrees.
    package var expected: String?
    package var agrees: Bool?

    /// `read` fetches a file the row names; nil where there is none. `at` counts where the row says no moment.
    package init(
        _ row: JSON, number: Int, keys: KeySet, lists: [String], at now: Instant, read: (String) -> String?
    ) {
        name = row["name"]?.string ?? "\(number)"
        if let text = row["encodedList"]?.string {
            let outcome = Result { () throws(CredentialFault) in try StatusBits(encoded: text) }
            bits = try? outcome.get()
            switch outcome {
            case .failure(let fault): verdict = Verdict(fault)
            case .success(let bits) where bits.count < keys.leastEntries:
                verdict = Verdict(CredentialFault(.statusLength, "\(bits.count)"))
            case .success: verdict = .valid
            }
            expected = row["verdict"]?.string
            let said = verdict.reason.map { String($0.rawValue.split(separator: " ").last ?? "") } ?? "ok"
            agrees = expected.map { $0 == said }
            return
        }
        var moment = now
        if let said = row["now"] {
            guard let instant = said.string.flatMap(CredentialMoment.stamp) else {
                verdict = Verdict(CredentialFault(.form, "now"))
                return
            }
            moment = instant
        }
        guard let token = row["token"]?.string else {
            verdict = Verdict(CredentialFault(.form, "token"))
            return
        }
        let named = CredentialForm.list(row["statusList"]).compactMap(\.string).compactMap(read)
        let judge = CredentialJudge(keys: keys, lists: row["statusList"] == nil ? lists : named, now: moment)
        verdict = judge.judge(token).verdict
        guard let result = row["result"]?.string else { return }
        let reason = row["reason"]?.string ?? ""
        expected = reason.isEmpty ? result : "\(result): \(reason)"
        agrees = verdict.result.rawValue == result && (reason.isEmpty || verdict.reason?.rawValue == reason)
    }
}
